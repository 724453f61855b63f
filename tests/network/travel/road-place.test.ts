import { describe, expect, test } from 'vitest';
import { lastMeasure } from '../../../src/lib/network/edge-line.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { partAlong, placeOnRoad } from '../../../src/lib/network/travel/road-place.ts';
import { PATROL_CAR } from '../../../src/lib/network/travel/travel-model.ts';
import { travelNetwork } from '../../../src/lib/network/travel/travel-network.ts';
import { place, town } from '../../support/towns.ts';

const graph = town({
	nodes: { a: [0, 0], b: [1200, 0], c: [0, 30], d: [90, 30], e: [0, 20], f: [90, 20] },
	roads: [
		{ name: 'Street', line: ['a', [300, 0], 'b'] },
		{ name: 'Car park', line: ['c', 'd'], class: 'service' },
		{ name: 'Footpath', line: ['e', 'f'], walkOnly: true }
	]
});
const travel = travelNetwork(prepareRoads(graph));

describe('placeOnRoad', () => {
	test('takes the nearest road that a car drives and that leads somewhere', () => {
		const found = placeOnRoad(travel, place([50, 27]));
		expect(graph.names[graph.edgeName[found?.edge ?? 9]]).toBe('Street');
		expect(found?.offM).toBeCloseTo(27, 1);
		expect(partAlong(graph, found ?? { edge: 0, measure: 0, offM: 0 })).toBeCloseTo(50 / 1200, 4);
	});

	test('takes an island where nothing else is near, and nothing where nothing is', () => {
		expect(placeOnRoad(travel, place([50, 40]), 20)?.edge).toBe(1);
		expect(placeOnRoad(travel, place([50, 400]), 300)).toBeNull();
		expect(placeOnRoad(travel, place([50, 22]), 5)).toBeNull();
	});

	test('measures by length, not by points', () => {
		expect(partAlong(graph, { edge: 0, measure: 1, offM: 0 })).toBeCloseTo(0.25, 5);
		expect(partAlong(graph, { edge: 0, measure: 1.5, offM: 0 })).toBeCloseTo(0.625, 5);
		expect(partAlong(graph, { edge: 0, measure: lastMeasure(graph, 0), offM: 0 })).toBe(1);
	});
});

describe('travelNetwork', () => {
	test('drives no faster than the class allows, nor than the part of the limit that is kept up', () => {
		const street = travelNetwork(prepareRoads(graph), { ...PATROL_CAR, speedFactor: 0.5 }).seconds[0];
		expect(street).toBeCloseTo(1200 / (15 / 3.6), 1);
		const capped = travelNetwork(prepareRoads(graph), { ...PATROL_CAR, classKmh: { residential: 12 } })
			.seconds[0];
		expect(capped).toBeCloseTo(1200 / (12 / 3.6), 1);
		expect(travel.seconds[4]).toBe(Infinity);
	});

	test.each([
		[{ speedFactor: 0 }, 'speedFactor is 0'],
		[{ everyRoadKmh: -1 }, 'everyRoadKmh is -1'],
		[{ junctionDelayS: NaN }, 'junctionDelayS is NaN'],
		[{ classKmh: { primary: 0 } }, 'classKmh.primary is 0']
	])('refuses %j', (wrong, words) => {
		expect(() => travelNetwork(prepareRoads(graph), { ...PATROL_CAR, ...wrong })).toThrow(words);
	});
});
