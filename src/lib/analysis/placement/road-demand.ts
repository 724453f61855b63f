import { EDGE } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { partDone, type TravelTimes } from '../../network/travel/travel-times.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { gridPointAt, lastMeasure } from '../../network/edge-line.ts';
import type { Ground } from '../road-gaps/ground.ts';

/** Roads are asked about in pieces no longer than this. */
const PIECE_M = 150;

/** Pieces of road that should be reached, each judged by its middle; in the order of the edges. */
export interface RoadDemand {
	readonly edge: Uint32Array;
	/** How far along its edge the middle of each is, 0 to 1. */
	readonly part: Float64Array;
	readonly lengthM: Float64Array;
}

/** The public roads of cars in `grounds`, cut in pieces; a piece belongs where its middle lies. Roads that no patrol car may drive are left out. */
export function roadDemand(roads: Roads, travel: TravelNetwork, grounds: readonly Ground[]): RoadDemand {
	const { graph } = roads;
	const edges: number[] = [];
	const parts: number[] = [];
	const lengths: number[] = [];
	for (let e = 0; e < graph.edgeCount; e++) {
		if (!(graph.edgeFlags[e] & EDGE.DRIVE) || travel.isPrivate[e]) continue;
		if (travel.seconds[2 * e] === Infinity && travel.seconds[2 * e + 1] === Infinity) continue;
		const lengthM = graph.edgeLengthM[e];
		const count = Math.max(1, Math.ceil(lengthM / PIECE_M));
		for (let k = 0; k < count; k++) {
			const part = (k + 0.5) / count;
			const [x, y] = gridPointAt(graph, e, part * lastMeasure(graph, e));
			if (!grounds.some((ground) => ground.contains(Math.round(x), Math.round(y)))) continue;
			edges.push(e);
			parts.push(part);
			lengths.push(lengthM / count);
		}
	}
	return {
		edge: Uint32Array.from(edges),
		part: Float64Array.from(parts),
		lengthM: Float64Array.from(lengths)
	};
}

/** The pieces whose middle is reached by `times`, a search from its starts, within its limit. */
export function reachedPieces(travel: TravelNetwork, times: TravelTimes, demand: RoadDemand): number[] {
	const { atS, limitS, startsOn, startPart, startAtS } = times;
	const privateGround = atS.length / 2;
	const reached: number[] = [];
	for (let i = 0; i < demand.edge.length; i++) {
		const edge = demand.edge[i];
		for (let direction = 2 * edge; direction <= 2 * edge + 1; direction++) {
			const takesS = travel.seconds[direction];
			const beginS = Math.min(atS[direction], atS[direction + privateGround]);
			const done = partDone(direction, demand.part[i]);
			let isReached = beginS + done * takesS <= limitS;
			for (const start of startsOn.get(edge) ?? []) {
				const ahead = done - partDone(direction, startPart[start]);
				if (ahead >= 0 && startAtS[start] + ahead * takesS <= limitS) isReached = true;
			}
			if (!isReached) continue;
			reached.push(i);
			break;
		}
	}
	return reached;
}
