import type { MovedRing } from '../../domain/findings/seal-plans.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { gridPointAt, lengthBetweenM } from '../../network/edge-line.ts';
import { reach } from '../../network/reach.ts';
import type { Roads } from '../../network/roads.ts';
import type { ClosePrice } from '../sealing/close-price.ts';
import type { Closures } from '../sealing/closures.ts';
import { controlsOfPlaces } from '../sealing/controls.ts';
import { withDrafts } from '../sealing/needed-drafts.ts';
import { pricedCut } from '../sealing/priced-cut.ts';
import { ringGround, type RingGround, type Stretch } from '../sealing/ring-ground.ts';
import { INSIDE, OUTSIDE, ringNetwork } from '../sealing/ring-network.ts';
import { sealRing } from '../sealing/seal-ring.ts';
import { suggestPriced, type Draft } from '../sealing/suggestions.ts';
import type { ItemId } from '../../domain/items.ts';
import { movedRingLine, type SidePoints } from './moved-ring-line.ts';
import { costOf, priced } from './priced-suggestion.ts';
import type { RealResult } from './system-roads.ts';

/** Sides are sampled along roads so densely. */
const SAMPLE_M = 4;

const NEITHER = 0;
const INNER = 1;
const OUTER = 2;

/**
 * How much less would seal a ring if its line might move by up to `moveM`, outwards or inwards (there no
 * farther than half of the mean way to its middle, so that something is left to protect), and what ground that gives up and gains. The line is proven: laid where it is drawn, with the suggestions, the
 * ring is sealed; null where no simple line is, or moving saves nothing. The cut is taken at `price`,
 * costs are told by `byClass`; saving is fewer checkpoints, or less cost where the two are one.
 */
export function movedRing(
	roads: Roads,
	result: RealResult,
	closures: Closures,
	price: ClosePrice,
	byClass: ClosePrice,
	moveM: number
): MovedRing {
	const { ground, lawful } = result;
	const { insideM, outsideM } = ground.band;
	const wideBand = { insideM: insideM + Math.min(moveM, mostInwardsM(ground)), outsideM: outsideM + moveM };
	const wide = ringGround(roads, ground.ring, ground.mode, wideBand) as RingGround;
	const plan = (on: RingGround) =>
		suggestPriced(roads, [{ ...result, ground: on }], closures, lawful, price).suggestions.map((suggestion) =>
			priced(roads, suggestion, byClass)
		);
	const now = plan(ground);
	const then = plan(wide);
	const drafts: Draft[] = then.map((suggestion, i) => ({
		id: `moved-${i}` as ItemId,
		suggestion,
		controls: controlsOfPlaces(roads, suggestion.controls)
	}));
	const all = withDrafts(closures, drafts);
	const sides = sidesOf(roads, result, wide, closures, price);
	const saves = price === byClass ? costOf(then) < costOf(now) : then.length < now.length;
	const drawn = saves ? movedRingLine(ground.line, sides.points, outsideM + moveM) : null;
	return {
		ring: ground.ring.id,
		countNow: now.length,
		countThen: then.length,
		costNow: costOf(now),
		costThen: costOf(then),
		lostRoadM: saves ? sides.lostRoadM : 0,
		gainedRoadM: saves ? sides.gainedRoadM : 0,
		lostM2: drawn?.lostM2 ?? 0,
		gainedM2: drawn?.gainedM2 ?? 0,
		suggestions: then,
		line: drawn && isSealed(roads, result, drawn.line, all) ? drawn.line : null
	};
}

/** Half of the mean way from the line to the middle (twice the area by the length of the line): more would leave nothing to protect. */
function mostInwardsM({ line: { x, y } }: RingGround): number {
	const plane = localPlane([0, y[0] / GRID_PER_DEG]);
	let doubleArea = 0;
	let lengthM = 0;
	for (let k = 0; k < x.length; k++) {
		const n = (k + 1) % x.length;
		const east = ((x[n] - x[k]) / GRID_PER_DEG) * plane.metresPerLng;
		const north = ((y[n] - y[k]) / GRID_PER_DEG) * plane.metresPerLat;
		const [eastOfFirst, northOfFirst] = [
			((x[k] - x[0]) / GRID_PER_DEG) * plane.metresPerLng,
			((y[k] - y[0]) / GRID_PER_DEG) * plane.metresPerLat
		];
		doubleArea += eastOfFirst * north - northOfFirst * east;
		lengthM += Math.hypot(east, north);
	}
	return Math.abs(doubleArea) / lengthM / 2;
}

function isSealed(roads: Roads, { ground, lawful }: RealResult, line: LngLat[], closures: Closures): boolean {
	const geometry = {
		type: 'Polygon' as const,
		coordinates: [line.map(([lng, lat]): [number, number] => [lng, lat])]
	};
	const ring = { ...ground.ring, geometry };
	return sealRing(roads, ring, ringGround(roads, ring, ground.mode, ground.band), closures, lawful).verdict
		.sealed;
}

interface Sides {
	readonly points: SidePoints;
	readonly lostRoadM: number;
	readonly gainedRoadM: number;
}

/**
 * On which side of the cut the roads about a ring lie, once what the cut asks for is closed: reached from
 * inside, or leading outside. What does neither is on no side, and the line need not move for it.
 */
function sidesOf(
	roads: Roads,
	result: RealResult,
	wide: RingGround,
	closures: Closures,
	price: ClosePrice
): Sides {
	const net = ringNetwork(roads, wide, closures, result.lawful);
	const open = net.open.slice();
	for (const direction of pricedCut(net, wide, price).directions) open[direction] = open[direction ^ 1] = 0;
	const isReached = reach(net.network, open, [INSIDE]);
	const leadsOut = reach(net.network, open, [OUTSIDE], true);
	const sideOf = (place: number): number => {
		const node = net.nodeOf[place];
		return leadsOut[node] ? OUTER : isReached[node] ? INNER : NEITHER;
	};
	const sides = new SideSamples(roads);
	let lostRoadM = 0;
	let gainedRoadM = 0;
	for (const stretch of wide.stretches) {
		const { from, to, edge, bandStart, bandEnd, at, isCrossing, outerLengthM, start, end } = stretch;
		const [a, b] = [sideOf(from), sideOf(to)];
		if (a === b) sides.add(edge, bandStart, bandEnd, a);
		else {
			sides.add(edge, bandStart, at, a);
			sides.add(edge, at, bandEnd, b);
		}
		if (a !== b) continue;
		const wholeM = lengthBetweenM(roads.graph, edge, start, end);
		const outsideM = isCrossing ? outerLengthM : wide.placeIsInside[from] ? 0 : wholeM;
		if (a === OUTER) lostRoadM += wholeM - outsideM;
		else if (a === INNER && !isFar(wide, stretch)) gainedRoadM += outsideM;
	}
	return { points: sides, lostRoadM, gainedRoadM };
}

function isFar({ placeIsFar }: RingGround, { from, to }: Stretch): boolean {
	return placeIsFar[from] === 1 || placeIsFar[to] === 1;
}

class SideSamples implements SidePoints {
	readonly x: number[] = [];
	readonly y: number[] = [];
	readonly isOuter: number[] = [];

	constructor(private readonly roads: Roads) {}

	/** Points along part of an edge, both ends included. */
	add(edge: number, start: number, end: number, side: number): void {
		if (end < start || side === NEITHER) return;
		const { graph } = this.roads;
		for (let from = start; ;) {
			const to = Math.min(end, Math.floor(from) + 1);
			const steps = Math.max(1, Math.ceil(lengthBetweenM(graph, edge, from, to) / SAMPLE_M));
			for (let k = 0; k <= steps; k++) {
				const [x, y] = gridPointAt(graph, edge, from + ((to - from) * k) / steps);
				this.x.push(x);
				this.y.push(y);
				this.isOuter.push(side === OUTER ? 1 : 0);
			}
			if (to >= end) return;
			from = to;
		}
	}
}
