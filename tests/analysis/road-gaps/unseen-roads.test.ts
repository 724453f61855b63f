import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeFeatures } from '../../../src/lib/analysis/road-gaps/route-features.ts';
import { unseenRoads } from '../../../src/lib/analysis/road-gaps/unseen-roads.ts';
import type { FlatRings } from '../../../src/lib/geo/flat-rings.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { gridTown, place, spotOf, town, type Spot } from '../../support/towns.ts';

/** Rings through spots, as footprints. */
function rings(...list: (readonly Spot[])[]): FlatRings {
	const ringStart = [0];
	const coords: number[] = [];
	for (const spots of list) {
		for (const [lng, lat] of spots.map(place)) coords.push(Math.round(lng * 1e7), Math.round(lat * 1e7));
		ringStart.push(coords.length / 2);
	}
	return { ringStart: Uint32Array.from(ringStart), coords: Int32Array.from(coords) };
}

const box = (west: number, south: number, east: number, north: number): Spot[] => [
	[west, south],
	[east, south],
	[east, north],
	[west, north]
];
const asArea = ({ coords }: FlatRings) => [coords];
const NOTHING = rings();

const mainStreet = prepareRoads(
	town({
		nodes: { a: [0, 0], b: [400, 0], c: [1000, 0], side: [400, 300], under: [1000, 500] },
		roads: [
			{ name: 'Main', line: ['a', 'b', 'c'], class: 'primary' },
			{ name: 'Side', line: ['b', 'side'] },
			{ name: 'Tunnel', line: ['c', 'under'], tunnel: true },
			{ name: 'Path', line: ['side', 'under'], walkOnly: true, class: 'footway' }
		]
	})
);

describe('unseenRoads', () => {
	test('with nothing watching, every road for cars is one stretch a name, longest first', () => {
		const { summary, stretches } = unseenRoads(mainStreet, NOTHING);
		expect(stretches.map(({ road }) => road)).toEqual(['Main', 'Tunnel', 'Side']);
		expect(stretches.map(({ lengthM }) => Math.round(lengthM))).toEqual([1000, 500, 300]);
		expect(stretches[0].line.map((p) => spotOf(p).map(Math.round))).toEqual([
			[0, 0],
			[400, 0],
			[1000, 0]
		]);
		expect(summary.roadM).toBeCloseTo(1800, 1);
		expect(summary.unseenM).toBe(summary.roadM);
		expect(Object.keys(summary.byClass).sort()).toEqual(['primary', 'residential']);
	});

	test.each<[string, FlatRings, number[]]>([
		['a box across the road', rings(box(100, -10, 150, 10)), [850, 100]],
		['two boxes that overlap', rings(box(100, -10, 150, 10), box(140, -10, 200, 10)), [800, 100]],
		['a box over the junction', rings(box(390, -10, 410, 10)), [590, 390]],
		['the road along the southern side of a box is in it', rings(box(100, 0, 200, 20)), [800, 100]],
		['the road along the northern side is not', rings(box(100, -20, 200, 0)), [1000]],
		[
			'a ring about its blind zone',
			rings(box(100, -50, 200, 50), [...box(130, -20, 160, 20)].reverse()),
			[800, 100, 30]
		],
		['everything', rings(box(-10, -10, 1010, 10)), []],
		['a box far away', rings(box(5000, 5000, 5100, 5100)), [1000]]
	])('%s', (_, footprints, lengths) => {
		const main = unseenRoads(mainStreet, footprints).stretches.filter(({ road }) => road === 'Main');
		expect(main.map(({ lengthM }) => Math.round(lengthM))).toEqual(lengths);
	});

	test('cameras do not see into a tunnel, patrols may hold one', () => {
		const all = rings(box(-10, -10, 1100, 600));
		expect(unseenRoads(mainStreet, all).stretches.map(({ road }) => road)).toEqual(['Tunnel']);
		expect(unseenRoads(mainStreet, all, null, { patrolled: all }).stretches).toEqual([]);
	});

	test('asks only about the area, its holes left out', () => {
		const area = asArea(rings(box(-100, -100, 300, 100)));
		const { summary, stretches } = unseenRoads(mainStreet, rings(box(100, -10, 150, 10)), area);
		expect(summary.roadM).toBeCloseTo(300, 1);
		expect(summary.watchedM).toBeCloseTo(50, 1);
		expect(stretches.map(({ lengthM }) => Math.round(lengthM))).toEqual([150, 100]);
		const hole = asArea(rings([...box(50, -50, 250, 50)].reverse()));
		expect(unseenRoads(mainStreet, NOTHING, [...area, ...hole]).summary.roadM).toBeCloseTo(100, 1);
	});

	test('what does not depend on the order of cameras does not', () => {
		const boxes = [box(100, -10, 150, 10), box(120, -50, 300, 60), box(390, -10, 410, 200)];
		expect(unseenRoads(mainStreet, rings(...boxes))).toEqual(
			unseenRoads(mainStreet, rings(...[...boxes].reverse()))
		);
	});

	test('a round of streets of one name is one closed line; three ends of a name are not joined', () => {
		const round = town({
			nodes: { a: [0, 0], b: [100, 0], c: [100, 100], x: [300, 0], y: [400, 0], z: [350, 80], w: [350, 0] },
			roads: [
				{ name: 'Round', line: ['a', 'b', 'c', 'a'] },
				{ name: 'Fork', line: ['x', 'w', 'y'] },
				{ name: 'Fork', line: ['w', 'z'] }
			]
		});
		const { stretches } = unseenRoads(prepareRoads(round), NOTHING);
		const [first, ...rest] = stretches;
		expect(first.line).toHaveLength(4);
		expect(first.line[0]).toEqual(first.line[3]);
		expect(rest.map(({ road }) => road)).toEqual(['Fork', 'Fork', 'Fork']);
	});

	test('agrees with a sample every 10 cm, and watched and unseen make the whole', () => {
		const roads = prepareRoads(gridTown(4));
		let partly = 0;
		const corner = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -200, max: 200 }));
		fc.assert(
			fc.property(fc.array(fc.tuple(corner, corner, corner), { maxLength: 6 }), (triangles) => {
				const footprints = rings(
					...triangles.map(([a, b, c]) =>
						(b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0]) ? [a, b, c] : [a, c, b]
					)
				);
				const { summary } = unseenRoads(roads, footprints);
				expect(summary.watchedM + summary.unseenM).toBeCloseTo(summary.roadM, 6);
				if (summary.watchedM > 0 && summary.unseenM > 0) partly++;
				expect(Math.abs(summary.watchedM - sampledM(roads, footprints))).toBeLessThan(
					0.35 * (1 + triangles.length * 6)
				);
			}),
			{ numRuns: 40, seed: 2 }
		);
		expect(partly).toBeGreaterThan(20);
	});

	test('prints as the command line does', () => {
		const { features, summary } = routeFeatures(unseenRoads(mainStreet, NOTHING));
		expect(summary.unseenM).toBeGreaterThan(0);
		expect(features[0]).toMatchObject({
			type: 'Feature',
			geometry: { type: 'LineString' },
			properties: { kind: 'unseen', road: 'Main', class: 'primary' }
		});
		expect(features[0].properties?.lengthM).toBeCloseTo(1000, 1);
	});
});

/** Watched metres by looking every 10 cm. */
function sampledM(roads: Roads, footprints: FlatRings): number {
	const { graph } = roads;
	let metres = 0;
	for (let e = 0; e < graph.edgeCount; e++) {
		const steps = Math.round(graph.edgeLengthM[e] * 10);
		const [from, to] = [graph.edgeFrom[e], graph.edgeTo[e]];
		for (let k = 0; k < steps; k++) {
			const t = (k + 0.5) / steps;
			const x = graph.nodeLng[from] + t * (graph.nodeLng[to] - graph.nodeLng[from]);
			const y = graph.nodeLat[from] + t * (graph.nodeLat[to] - graph.nodeLat[from]);
			if (isWatched(x, y, footprints)) metres += graph.edgeLengthM[e] / steps;
		}
	}
	return metres;
}

function isWatched(x: number, y: number, { ringStart, coords }: FlatRings): boolean {
	for (let r = 0; r + 1 < ringStart.length; r++) {
		let inside = false;
		for (let i = ringStart[r], j = ringStart[r + 1] - 1; i < ringStart[r + 1]; j = i++) {
			const [ax, ay, bx, by] = [coords[2 * i], coords[2 * i + 1], coords[2 * j], coords[2 * j + 1]];
			if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
		}
		if (inside) return true;
	}
	return false;
}
