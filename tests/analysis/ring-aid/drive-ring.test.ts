import { describe, expect, test } from 'vitest';
import { driveRing, type DriveRing } from '../../../src/lib/analysis/ring-aid/drive-ring.ts';
import { groundAboutPoints } from '../../../src/lib/analysis/ring-aid/ground-about-points.ts';
import { localPlane, toPlane } from '../../../src/lib/geo/local-plane.ts';
import { findRingFault } from '../../../src/lib/geo/ring-fault.ts';
import { windingAt } from '../../../src/lib/geo/winding.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { placeOnRoad } from '../../../src/lib/network/travel/road-place.ts';
import { PATROL_CAR } from '../../../src/lib/network/travel/travel-model.ts';
import { travelNetwork } from '../../../src/lib/network/travel/travel-network.ts';
import { timeTo, travelTimes } from '../../../src/lib/network/travel/travel-times.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { place, town, type Spot } from '../../support/towns.ts';

/** Ten metres a second, and nothing waits. */
const STEADY = { ...PATROL_CAR, everyRoadKmh: 36, junctionDelayS: 0, turnAcrossS: 0, turnAsideS: 0 };

const contains = ({ outline }: DriveRing, spot: Spot): boolean => {
	const [x, y] = place(spot);
	const ring = Int32Array.from(outline.slice(0, -1).flat(), (degrees) => Math.round(degrees * 1e7));
	return windingAt(Math.round(x * 1e7), Math.round(y * 1e7), [ring]) > 0;
};

describe('a ring by drive time', () => {
	const cross = prepareRoads(
		town({
			nodes: {
				w: [-3000, 0],
				e: [3000, 0],
				n: [0, 3000],
				s: [0, -3000],
				mid: [0, 0],
				a: [200, 1000],
				b: [800, 1000]
			},
			roads: [
				{ name: 'west to east', line: ['w', 'mid', 'e'] },
				{ name: 'one way to the north', line: ['mid', 'n'], oneway: 1 },
				{ name: 'one way from the south', line: ['s', 'mid'], oneway: 1 },
				{ name: 'never reached', line: ['a', 'b'] }
			]
		})
	);
	const travel = travelNetwork(cross, STEADY);

	test('reaches as far along each road as a car comes in that time, and not against the signs', () => {
		const ring = driveRing(travel, place([0, 0]), 2) as DriveRing;
		// 1200 m at ten metres a second, and 40 m of ground about the last of them
		expect(contains(ring, [1200, 0])).toBe(true);
		expect(contains(ring, [-1200, 0])).toBe(true);
		expect(contains(ring, [0, 1200])).toBe(true);
		expect(contains(ring, [1280, 0])).toBe(false);
		expect(contains(ring, [0, 1280])).toBe(false);
		expect(contains(ring, [0, -200])).toBe(false);
		expect(contains(ring, [700, 1000])).toBe(false);
		expect(ring.touchesEdgeOfData).toBe(false);
		expect(findRingFault([ring.outline])).toBeNull();
	});

	test('begins in the middle of a road, both ways', () => {
		const ring = driveRing(travel, place([1000, 20]), 1) as DriveRing;
		expect(ring.offM).toBeCloseTo(20, 0);
		expect(contains(ring, [1600, 0])).toBe(true);
		expect(contains(ring, [400, 0])).toBe(true);
		expect(contains(ring, [330, 0])).toBe(false);
		expect(contains(ring, [1680, 0])).toBe(false);
	});

	test('is none where no road is near, and refuses no time at all', () => {
		expect(driveRing(travel, place([2000, 2000]), 5)).toBeNull();
		expect(() => driveRing(travel, place([0, 0]), 0)).toThrow(/0 minutes/);
	});

	test('says when roads go on where the map data ends', () => {
		const cut = prepareRoads(
			town({
				nodes: { a: [0, 0], b: [500, 0], c: [-900, 0] },
				roads: [{ line: ['c', 'a', 'b'] }],
				ends: ['b']
			})
		);
		const short = driveRing(travelNetwork(cut, STEADY), place([0, 0]), 0.8);
		const long = driveRing(travelNetwork(cut, STEADY), place([0, 0]), 0.9);
		expect([short?.touchesEdgeOfData, long?.touchesEdgeOfData]).toEqual([false, true]);
	});
});

test('ground about points: reach, and what gaps are filled', () => {
	const plane = localPlane([71.4, 51.1]);
	const at = (x: number, y: number): number[] => [
		Math.round((71.4 + x / plane.metresPerLng) * 1e7),
		Math.round((51.1 + y / plane.metresPerLat) * 1e7)
	];
	// two streets 200 m apart, joined at one end
	const points: number[] = [];
	for (let x = 0; x <= 1000; x += 10) points.push(...at(x, 0), ...at(x, 200));
	for (let y = 0; y <= 200; y += 10) points.push(...at(0, y));
	const about = (closeM: number): Int32Array[][] =>
		groundAboutPoints(plane, Float64Array.from(points), { cellM: 10, reachM: 40, closeM });
	const holds = (faces: Int32Array[][], x: number, y: number): boolean =>
		windingAt(at(x, y)[0], at(x, y)[1], faces.flat()) > 0;
	const open = about(0);
	const filled = about(100);
	expect([open.length, filled.length]).toEqual([1, 1]);
	for (const faces of [open, filled]) {
		expect(holds(faces, 500, -28)).toBe(true);
		expect(holds(faces, 500, -60)).toBe(false);
		expect(holds(faces, 1060, 0)).toBe(false);
	}
	expect(holds(open, 500, 100)).toBe(false);
	expect(holds(filled, 500, 100)).toBe(true);
	expect(groundAboutPoints(plane, new Float64Array(0), { cellM: 10, reachM: 40, closeM: 0 })).toEqual([]);
});

const demo = demoRoads();
test.skipIf(!demo)('Astana: more minutes hold what fewer hold, and what is reached lies inside', () => {
	const travel = travelNetwork(prepareRoads(demo as NonNullable<typeof demo>));
	const at = [71.43, 51.155] as const;
	const rings = [3, 6].map((minutes) => driveRing(travel, at, minutes) as DriveRing);
	for (const { outline } of rings) expect(findRingFault([outline])).toBeNull();
	const grid = rings.map(({ outline }) =>
		Int32Array.from(outline.slice(0, -1).flat(), (degrees) => Math.round(degrees * 1e7))
	);
	const start = placeOnRoad(travel, at) as NonNullable<ReturnType<typeof placeOnRoad>>;
	const times = travelTimes(travel, [start]);
	const { graph } = travel.roads;
	let missed = 0;
	let reached = 0;
	const plane = localPlane(at);
	for (let e = 0; e < graph.edgeCount; e += 7) {
		const [x, y] = [graph.shapeLng[graph.shapeStart[e]], graph.shapeLat[graph.shapeStart[e]]];
		const takesS = timeTo(travel, times, { edge: e, measure: 0, offM: 0 });
		if (takesS > 360) continue;
		reached++;
		if (windingAt(x, y, [grid[1]]) <= 0) missed++;
		const { x: eastM, y: northM } = toPlane(plane, [x / 1e7, y / 1e7]);
		expect(Math.hypot(eastM, northM)).toBeLessThan(360 * 30);
	}
	expect(reached).toBeGreaterThan(300);
	expect(missed).toBe(0);
	for (let i = 0; i < grid[0].length; i += 2) {
		expect(windingAt(grid[0][i], grid[0][i + 1], [grid[1]])).toBeGreaterThan(0);
	}
});
