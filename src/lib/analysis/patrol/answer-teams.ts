import type { TeamsAnswer, TeamsAsk } from '../../domain/findings/patrol.ts';
import type { Item } from '../../domain/items.ts';
import { postmanTour } from '../../network/postman/postman-tour.ts';
import { teamRounds } from '../../network/postman/team-rounds.ts';
import type { Roads } from '../../network/roads.ts';
import { leftOut, webOf } from './answer-tour.ts';
import { patrolRound } from './patrol-round.ts';

/**
 * How often so many teams can pass every street of some ground, and the round of each.
 *
 * With a round for each team the interval is the longest round. One behind the other on one tour, the
 * teams pass every street in the duration of the tour by their number, which no other way of driving
 * betters where the tour is proven shortest: in an interval every street is driven once, and what is
 * driven in between makes each junction even. Yields the part done, 0 to 1. `random` settles ties of the search.
 */
export function* answerTeams(
	roads: Roads,
	items: Iterable<Item>,
	ask: TeamsAsk,
	random: () => number
): Generator<number, TeamsAnswer, undefined> {
	const web = webOf(roads, items, ask);
	const steps = postmanTour(web.ways, web.streets);
	let tourStep = steps.next();
	for (; !tourStep.done; tourStep = steps.next()) yield 0;
	const tour = tourStep.value;
	const shared = yield* teamRounds(web.ways, web.streets, ask.teams, random, tour);
	const rounds = shared.rounds
		.map((round) => patrolRound(roads.graph, web.network, round, ask.speedKmh))
		.sort((a, b) => b.lengthM - a.lengthM);
	const perM = 3.6 / ask.speedKmh;
	return {
		rounds,
		intervalS: rounds[0].durationS,
		followingS: (tour.cost * perM) / ask.teams,
		boundS: (tour.bound * perM) / ask.teams,
		leftOut: leftOut(roads, web)
	};
}
