import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/lib/analysis/at-once.ts';
import { response } from '../../../src/lib/analysis/response/response.ts';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import type { ResponseAnswer, ResponseAsk } from '../../../src/lib/domain/findings/response.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { PATROL_CAR } from '../../../src/lib/network/travel/travel-model.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { boxArea, boxZone, keySite, station } from '../../support/response-items.ts';
import { checkpoint, place, squareRing, town } from '../../support/towns.ts';

/** 36 km/h: 600 m a minute. */
const ASK: ResponseAsk = {
	minutes: [1, 3],
	from: ['stations', 'zones', 'posts'],
	zones: 'best',
	turnoutS: 0,
	model: { ...PATROL_CAR, everyRoadKmh: 36, junctionDelayS: 0, turnAcrossS: 0, turnAsideS: 0 }
};

//  west ──────────── middle ──────────── east      6 km, and a footpath north
const LINE = town({
	nodes: { west: [-3000, 0], middle: [0, 0], east: [3000, 0], north: [0, 900] },
	roads: [
		{ name: 'West Road', line: ['west', 'middle'], way: 7 },
		{ name: 'East Road', line: ['middle', 'east'] },
		{ name: 'Footpath', line: ['middle', 'north'], walkOnly: true }
	]
});
const WHOLE = [-3100, -500, 3100, 1000] as const;

function ask(
	items: readonly Item[],
	change: Partial<ResponseAsk> = {},
	assumptions: Assumptions = PRESENT
): ResponseAnswer {
	return atOnce(response(prepareRoads(LINE), items, assumptions, { ...ASK, ...change }));
}

describe('response', () => {
	const town1 = boxArea('Town', WHOLE, 6000);

	test('says what road, ground and people are reached in each of the minutes', () => {
		const { summary, areas } = ask([town1, station('Station', [0, 20])]);
		const [one, three] = summary.minutes;
		expect(one.roadM).toBeCloseTo(1200, 0);
		expect(three.roadM).toBeCloseTo(3600, 0);
		expect(one.roadM + one.unreachedRoadM).toBeCloseTo(6000, 0);
		expect(one.roadShare).toBeCloseTo(0.2, 4);
		expect(one.areaM2 / (1200 * 80 + Math.PI * 1600)).toBeCloseTo(1, 2);
		expect((one.share ?? 0) * (summary.groundM2 ?? 0)).toBeCloseTo(one.areaM2, 3);
		expect(one.population).toBeCloseTo(1200, 0);
		expect(three.populationShare).toBeCloseTo(0.6, 4);
		expect(areas.map(({ polygons }) => polygons.length)).toEqual([1, 1]);
		expect(summary.starts).toEqual({ stations: 1, zones: 0, posts: 0 });
	});

	test('lists the road not reached, and the key sites that are reached too late or never', () => {
		const { summary, unreached, keySites } = ask([
			town1,
			station('Station', [0, 20]),
			keySite('in time', [-500, 10], { responseMin: 1 }),
			keySite('late for its need', [900, 10], { responseMin: 1 }),
			keySite('late for all', [2500, 10]),
			keySite('with no need', [1500, 10]),
			keySite('off any road', [0, 800])
		]);
		expect(unreached.map(({ road }) => road)).toEqual(['West Road', 'East Road']);
		for (const { lengthM } of unreached) expect(lengthM).toBeCloseTo(1200, 0);
		expect(keySites.map(({ id }) => id)).toEqual([
			'off any road',
			'late for all',
			'with no need',
			'late for its need',
			'in time'
		]);
		expect(keySites.map(({ isLate }) => isLate)).toEqual([true, true, false, true, false]);
		expect(keySites[0].durationS).toBeNull();
		expect(keySites[3].durationS).toBeCloseTo(90, 0);
		expect(summary.lateKeySites).toBe(3);
		expect(summary.minutes.map(({ keySites: count }) => count)).toEqual([1, 3]);
	});

	test('a station without teams, one off any road and one taken out do not count', () => {
		const { summary } = ask(
			[town1, station('empty', [0, 0], 0), station('far', [0, 700]), station('out', [100, 0])],
			{},
			{ ...PRESENT, without: ['out'] }
		);
		expect(summary.starts.stations).toBe(0);
		expect(summary.offRoad).toEqual(['far']);
		expect(summary.minutes[1]).toMatchObject({ areaM2: 0, roadM: 0, population: 0 });
	});

	test('sets out after the turn-out', () => {
		const { summary } = ask([town1, station('Station', [0, 20])], { turnoutS: 30 });
		expect(summary.minutes[0].roadM).toBeCloseTo(600, 0);
	});

	test('a staffed post sends its team, a built one has none, one off duty neither', () => {
		const posts = [
			checkpoint('staffed', [-2000, 0]),
			checkpoint('built', [0, 0], { status: 'built' }),
			checkpoint('by day', [2000, 0], { hours: 'Mo-Su 08:00-20:00' })
		];
		const night = ask([town1, ...posts], {}, { ...PRESENT, at: '2026-05-01T23:00' });
		expect(night.summary.starts.posts).toBe(1);
		expect(night.summary.minutes[0].roadM).toBeCloseTo(1200, 0);
		expect(ask([town1, ...posts]).summary.starts.posts).toBe(2);
		expect(ask([town1, ...posts], { from: ['stations'] }).summary.starts.posts).toBe(0);
	});

	test('a patrol zone reaches from its nearest place at best, and for sure from its farthest', () => {
		const zone = boxZone('Zone', [-300, -50, 300, 50]);
		const best = ask([town1, zone]).summary.minutes;
		expect(best[0].roadM).toBeCloseTo(600 + 1200, 0);
		const sure = ask([town1, zone], { zones: 'sure' }).summary.minutes;
		// half the zone is driven first, so 30 s are left
		expect(sure[0].roadM).toBeCloseTo(600, 0);
		expect(sure[1].roadM).toBeCloseTo(2 * (1800 - 300), 0);
	});

	test('a road that is taken out is not driven', () => {
		const { summary } = ask([town1, station('Station', [500, 0])], {}, { ...PRESENT, without: ['way/7'] });
		expect(summary.minutes[1].roadM).toBeCloseTo(500 + 1800, 0);
	});

	test('without an area the outermost ring is the ground, and without one everywhere', () => {
		const at = station('Station', [0, 20]);
		const ring = ask([squareRing('inner', 100, 1), squareRing('outer', 300, 2), at]).summary;
		expect((ring.groundM2 ?? 0) / 360_000).toBeCloseTo(1, 2);
		expect(ring.minutes[1].roadShare).toBe(1);
		expect(ring.minutes[0].population).toBeNull();
		const all = ask([at]).summary;
		expect(all).toMatchObject({ groundM2: null });
		expect(all.minutes[0].share).toBeNull();
		expect(all.minutes[0].roadM).toBeCloseTo(1200, 0);
	});

	test('people are counted by the finest areas that state them', () => {
		const west = boxArea('West', [-3100, -500, 0, 1000], 900);
		const east = boxArea('East', [0, -500, 3100, 1000], 300);
		const { minutes } = ask([town1, west, east, station('Station', [-1500, 0])]).summary;
		expect(minutes[1].population).toBeCloseTo(900 + 30, 0);
		expect(minutes[1].populationShare).toBeCloseTo(930 / 1200, 3);
	});

	test.each([[[]], [[0, 1]], [[3, 1]], [[1, 1]], [[NaN]]])('refuses the minutes %j', (minutes) => {
		expect(() => ask([town1], { minutes })).toThrow(RangeError);
	});
});

describe('response in the demo city', () => {
	const graph = demoRoads();
	test.skipIf(!graph)('more time, more stations or a faster car never reach less', () => {
		const roads = prepareRoads(graph as RoadGraph);
		const at = (edge: number): [number, number] => [
			(graph as RoadGraph).nodeLng[edge] / 1e7,
			(graph as RoadGraph).nodeLat[edge] / 1e7
		];
		const stations = [400, 4000, 9000, 15000].map((node, i): Item => {
			const made = station(`s${i}`, [0, 0]);
			return { ...made, geometry: { type: 'Point', coordinates: at(node) } };
		});
		const of = (items: Item[], change: Partial<ResponseAsk> = {}): number[] =>
			atOnce(
				response(roads, items, PRESENT, { ...ASK, model: PATROL_CAR, minutes: [1, 3], ...change })
			).summary.minutes.flatMap(({ areaM2, roadM }) => [areaM2, roadM]);
		const few = of(stations.slice(0, 2));
		const many = of(stations);
		const fast = of(stations, { model: { ...PATROL_CAR, speedFactor: 1.2, junctionDelayS: 1 } });
		expect(few[2]).toBeGreaterThan(few[0]);
		few.forEach((value, i) => expect(many[i]).toBeGreaterThanOrEqual(value));
		many.forEach((value, i) => expect(fast[i]).toBeGreaterThan(value));
		expect(place([0, 0])).toBeDefined();
	});
});
