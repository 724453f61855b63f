import type { Suggestion } from '../../domain/findings/sealing.ts';
import type { ItemId } from '../../domain/items.ts';
import type { Roads } from '../../network/roads.ts';
import type { LawfulView } from '../../network/travel-mode.ts';
import { atOnce } from '../at-once.ts';
import type { ClosePrice } from './close-price.ts';
import type { Closures } from './closures.ts';
import { controlsOfPlaces, type Control } from './controls.ts';
import { mergeClosingsInSteps } from './merge-closings.ts';
import { onlyNeeded, withDrafts } from './needed-drafts.ts';
import { pricedCut } from './priced-cut.ts';
import { ringCut } from './ring-cut.ts';
import type { RingGround } from './ring-ground.ts';
import { ringNetwork } from './ring-network.ts';
import type { RingResult } from './seal-ring.ts';

/** Rounds of closing what is left; one does, unless a stated place is ambiguous. */
const MOST_ROUNDS = 4;

/** A suggestion with the edges it closes. */
export interface Draft {
	readonly id: ItemId;
	readonly suggestion: Suggestion;
	readonly controls: readonly Control[];
}

/** Suggestions, and what no choice could close. */
export interface Suggested {
	readonly suggestions: Suggestion[];
	/** Roads that may not be closed though one of them must be: the fewest, by ring. */
	readonly blocked: readonly { readonly ring: ItemId; readonly edge: number; readonly measure: number }[];
	/** No way of merging the roads that are closed needs fewer checkpoints. */
	readonly atLeast: number;
}

/**
 * Checkpoints that seal all rings, given those on duty: each leak is closed, and leaks that one
 * checkpoint can control (30 m, its own level) are merged. Rings are done in the order given, each with
 * what was suggested for those before it. Every suggestion is needed: without it, its ring leaks.
 *
 * At a price it is the cheapest roads rather than the fewest, and none that may not be closed; null is
 * the fewest. A step is a few milliseconds of work.
 */
export function* suggestInSteps(
	roads: Roads,
	results: readonly RingResult[],
	closures: Closures,
	lawful: LawfulView,
	price: ClosePrice | null = null
): Generator<void, Suggested> {
	const grounds = results.flatMap(({ ground }) => (ground ? [ground] : []));
	const drafts: Draft[] = [];
	const blocked: { ring: ItemId; edge: number; measure: number }[] = [];
	let merged = 0;
	for (const ground of grounds) {
		for (let round = 0; round < MOST_ROUNDS; round++) {
			yield;
			const net = ringNetwork(roads, ground, withDrafts(closures, drafts), lawful);
			const { directions } = price ? pricedCut(net, ground, price) : ringCut(net, ground);
			const leaking = directions.map((direction) => ground.stretches[net.stretchOf[direction >>> 1]]);
			const open = leaking.filter(({ edge }) => !price?.isForbidden(edge));
			if (open.length === 0) {
				blocked.push(...leaking.map(({ edge, at }) => ({ ring: ground.ring.id, edge, measure: at })));
				break;
			}
			const { suggestions, atLeast } = yield* mergeClosingsInSteps(roads, ground.ring.id, open);
			merged += suggestions.length - atLeast;
			for (const suggestion of suggestions) {
				const id = `suggestion-${drafts.length}` as ItemId;
				drafts.push({ id, suggestion, controls: controlsOfPlaces(roads, suggestion.controls) });
			}
		}
	}
	const suggestions = yield* onlyNeeded(roads, grounds, closures, drafts, lawful);
	return { suggestions, blocked, atLeast: Math.max(0, suggestions.length - merged) };
}

/** The same in one go. */
export function suggestPriced(
	roads: Roads,
	results: readonly RingResult[],
	closures: Closures,
	lawful: LawfulView,
	price: ClosePrice | null
): Suggested {
	return atOnce(suggestInSteps(roads, results, closures, lawful, price));
}

/** The stretches of a ring's ground that lie on the way named, nearest to the line first. */
export function stretchesOfWay(roads: Roads, ground: RingGround, way: number): number[] {
	const found: number[] = [];
	for (const [edge, [first, end]] of ground.stretchesOfEdge) {
		if (roads.graph.edgeWay[edge] !== way) continue;
		for (let s = first; s < end; s++) found.push(s);
	}
	return found.sort((a, b) => ground.stretches[a].offRingM - ground.stretches[b].offRingM || a - b);
}
