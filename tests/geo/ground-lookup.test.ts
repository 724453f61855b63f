import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GroundLookup, type PolygonRings } from '../../src/lib/geo/ground-lookup.ts';
import { NearestBorder } from '../../src/lib/geo/nearest-border.ts';
import { localPlane } from '../../src/lib/geo/local-plane.ts';

const box = (x: number, y: number, w: number, h = w): number[][] => [
	[x, y],
	[x + w, y],
	[x + w, y + h],
	[x, y + h],
	[x, y]
];

describe('GroundLookup', () => {
	const two = new GroundLookup([[box(0, 0, 4), box(1, 1, 2)], [box(2, 2, 6)]]);
	test.each([
		['on a polygon', 0.5, 0.5, true],
		['in its hole', 1.5, 1.5, false],
		['in its hole, but on another', 2.5, 2.5, true],
		['where two lie over each other', 3.5, 3.5, true],
		['on the other alone', 7, 7, true],
		['on a corner', 0, 0, true],
		['on a side that runs east', 2, 0, true],
		['on a side that runs north', 0, 2, true],
		['on the rim of the hole', 1, 1.5, true],
		['level with a side that runs east, beyond it', 9, 0, false],
		['level with a corner, before it', -1, 4, false],
		['south of all', 1, -1, false],
		['north of all', 1, 9, false]
	])('%s', (_, x, y, is) => expect(two.contains(x, y)).toBe(is));

	test('holds nothing where there is no polygon', () => {
		expect(new GroundLookup([]).contains(0, 0)).toBe(false);
	});

	// corners on a coarse grid, so that places often fall level with them and on sides
	const place = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }));
	const ring = fc.uniqueArray(place, { minLength: 3, maxLength: 9, selector: String });
	const polygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 4 });
	test('says what going round every polygon by itself says', () => {
		let within = 0;
		let onBorder = 0;
		fc.assert(
			fc.property(polygons, place, (rings, [x, y]) => {
				const closed = rings.map((polygon) => polygon.map((r) => [...r, r[0] as [number, number]]));
				const expected = closed.some((polygon) => slowly(polygon, x, y));
				if (expected) within++;
				if (closed.flat().some((r) => isOn(r, x, y))) onBorder++;
				expect(new GroundLookup(closed).contains(x, y)).toBe(expected);
			}),
			{ numRuns: 2000 }
		);
		expect(within).toBeGreaterThan(400);
		expect(onBorder).toBeGreaterThan(200);
	});
});

/** Even and odd by exact integers; the border belongs to it. */
function slowly(polygon: PolygonRings, x: number, y: number): boolean {
	let isIn = false;
	for (const ring of polygon) {
		if (isOn(ring, x, y)) return true;
		for (let i = 0; i + 1 < ring.length; i++) {
			const [[ax, ay], [bx, by]] = [ring[i] as [number, number], ring[i + 1] as [number, number]];
			if (ay > y === by > y) continue;
			if (x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
		}
	}
	return isIn;
}

function isOn(ring: readonly (readonly number[])[], x: number, y: number): boolean {
	return ring.slice(1).some((b, i) => {
		const a = ring[i] as [number, number];
		const [bx, by] = b as [number, number];
		if ((bx - a[0]) * (y - a[1]) !== (by - a[1]) * (x - a[0])) return false;
		return (
			x >= Math.min(a[0], bx) && x <= Math.max(a[0], bx) && y >= Math.min(a[1], by) && y <= Math.max(a[1], by)
		);
	});
}

describe('NearestBorder', () => {
	test('is as near as the nearest of all sides, one by one', () => {
		const small = fc.integer({ min: 0, max: 2000 }).map((n) => n / 1e5);
		const at = fc.tuple(small, small);
		fc.assert(
			fc.property(fc.array(at, { minLength: 3, maxLength: 12 }), at, (corners, from) => {
				const ring = [...corners, corners[0] as [number, number]];
				const found = new NearestBorder([[ring]]).nearest(from);
				const { metresPerLng, metresPerLat } = localPlane(from);
				let least = Infinity;
				for (let i = 1; i < ring.length; i++) {
					for (let t = 0; t <= 1; t += 1 / 64) {
						const [a, b] = [ring[i - 1] as [number, number], ring[i] as [number, number]];
						const x = (a[0] + (b[0] - a[0]) * t - from[0]) * metresPerLng;
						const y = (a[1] + (b[1] - a[1]) * t - from[1]) * metresPerLat;
						least = Math.min(least, Math.hypot(x, y));
					}
				}
				expect(found?.lengthM).toBeLessThanOrEqual(least + 1e-6);
				// no side is longer than 3.2 km: samples lie at most 50 m apart
				expect(found?.lengthM).toBeGreaterThanOrEqual(least - 26);
			}),
			{ numRuns: 300 }
		);
	});
	test('has nothing to say without a border', () => expect(new NearestBorder([]).nearest([0, 0])).toBeNull());
});
