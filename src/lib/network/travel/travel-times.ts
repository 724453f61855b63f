import FlatQueue from 'flatqueue';
import { headOf, tailOf } from '../network.ts';
import { partAlong, type RoadPlace } from './road-place.ts';
import type { TravelNetwork } from './travel-network.ts';
import { turnTimeS } from './turn-time.ts';

/**
 * Fastest ways from (or, searched against, to) places on roads.
 *
 * A *state* is a direction, or `states/2 + direction` for one on private ground that belongs to a start:
 * from there one may still drive out, while private ground that was entered is left no more.
 */
export interface TravelTimes {
	readonly starts: readonly RoadPlace[];
	readonly startPart: Float64Array;
	readonly startAtS: Float64Array;
	/** Starts on each edge that has some. */
	readonly startsOn: ReadonlyMap<number, readonly number[]>;
	readonly isAgainst: boolean;
	readonly limitS: number;
	/** Per state: seconds until its direction is begun; searched against, from its end to the nearest start. Infinity where not within the limit. */
	readonly atS: Float64Array;
	/** Per state: the state before it (searched against: after it), `-2 - d` where that is direction d of its start's edge in part, -1 where not reached. */
	readonly via: Int32Array;
	/** Per state: which start it belongs to, or -1. */
	readonly startOf: Int32Array;
}

export interface TravelOptions {
	/** Stretches begun later than this are left out. */
	readonly limitS?: number;
	/** Times to the starts instead of from them. */
	readonly against?: boolean;
	/** Seconds at which each start sets out, by place in `starts`; 0 where absent. */
	readonly startAtS?: ArrayLike<number>;
}

/**
 * Earliest arrival on every direction of every road, with turn restrictions, delays and access.
 *
 * The search runs over directions rather than junctions, since what may be driven next depends on where
 * one comes from (Caldwell 1961; Dijkstra 1959). From a start one may leave both ways. O(m log m).
 */
export function travelTimes(
	travel: TravelNetwork,
	starts: readonly RoadPlace[],
	options: TravelOptions = {}
): TravelTimes {
	const { limitS = Infinity, against = false } = options;
	const { graph } = travel.roads;
	const { seconds, isPrivate } = travel;
	const directions = 2 * graph.edgeCount;
	const atS = new Float64Array(2 * directions).fill(Infinity);
	const via = new Int32Array(2 * directions).fill(-1);
	const startOf = new Int32Array(2 * directions).fill(-1);
	const startsOn = new Map<number, number[]>();
	const startPart = Float64Array.from(starts, (start) => partAlong(graph, start));
	const startAtS = Float64Array.from(starts, (_, s) => options.startAtS?.[s] ?? 0);
	const queue = new FlatQueue<number>();

	starts.forEach(({ edge }, s) => {
		if (!(edge < graph.edgeCount))
			throw new RangeError(`start ${s} is on edge ${edge}, wanted one below ${graph.edgeCount}`);
		startsOn.set(edge, [...(startsOn.get(edge) ?? []), s]);
		for (const direction of [2 * edge, 2 * edge + 1]) {
			if (seconds[direction] === Infinity) continue;
			const done = partDone(direction, startPart[s]);
			const leadS = (against ? done : 1 - done) * seconds[direction];
			expand(direction, isPrivate[edge] === 1, startAtS[s] + leadS, -2 - direction, s);
		}
	});

	while (queue.length > 0) {
		const reachedS = queue.peekValue() as number;
		const state = queue.pop() as number;
		if (reachedS > atS[state]) continue;
		const isOwnGround = state >= directions;
		const direction = isOwnGround ? state - directions : state;
		expand(direction, isOwnGround, reachedS + seconds[direction], state, startOf[state]);
	}
	return { starts, startPart, startAtS, startsOn, isAgainst: against, limitS, atS, via, startOf };

	/** Offers what follows `direction`, which is done at `doneS`, its time. */
	function expand(direction: number, isOwnGround: boolean, doneS: number, from: number, start: number): void {
		const node = against ? tailOf(graph, direction) : headOf(graph, direction);
		const isOnPrivate = isPrivate[direction >>> 1] === 1;
		for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
			const next = against ? graph.adjacent[i] ^ 1 : graph.adjacent[i];
			if (seconds[next] === Infinity) continue;
			const isIntoPrivate = isPrivate[next >>> 1] === 1;
			if (isOnPrivate && !isOwnGround && !isIntoPrivate) continue;
			const beginS =
				doneS + (against ? turnTimeS(travel, next, direction) : turnTimeS(travel, direction, next));
			const state = isOwnGround && isIntoPrivate ? next + directions : next;
			if (!(beginS < atS[state]) || beginS > limitS) continue;
			atS[state] = beginS;
			via[state] = from;
			startOf[state] = start;
			queue.push(state, beginS);
		}
	}
}

/** How much of `direction` lies behind a place that is `part` along its edge. */
export function partDone(direction: number, part: number): number {
	return direction & 1 ? 1 - part : part;
}

/** Seconds of the fastest way between the starts and `place`; Infinity where it is not reached within the limit. */
export function timeTo(travel: TravelNetwork, times: TravelTimes, place: RoadPlace): number {
	return lastLeg(travel, times, place).durationS;
}

/** How the fastest way between the starts and a place ends (searched against: begins). */
export interface LastLeg {
	readonly durationS: number;
	/** The direction the place is driven to (or left) on; -1 where it is not reached. */
	readonly direction: number;
	/** The state of that direction, or -1 where the start lies on the same stretch. */
	readonly state: number;
	/** Place in `starts`, or -1. */
	readonly start: number;
}

/** The leg of the fastest way on the edge of `place` itself. */
export function lastLeg(travel: TravelNetwork, times: TravelTimes, place: RoadPlace): LastLeg {
	const { atS, isAgainst } = times;
	const part = partAlong(travel.roads.graph, place);
	let best: LastLeg = { durationS: Infinity, direction: -1, state: -1, start: -1 };
	const offer = (durationS: number, direction: number, state: number, start: number): void => {
		if (durationS < best.durationS && durationS <= times.limitS)
			best = { durationS, direction, state, start };
	};
	for (const direction of [2 * place.edge, 2 * place.edge + 1]) {
		const takesS = travel.seconds[direction];
		if (takesS === Infinity) continue;
		const done = partDone(direction, part);
		for (const start of times.startsOn.get(place.edge) ?? []) {
			const ahead = (done - partDone(direction, times.startPart[start])) * (isAgainst ? -1 : 1);
			if (ahead >= 0) offer(times.startAtS[start] + ahead * takesS, direction, -1, start);
		}
		for (const state of [direction, direction + atS.length / 2]) {
			if (atS[state] === Infinity) continue;
			offer(atS[state] + (isAgainst ? 1 - done : done) * takesS, direction, state, times.startOf[state]);
		}
	}
	return best;
}
