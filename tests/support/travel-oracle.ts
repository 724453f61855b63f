import { headOf, tailOf } from '../../src/lib/network/network.ts';
import { partAlong, type RoadPlace } from '../../src/lib/network/travel/road-place.ts';
import type { TravelNetwork } from '../../src/lib/network/travel/travel-network.ts';
import { turnTimeS } from '../../src/lib/network/travel/turn-time.ts';

/**
 * Seconds from one place to another, the slow and obvious way: all pairs of directions (Floyd and
 * Warshall 1962) of the graph in which directions are nodes and permitted turns are arcs, three times
 * over: on the private ground of the start, on public roads, on the private ground of the end.
 */
export function travelOracle(travel: TravelNetwork): (from: RoadPlace, to: RoadPlace) => number {
	const { graph } = travel.roads;
	const count = 2 * graph.edgeCount;
	const GROUNDS = 3;
	const groundsOf = (d: number): number[] => (travel.isPrivate[d >>> 1] ? [0, 2] : [1]);
	const mayPass = (from: number, to: number): boolean => from <= to;
	// best[a][b]: from the end of state a to the begin of state b
	const size = count * GROUNDS;
	const best = Array.from({ length: size }, () => new Float64Array(size).fill(Infinity));
	const isReal = (d: number): boolean => travel.seconds[d] < Infinity;
	for (let a = 0; a < count; a++) {
		for (let b = 0; b < count; b++) {
			if (!isReal(a) || !isReal(b) || headOf(graph, a) !== tailOf(graph, b)) continue;
			const turnS = turnTimeS(travel, a, b);
			for (const ga of groundsOf(a)) {
				for (const gb of groundsOf(b)) if (mayPass(ga, gb)) best[a * GROUNDS + ga][b * GROUNDS + gb] = turnS;
			}
		}
	}
	for (let k = 0; k < size; k++) {
		const through = travel.seconds[Math.floor(k / GROUNDS)];
		if (through === Infinity) continue;
		for (let i = 0; i < size; i++) {
			const first = best[i][k] + through;
			if (first === Infinity) continue;
			for (let j = 0; j < size; j++) {
				if (first + best[k][j] < best[i][j]) best[i][j] = first + best[k][j];
			}
		}
	}

	return (from, to) => {
		let fastest = Infinity;
		for (const a of [2 * from.edge, 2 * from.edge + 1]) {
			for (const b of [2 * to.edge, 2 * to.edge + 1]) {
				if (!isReal(a) || !isReal(b)) continue;
				const doneA = a & 1 ? 1 - partAlong(graph, from) : partAlong(graph, from);
				const doneB = b & 1 ? 1 - partAlong(graph, to) : partAlong(graph, to);
				if (a === b && doneB >= doneA) fastest = Math.min(fastest, (doneB - doneA) * travel.seconds[a]);
				for (const ga of groundsOf(a).slice(0, 1)) {
					for (const gb of groundsOf(b)) {
						fastest = Math.min(
							fastest,
							(1 - doneA) * travel.seconds[a] +
								best[a * GROUNDS + ga][b * GROUNDS + gb] +
								doneB * travel.seconds[b]
						);
					}
				}
			}
		}
		return fastest;
	};
}
