import { ROAD_CLASSES, type RoadClass, type RoadGraph } from '../../../src/lib/network/road-graph.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { armsOf, isWithin, metresBetween, placeAway, placeOfNode, placeOnEdge } from './graph-places.ts';
import type { Random } from './random.ts';
import type { RealPlace } from './real-places.ts';

/** A pole: where it stands, where its cameras look, and what kind of place it is. */
export interface CameraSite {
	readonly at: LngLat;
	readonly headingsDeg: readonly number[];
	/** Whether a dome looks all round besides. */
	readonly hasDome: boolean;
	readonly place: 'junction' | 'street' | 'estate' | 'site';
	/** Metres from the middle of the old centre. */
	readonly fromCentreM: number;
}

/** The middle of the old centre. */
const CENTRE: LngLat = [71.428, 51.163];

/** How readily a city puts cameras on a road. */
const IMPORTANCE: Partial<Record<RoadClass, number>> = {
	motorway: 1,
	trunk: 1.5,
	primary: 6,
	secondary: 5,
	tertiary: 2.5,
	unclassified: 0.6,
	residential: 0.35,
	living_street: 0.3,
	service: 0.04
};

/** From here on a road counts as a main street. */
const MAIN_IMPORTANCE = 2;

/** Poles of one kind stand no closer than this. */
const JUNCTION_APART_M = 55;
const STREET_APART_M = 140;

/**
 * Poles at junctions, the centre denser than the rim: of main streets, with a dome and a camera for
 * each road, or within housing estates, with one or two cameras; at most `count`.
 */
export function junctionSites(
	graph: RoadGraph,
	rim: readonly LngLat[],
	random: Random,
	place: 'junction' | 'estate',
	count: number
): CameraSite[] {
	const drawn: { key: number; site: CameraSite }[] = [];
	for (let node = 0; node < graph.nodeCount; node++) {
		const middle = placeOfNode(graph, node);
		if (!isWithin(rim, middle)) continue;
		const arms = armsOf(graph, node);
		if (arms.length < 3) continue;
		const ranked = arms.map(({ roadClass }) => IMPORTANCE[roadClass] ?? 0).sort((a, b) => b - a);
		const isMain = ranked[1] >= MAIN_IMPORTANCE;
		const weight = ranked[0] * (0.3 + ranked[2]) * nearness(middle);
		if (isMain !== (place === 'junction') || weight <= 0) continue;
		const headingsDeg = spread(arms.map(({ headingDeg }) => headingDeg)).slice(0, isMain ? 4 : 2);
		const at = placeAway(middle, (headingsDeg[0] ?? 0) + 45, 10);
		const fromCentreM = metresBetween(CENTRE, at);
		drawn.push({
			key: drawKey(random, weight),
			site: { at, headingsDeg, hasDome: isMain, place, fromCentreM }
		});
	}
	return apart(drawn, JUNCTION_APART_M, count);
}

/** Poles along main streets between junctions, looking up and down the street; at most `count`. */
export function streetSites(graph: RoadGraph, rim: readonly LngLat[], random: Random, count: number): CameraSite[] {
	const drawn: { key: number; site: CameraSite }[] = [];
	for (let edge = 0; edge < graph.edgeCount; edge++) {
		const importance = IMPORTANCE[ROAD_CLASSES[graph.edgeClass[edge]]] ?? 0;
		const lengthM = graph.edgeLengthM[edge];
		if (importance < MAIN_IMPORTANCE || lengthM < 90) continue;
		const { at, headingDeg } = placeOnEdge(graph, edge, lengthM * (0.35 + 0.3 * random.next()));
		if (!isWithin(rim, at)) continue;
		const pole = placeAway(at, headingDeg + 90, 9);
		drawn.push({
			key: drawKey(random, importance * nearness(at) * Math.min(3, lengthM / 150)),
			site: {
				at: pole,
				headingsDeg: random.next() < 0.6 ? [headingDeg, (headingDeg + 180) % 360] : [headingDeg],
				hasDome: false,
				place: 'street',
				fromCentreM: metresBetween(CENTRE, pole)
			}
		});
	}
	return apart(drawn, STREET_APART_M, count);
}

/** Poles at the gates of real places. */
export function placeSites(places: readonly RealPlace[], random: Random): CameraSite[] {
	return places.map(({ at }) => {
		const headingDeg = random.next() * 360;
		const pole = placeAway(at, headingDeg, 35);
		return {
			at: pole,
			headingsDeg: [headingDeg, (headingDeg + 110) % 360].slice(0, random.whole(1, 2)),
			hasDome: random.next() < 0.5,
			place: 'site' as const,
			fromCentreM: metresBetween(CENTRE, pole)
		};
	});
}

/** Falls off with the distance from the centre: at 4 km to about a third. */
function nearness(place: LngLat): number {
	return Math.exp(-metresBetween(CENTRE, place) / 3800) + 0.02;
}

/** The smaller, the sooner drawn: weighted sampling without replacement (Efraimidis and Spirakis 2006). */
function drawKey(random: Random, weight: number): number {
	return -Math.log(1 - random.next()) / weight;
}

function apart(drawn: { key: number; site: CameraSite }[], leastM: number, count: number): CameraSite[] {
	drawn.sort((a, b) => a.key - b.key);
	const taken: CameraSite[] = [];
	for (const { site } of drawn) {
		if (taken.length >= count) break;
		if (taken.every(({ at }) => metresBetween(at, site.at) >= leastM)) taken.push(site);
	}
	return taken;
}

/** Directions without those within 40 degrees of one before them: two carriageways need one camera. */
function spread(headingsDeg: readonly number[]): number[] {
	const kept: number[] = [];
	for (const headingDeg of headingsDeg) {
		const isNear = kept.some((other) => Math.abs(((headingDeg - other + 540) % 360) - 180) < 40);
		if (!isNear) kept.push(headingDeg);
	}
	return kept;
}
