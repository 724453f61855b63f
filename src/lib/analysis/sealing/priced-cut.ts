import { maxFlow } from '../../network/max-flow.ts';
import { headOf, tailOf } from '../../network/network.ts';
import { reach } from '../../network/reach.ts';
import { closingWeight, type ClosePrice } from './close-price.ts';
import type { RingCut } from './ring-cut.ts';
import type { RingGround } from './ring-ground.ts';
import { INSIDE, OUTSIDE, type RingNetwork } from './ring-network.ts';

/** More than all that may be closed. */
const FORBIDDEN = 2 ** 50;

/**
 * The cheapest cut of a ring network; among those the fewest stretches, among those the nearest to the
 * ring's line in sum, among those the farthest out. Forbidden edges are in it only where there is no
 * other, and then as few as can be.
 */
export function pricedCut(net: RingNetwork, ground: RingGround, price: ClosePrice): RingCut {
	const { network, open, stretchOf } = net;
	const capacity = new Float64Array(open.length);
	for (let direction = 0; direction < open.length; direction++) {
		if (!open[direction]) continue;
		const { edge, offRingM } = ground.stretches[stretchOf[direction >>> 1]];
		capacity[direction] = price.isForbidden(edge) ? FORBIDDEN : closingWeight(price, edge, offRingM);
	}
	const { residual } = maxFlow(network, capacity, INSIDE, OUTSIDE);
	const isOuter = reach(network, residual, [OUTSIDE], true);
	const directions: number[] = [];
	for (let direction = 0; direction < open.length; direction++) {
		if (open[direction] && !isOuter[tailOf(network, direction)] && isOuter[headOf(network, direction)]) {
			directions.push(direction);
		}
	}
	return { count: directions.length, directions, isOuter };
}
