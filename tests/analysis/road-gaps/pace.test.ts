import { describe, expect, test } from 'vitest';
import { durationS } from '../../../src/lib/analysis/road-gaps/pace.ts';
import { lastMeasure } from '../../../src/lib/network/edge-line.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { placeOnRoad } from '../../../src/lib/network/travel/road-place.ts';
import { travelNetwork } from '../../../src/lib/network/travel/travel-network.ts';
import { travelTimes } from '../../../src/lib/network/travel/travel-times.ts';
import { travelWay } from '../../../src/lib/network/travel/travel-way.ts';
import { seeded } from '../../support/random.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { town } from '../../support/towns.ts';

describe('durationS', () => {
	test('a way that a patrol car drives takes as long as the patrol car', () => {
		const graph = demoRoads();
		if (!graph) return;
		const travel = travelNetwork(prepareRoads(graph));
		const random = seeded(6);
		let long = 0;
		for (let round = 0; round < 8; round++) {
			const [from, to] = [0, 1].map(() => {
				const v = Math.floor(random() * graph.nodeCount);
				return placeOnRoad(travel, [graph.nodeLng[v] / 1e7 + 2e-4, graph.nodeLat[v] / 1e7]);
			});
			if (!from || !to) continue;
			const way = travelWay(travel, travelTimes(travel, [from], {}), to);
			if (!way) continue;
			const pieces = way.directions.map((direction, i) => {
				const edge = direction >>> 1;
				const ends = [0, lastMeasure(graph, edge)];
				if (direction & 1) ends.reverse();
				return {
					edge,
					from: i === 0 ? from.measure : ends[0],
					to: i === way.directions.length - 1 ? to.measure : ends[1]
				};
			});
			expect(durationS(travel, pieces)).toBeCloseTo(way.durationS, 3);
			if (pieces.length > 20) long++;
		}
		expect(long).toBeGreaterThan(4);
	});

	test('against a one-way sign it goes at the speed of the other way', () => {
		const graph = town({ nodes: { a: [0, 0], b: [300, 0] }, roads: [{ line: ['a', 'b'], oneway: 1 }] });
		const travel = travelNetwork(prepareRoads(graph));
		expect(durationS(travel, [{ edge: 0, from: 1, to: 0 }])).toBeCloseTo(36, 1);
		expect(durationS(travel, [{ edge: 0, from: 0.5, to: 0 }])).toBeCloseTo(18, 1);
	});
});
