import type { DepthPlan, PricedSuggestion } from '../../domain/findings/seal-plans.ts';
import { nestedCuts } from '../../network/nested-cuts.ts';
import type { Roads } from '../../network/roads.ts';
import type { ClosePrice } from '../sealing/close-price.ts';
import type { Closures } from '../sealing/closures.ts';
import { mergeClosings, type Closing } from '../sealing/merge-closings.ts';
import { depthNetwork } from './depth-network.ts';
import { priced } from './priced-suggestion.ts';
import type { SystemSpan } from './ring-results.ts';
import type { RingGround } from '../sealing/ring-ground.ts';
import type { RingResult } from '../sealing/seal-ring.ts';
import { INSIDE, isReal, OUTSIDE, systemRoads, type SystemRoads } from './system-roads.ts';
import { SystemWays } from './system-way.ts';

/**
 * The cheapest roads to close besides those that are, so that every way from inside a core to outside
 * the ring farthest out about it meets at least `depth` checkpoints: nested cuts, proven best over the
 * roads between the two. Roads of one cut that lie close together are closed by one checkpoint.
 */
export function depthPlan(
	roads: Roads,
	span: SystemSpan,
	results: readonly RingResult[],
	closures: Closures,
	price: ClosePrice,
	depth: number
): DepthPlan {
	const system = systemRoads(roads, span.inner, span.outer, closures);
	const grounds = results.filter(isReal).map(({ ground }) => ground);
	const { network, cost, pieceOf } = depthNetwork(system, grounds, price);
	const cuts = nestedCuts(network, cost, INSIDE, OUTSIDE, depth);

	const byLayer: Closing[][] = Array.from({ length: cuts.depth }, () => []);
	for (const e of cuts.closed) {
		if (pieceOf[e] < 0) continue;
		const layer = Math.max(cuts.layer[network.edgeFrom[e]], cuts.layer[network.edgeTo[e]]);
		byLayer[layer - 1].push(closingOf(system, grounds, pieceOf[e]));
	}
	const suggestions: PricedSuggestion[] = byLayer.flatMap((closings, i) =>
		mergeClosings(roads, span.inner.verdict.ring, closings).suggestions.map((suggestion) =>
			priced(roads, suggestion, price, { layer: i + 1 })
		)
	);
	const limit = cuts.limit ? limitWay(roads, system, pieceOf, cuts.limit) : null;
	return {
		depth,
		reached: cuts.depth,
		suggestions,
		cost: suggestions.reduce((sum, suggestion) => sum + suggestion.cost, 0),
		limit: limit?.route ?? [],
		limitRoads: limit?.roads ?? []
	};
}

/** Where a piece is closed: at the line of the ring it is nearest to, else in its middle. */
function closingOf(system: SystemRoads, grounds: readonly RingGround[], piece: number): Closing {
	const edge = system.edge[piece];
	const start = system.start[piece];
	const end = system.end[piece];
	let at = (start + end) / 2;
	let nearest = Infinity;
	for (const ground of grounds) {
		const range = ground.stretchesOfEdge.get(edge);
		if (!range) continue;
		for (let s = range[0]; s < range[1]; s++) {
			const stretch = ground.stretches[s];
			if (stretch.at < start || stretch.at > end || stretch.offRingM >= nearest) continue;
			nearest = stretch.offRingM;
			at = stretch.at;
		}
	}
	return { edge, start, end, at };
}

function limitWay(
	roads: Roads,
	system: SystemRoads,
	pieceOf: Int32Array,
	way: readonly number[]
): { route: DepthPlan['limit']; roads: string[] } | null {
	const pieces = way.map((direction) => pieceOf[direction >>> 1]).filter((piece) => piece >= 0);
	return new SystemWays(roads, system).along(pieces);
}
