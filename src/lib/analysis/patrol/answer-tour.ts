import type { LeftOut, PatrolAsk, TourAnswer } from '../../domain/findings/patrol.ts';
import type { Item } from '../../domain/items.ts';
import { postmanTour } from '../../network/postman/postman-tour.ts';
import type { Roads } from '../../network/roads.ts';
import { groundRings } from './ground-rings.ts';
import { patrolRound } from './patrol-round.ts';
import { patrolWeb, type PatrolWeb } from './patrol-web.ts';
import { streetsWithin } from './streets-within.ts';

/**
 * One round that drives every street of some ground, as short as can be, with the least any round takes.
 *
 * A patrol car turns round where it likes and may drive against a one-way sign; how far it does is told
 * (the mixed problem is NP-hard: Papadimitriou 1976). Throws a `RangeError` as `groundRings` does.
 */
export function* answerTour(
	roads: Roads,
	items: Iterable<Item>,
	ask: PatrolAsk
): Generator<void, TourAnswer, undefined> {
	const web = webOf(roads, items, ask);
	const tour = yield* postmanTour(web.ways, web.streets);
	return {
		...patrolRound(roads.graph, web.network, tour, ask.speedKmh),
		boundM: tour.bound,
		leftOut: leftOut(roads, web)
	};
}

/** The streets that are asked for, with the roads about them. */
export function webOf(roads: Roads, items: Iterable<Item>, ask: PatrolAsk): PatrolWeb {
	return patrolWeb(roads, streetsWithin(roads, groundRings(items, ask.grounds), ask.withService));
}

/** How many streets cannot be driven to, and how long they are. */
export function leftOut(roads: Roads, web: PatrolWeb): LeftOut {
	const { edgeLengthM } = roads.graph;
	return {
		streets: web.leftOut.length,
		lengthM: web.leftOut.reduce((sum, edge) => sum + edgeLengthM[edge], 0)
	};
}
