import { maxFlow } from '../../network/max-flow.ts';
import { headOf, tailOf } from '../../network/network.ts';
import { reach } from '../../network/reach.ts';
import type { RingGround } from './ring-ground.ts';
import { INSIDE, OUTSIDE, type RingNetwork } from './ring-network.ts';

/** One edge more weighs more than any distance from the line. */
const EDGE_WEIGHT = 2 ** 31;
const WEIGHT_PER_M = 4;

/** A fewest set of edges whose closing parts inside from outside. */
export interface RingCut {
	readonly count: number;
	/** The cut directions of the ring network, each leading outwards, by number. */
	readonly directions: number[];
	/** 1 for nodes on the outer side of the cut. */
	readonly isOuter: Uint8Array;
}

/**
 * The minimum cut of a ring network: the fewest stretches; among those sets the one nearest to the
 * ring's line in sum; among those the one farthest out, which protects the most. So it stands still
 * while things move elsewhere.
 */
export function ringCut(net: RingNetwork, ground: RingGround): RingCut {
	const { network, open, stretchOf } = net;
	const capacity = new Float64Array(open.length);
	for (let direction = 0; direction < open.length; direction++) {
		const { offRingM } = ground.stretches[stretchOf[direction >>> 1]];
		capacity[direction] = open[direction] * (EDGE_WEIGHT + Math.round(offRingM * WEIGHT_PER_M));
	}
	const { value, residual } = maxFlow(network, capacity, INSIDE, OUTSIDE);
	const isOuter = reach(network, residual, [OUTSIDE], true);

	const directions: number[] = [];
	for (let direction = 0; direction < open.length; direction++) {
		if (open[direction] && !isOuter[tailOf(network, direction)] && isOuter[headOf(network, direction)]) {
			directions.push(direction);
		}
	}
	return { count: Math.floor(value / EDGE_WEIGHT), directions, isOuter };
}
