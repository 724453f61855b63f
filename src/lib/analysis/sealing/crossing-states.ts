import type { ItemId } from '../../domain/items.ts';
import type { CrossingState } from '../../domain/findings/sealing.ts';
import { headOf, tailOf } from '../../network/network.ts';
import { reach } from '../../network/reach.ts';
import type { RingGround } from './ring-ground.ts';
import { INSIDE, OUTSIDE, type RingNetwork } from './ring-network.ts';

/**
 * Whether each stretch is a crossing by which one gets out: its inner end can be reached from inside by
 * any open way, and from its outer end the outside can be reached without going back in. A ring has
 * such a crossing if and only if it leaks.
 */
export function openCrossings(net: RingNetwork, ground: RingGround): Uint8Array {
	const { network, open, stretchOf, edgeOf } = net;

	// who comes back from outside has already got out
	const fromInside = open.slice();
	for (let i = network.adjacentStart[OUTSIDE]; i < network.adjacentStart[OUTSIDE + 1]; i++) {
		fromInside[network.adjacent[i]] = 0;
	}
	const isReached = reach(network, fromInside, [INSIDE]);

	const staysOutside = open.slice();
	for (let e = 0; e < stretchOf.length; e++) {
		const { isCrossing, from } = ground.stretches[stretchOf[e]];
		if (isCrossing || ground.placeIsInside[from]) staysOutside[2 * e] = staysOutside[2 * e + 1] = 0;
	}
	const leadsOut = reach(network, staysOutside, [OUTSIDE], true);

	const isOpen = new Uint8Array(ground.stretches.length);
	for (let s = 0; s < isOpen.length; s++) {
		const { isCrossing, from } = ground.stretches[s];
		if (!isCrossing || edgeOf[s] < 0) continue;
		const outwards = (edgeOf[s] << 1) | (ground.placeIsInside[from] ? 0 : 1);
		const tail = tailOf(network, outwards);
		const head = headOf(network, outwards);
		if (open[outwards] && isReached[tail] && leadsOut[head]) isOpen[s] = 1;
	}
	return isOpen;
}

/** The state of a crossing, from who holds it and whether it is open now and with no checkpoint at all. */
export function crossingState(
	holder: ItemId | null,
	isOpen: boolean,
	isOpenWithoutPosts: boolean
): CrossingState {
	if (holder !== null) return 'held';
	if (isOpen) return 'open';
	return isOpenWithoutPosts ? 'covered' : 'pocket';
}
