import { ROAD_CLASSES, type RoadClass } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';

/** Costs run from 0.1 to this. */
export const MOST_COST = 100;

/** A metre from the line weighs 1, one edge more weighs more than all metres, a tenth of cost more than all edges. */
const EDGE_WEIGHT = 2 ** 17;
const TENTH_WEIGHT = 2 ** 27;
/** What it takes to close each edge. */
export interface ClosePrice {
	/** Cost in tenths, a whole number from 1. */
	tenthsOf(edge: number): number;
	/** Not to be closed at any price. */
	isForbidden(edge: number): boolean;
}

/**
 * The price of closing edges: by class where `costByClass` is given (1 for a class that it leaves out),
 * else 1 each; the ways in `forbid` cannot be closed. Throws a `RangeError` on a cost that is not from
 * 0.1 to 100.
 */
export function closePrice(
	{ graph }: Roads,
	costByClass: Readonly<Partial<Record<RoadClass, number>>> | null,
	forbid: readonly number[] = []
): ClosePrice {
	const tenths = ROAD_CLASSES.map((roadClass) => {
		const cost = costByClass?.[roadClass] ?? 1;
		if (!(cost >= 0.1 && cost <= MOST_COST)) {
			throw new RangeError(`closing a ${roadClass} road costs ${cost}, wanted 0.1 to ${MOST_COST}`);
		}
		return Math.round(cost * 10);
	});
	const forbidden = new Set(forbid);
	return {
		tenthsOf: (edge) => tenths[graph.edgeClass[edge]],
		isForbidden: (edge) => forbidden.has(graph.edgeWay[edge])
	};
}

/** What it weighs to close an edge so far from the line of its ring: cost first, then number, then nearness. */
export function closingWeight(price: ClosePrice, edge: number, offRingM: number): number {
	return price.tenthsOf(edge) * TENTH_WEIGHT + EDGE_WEIGHT + Math.round(offRingM);
}
