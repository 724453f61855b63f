import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/lib/analysis/at-once.ts';
import { reachGrid } from '../../../src/lib/analysis/response/reach-field.ts';
import { reachGround, type GroundAnswer } from '../../../src/lib/analysis/response/reach-ground.ts';
import { polygonRings } from '../../../src/lib/analysis/coverage/polygon-rings.ts';
import type { Parts } from '../../../src/lib/analysis/road-gaps/edge-parts.ts';
import { gridLengthM, lastMeasure } from '../../../src/lib/network/edge-line.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { ringAreaM2 } from '../../../src/lib/geo/ellipsoid-area.ts';
import type { Faces } from '../../../src/lib/geo/overlay/faces.ts';
import { seeded } from '../../support/random.ts';
import { polygonFault } from '../../support/valid-polygon.ts';
import { place, town, type Spot } from '../../support/towns.ts';

/** All of every edge, or the part of it up to a share. */
function partsOf(graph: RoadGraph, share = 1): Map<number, Parts> {
	return new Map(Array.from({ length: graph.edgeCount }, (_, e) => [e, [0, share * lastMeasure(graph, e)]]));
}

function groundOf(graph: RoadGraph, levels: Map<number, Parts>[], rings: Int32Array[] | null): GroundAnswer {
	return atOnce(reachGround(graph, levels, rings, reachGrid(graph.nodeLat[0] ?? 0, 40, 20)));
}

function ringsOf({ ringStart, coords }: Faces): Int32Array[] {
	return Array.from({ length: ringStart.length - 1 }, (_, r) =>
		coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1])
	);
}

function square(west: number, south: number, east: number, north: number): Int32Array[] {
	const corners = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	].map((spot) => place(spot as unknown as Spot));
	return polygonRings({ type: 'Polygon', coordinates: [corners] });
}

const STREET = town({ nodes: { a: [-500, 0], b: [500, 0] }, roads: [{ line: ['a', 'b'] }] });

describe('reachGround', () => {
	test('a street of 1 km is a strip of 80 m with round ends, within 1 in 100', () => {
		const [{ areaM2, polygons }] = groundOf(STREET, [partsOf(STREET)], null).levels;
		expect(polygons.length).toBe(1);
		expect(areaM2 / (1000 * 80 + Math.PI * 1600)).toBeCloseTo(1, 2);
	});

	test('a slanting street too', () => {
		const graph = town({ nodes: { a: [-400, -300], b: [400, 300] }, roads: [{ line: ['a', 'b'] }] });
		const [{ areaM2 }] = groundOf(graph, [partsOf(graph)], null).levels;
		expect(areaM2 / (1000 * 80 + Math.PI * 1600)).toBeCloseTo(1, 2);
	});

	test('a street reached in part is a part of the strip', () => {
		const [{ areaM2 }] = groundOf(STREET, [partsOf(STREET, 0.25)], null).levels;
		expect(areaM2 / (250 * 80 + Math.PI * 1600)).toBeCloseTo(1, 1);
	});

	test('is clipped to the ground asked about, whose size is exact', () => {
		const asked = square(-200, -30, 200, 1000);
		const { groundM2, levels } = groundOf(STREET, [partsOf(STREET)], asked);
		expect((groundM2 ?? 0) / ringAreaM2(asked[0])).toBeCloseTo(1, 8);
		expect(levels[0].areaM2 / (400 * 70)).toBeCloseTo(1, 2);
	});

	test('nothing reached is no ground, and ground without roads keeps its size', () => {
		const asked = square(5000, 5000, 5100, 5100);
		const { groundM2, levels } = groundOf(STREET, [new Map<number, Parts>()], asked);
		expect((groundM2 ?? 0) / ringAreaM2(asked[0])).toBeCloseTo(1, 8);
		expect(levels).toEqual([{ polygons: [], areaM2: 0 }]);
	});

	test('a block of streets leaves its inside open as a hole', () => {
		const graph = town({
			nodes: { a: [0, 0], b: [300, 0], c: [300, 300], d: [0, 300] },
			roads: [{ line: ['a', 'b', 'c', 'd', 'a'] }]
		});
		const [{ polygons, areaM2 }] = groundOf(graph, [partsOf(graph)], null).levels;
		expect(ringsOf(polygons[0]).length).toBe(2);
		const outside = 300 * 300 + 4 * 300 * 40 + Math.PI * 1600;
		expect(areaM2 / (outside - 220 * 220)).toBeCloseTo(1, 2);
	});

	test('joins across the squares it is worked out in', () => {
		// squares are 2^21 units wide: one border runs at 57.6717 north, two more near 11.95 east
		const [lng, lat] = place([0, 0]);
		const borderY = Math.round((lat * 1e7) / 2 ** 21) * 2 ** 21;
		const borderX = Math.round((lng * 1e7) / 2 ** 21) * 2 ** 21;
		const graph = town({ nodes: { a: [0, 0], b: [1, 1] }, roads: [{ line: ['a', 'b'] }] });
		graph.shapeLng.set([borderX - 40_000, borderX + 50_000]);
		graph.shapeLat.set([borderY - 33_000, borderY + 21_000]);
		const [{ polygons, areaM2 }] = groundOf(graph, [partsOf(graph)], null).levels;
		expect(polygons.length).toBe(1);
		expect(polygonFault(ringsOf(polygons[0]))).toBeNull();
		const whole = ringsOf(polygons[0])[0];
		const xs = whole.filter((_, i) => i % 2 === 0);
		expect(Math.min(...xs)).toBeLessThan(borderX);
		expect(Math.max(...xs)).toBeGreaterThan(borderX);
		expect(areaM2).toBeGreaterThan(50_000);
	});

	test.each(['north', 'east'])('a street beside a border, running %s, reaches over it', (way) => {
		const [lng, lat] = place([0, 0]);
		const border = (at: number): number => Math.round((at * 1e7) / 2 ** 21) * 2 ** 21;
		const graph = town({ nodes: { a: [0, 0], b: [1, 1] }, roads: [{ line: ['a', 'b'] }] });
		// 12 to 22 m off the border
		const off = 2000;
		const [x, y] = [border(lng), border(lat)];
		graph.shapeLng.set(way === 'north' ? [x - off, x - off] : [x + 100_000, x + 200_000]);
		graph.shapeLat.set(way === 'north' ? [y + 100_000, y + 200_000] : [y - off, y - off]);
		const [{ polygons, areaM2 }] = groundOf(graph, [partsOf(graph)], null).levels;
		const lengthM = gridLengthM(graph.shapeLng[0], graph.shapeLat[0], graph.shapeLng[1], graph.shapeLat[1]);
		expect(areaM2 / (lengthM * 80 + Math.PI * 1600)).toBeCloseTo(1, 1);
		expect(polygons.length).toBe(1);
	});

	test('random streets: polygons are valid, and every level holds the one before', () => {
		const random = seeded(4);
		for (let round = 0; round < 6; round++) {
			const nodes = Object.fromEntries(
				Array.from({ length: 14 }, (_, k) => [`n${k}`, [random() * 1500, random() * 1500] as Spot])
			);
			const graph = town({
				nodes,
				roads: Array.from({ length: 16 }, () => ({
					line: [`n${Math.floor(random() * 14)}`, `n${Math.floor(random() * 14)}`]
				}))
			});
			const rings = square(200, 100, 1300, 1400);
			const { levels } = groundOf(graph, [partsOf(graph, 0.3), partsOf(graph, 0.6), partsOf(graph)], rings);
			expect(levels[0].areaM2).toBeLessThan(levels[1].areaM2);
			expect(levels[1].areaM2).toBeLessThan(levels[2].areaM2);
			for (const { polygons } of levels) {
				for (const faces of polygons) expect(polygonFault(ringsOf(faces))).toBeNull();
			}
			// what lies in a level lies in the next: its corners, and by area nothing is left over
			for (const [inner, outer] of [
				[levels[0], levels[1]],
				[levels[1], levels[2]]
			]) {
				expect(areaOutside(inner.polygons, outer.polygons)).toBe(0);
			}
		}
	});

	test('a reach that the raster would let fall through is refused', () => {
		expect(() => reachGrid(577_000_000, 20, 20)).toThrow('a reach of 20 m on a grid of 20 m');
	});
});

/** How many points of the outlines of `inner`, and between them, lie outside `outer` by more than the grid's rounding. */
function areaOutside(inner: readonly Faces[], outer: readonly Faces[]): number {
	const holds = (x: number, y: number): boolean =>
		outer.some((faces) => {
			let isInside = false;
			for (const ring of ringsOf(faces)) {
				for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
					const [ax, ay, bx, by] = [ring[j], ring[j + 1], ring[i], ring[i + 1]];
					if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isInside = !isInside;
				}
			}
			return isInside;
		});
	let outside = 0;
	for (const faces of inner) {
		for (const ring of ringsOf(faces)) {
			for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
				const [x, y] = [(ring[i] + ring[j]) / 2, (ring[i + 1] + ring[j + 1]) / 2];
				// a step of 30 units (30 cm) any way: on a shared outline one of them is inside
				const near = [
					[x, y],
					[x + 30, y],
					[x - 30, y],
					[x, y + 30],
					[x, y - 30]
				];
				if (!near.some(([px, py]) => holds(px, py))) outside++;
			}
		}
	}
	return outside;
}
