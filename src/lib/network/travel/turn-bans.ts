import { headOf } from '../network.ts';
import type { RoadGraph } from '../road-graph.ts';

/** Turns from one direction into the next that signs forbid. */
export interface TurnBans {
	/** Per direction: 1 where some turn out of it is forbidden. */
	readonly isRestricted: Uint8Array;
	/** Whether turning from `direction` into `next`, which leaves its head, is forbidden. */
	forbids(direction: number, next: number): boolean;
}

/**
 * The restrictions of `graph` by direction: "no" forbids one turn, "only" every other turn at its node.
 *
 * Several "only" of one road at one node allow any of theirs; a "no" beside them still forbids.
 */
export function turnBans(graph: RoadGraph): TurnBans {
	const isRestricted = new Uint8Array(2 * graph.edgeCount);
	const forbidden = new Map<number, Set<number>>();
	const only = new Map<number, Set<number>>();
	for (let r = 0; r < graph.restrictionOnly.length; r++) {
		const edgeIn = graph.restrictions[3 * r];
		const via = graph.restrictions[3 * r + 1];
		const edgeOut = graph.restrictions[3 * r + 2];
		const table = graph.restrictionOnly[r] ? only : forbidden;
		for (const direction of [2 * edgeIn, 2 * edgeIn + 1]) {
			if (headOf(graph, direction) !== via) continue;
			isRestricted[direction] = 1;
			const edges = table.get(direction) ?? new Set<number>();
			table.set(direction, edges.add(edgeOut));
		}
	}
	return {
		isRestricted,
		forbids(direction, next) {
			if (!isRestricted[direction]) return false;
			if (forbidden.get(direction)?.has(next >>> 1)) return true;
			const allowed = only.get(direction);
			return allowed !== undefined && !allowed.has(next >>> 1);
		}
	};
}
