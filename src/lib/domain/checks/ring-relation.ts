import Flatbush from 'flatbush';
import { orient2d } from 'robust-predicates';
import { GroundLookup } from '../../geo/ground-lookup.ts';
import type { ControlRing } from '../items.ts';

type Place = readonly [number, number];

/** The first place where the lines of two rings pass through each other; null where they do not. */
export function crossingOfRings(a: ControlRing, b: ControlRing): Place | null {
	const [line, other] = [lineOf(a), lineOf(b)];
	const index = new Flatbush(other.length - 1);
	for (let j = 0; j + 1 < other.length; j++) index.add(...boxOf(other[j] as Place, other[j + 1] as Place));
	index.finish();
	for (let i = 0; i + 1 < line.length; i++) {
		const [p, q] = [line[i] as Place, line[i + 1] as Place];
		for (const j of index.search(...boxOf(p, q)).sort((m, n) => m - n)) {
			const [r, s] = [other[j] as Place, other[j + 1] as Place];
			if (side(p, q, r) * side(p, q, s) < 0 && side(r, s, p) * side(r, s, q) < 0) return meet(p, q, r, s);
		}
	}
	return null;
}

/** A corner of `inner`'s line that lies outside `outer`; null where all lie within it or on its line. */
export function cornerOutside(inner: ControlRing, outer: ControlRing): Place | null {
	const ground = new GroundLookup([[lineOf(outer)]]);
	return lineOf(inner).find(([lng, lat]) => !ground.contains(lng, lat)) ?? null;
}

/** Whether `inner` lies within `outer`; their lines may touch and run together. */
export function isRingWithin(inner: ControlRing, outer: ControlRing): boolean {
	return cornerOutside(inner, outer) === null && crossingOfRings(inner, outer) === null;
}

/** Whether two rings hold ground in common, or touch. */
export function doRingsMeet(a: ControlRing, b: ControlRing): boolean {
	const isCornerIn = (of: ControlRing, within: ControlRing): boolean => {
		const ground = new GroundLookup([[lineOf(within)]]);
		return lineOf(of).some(([lng, lat]) => ground.contains(lng, lat));
	};
	return isCornerIn(a, b) || isCornerIn(b, a) || crossingOfRings(a, b) !== null;
}

function lineOf({ geometry }: ControlRing): Place[] {
	return (geometry.coordinates[0] ?? []) as unknown as Place[];
}

function boxOf(p: Place, q: Place): [number, number, number, number] {
	return [Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.max(p[0], q[0]), Math.max(p[1], q[1])];
}

function side(p: Place, q: Place, r: Place): number {
	return Math.sign(orient2d(p[0], p[1], q[0], q[1], r[0], r[1]));
}

function meet(p: Place, q: Place, r: Place, s: Place): Place {
	const [rx, ry] = [q[0] - p[0], q[1] - p[1]];
	const [sx, sy] = [s[0] - r[0], s[1] - r[1]];
	const t = ((r[0] - p[0]) * sy - (r[1] - p[1]) * sx) / (rx * sy - ry * sx);
	return [p[0] + t * rx, p[1] + t * ry];
}
