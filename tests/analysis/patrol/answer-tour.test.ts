import { describe, expect, test } from 'vitest';
import { answerTeams } from '../../../src/lib/analysis/patrol/answer-teams.ts';
import { answerTour } from '../../../src/lib/analysis/patrol/answer-tour.ts';
import type { PatrolRound } from '../../../src/lib/domain/findings/patrol.ts';
import type { Item, ItemId, PatrolZone } from '../../../src/lib/domain/items.ts';
import { gridLengthM } from '../../../src/lib/network/edge-line.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { seeded } from '../../support/random.ts';
import { demoRoads } from '../../support/real-roads.ts';
import { finished } from '../../support/street-web.ts';
import { place, town, type Spot, type TownPlan } from '../../support/towns.ts';

function zone(spots: readonly Spot[]): PatrolZone {
	const points = spots.map(place);
	return {
		id: 'zone' as ItemId,
		kind: 'patrol-zone',
		rank: 1,
		geometry: { type: 'Polygon', coordinates: [[...points, points[0]]] },
		properties: {}
	};
}
const ASK = { grounds: ['zone' as ItemId], speedKmh: 36, withService: false };

/** A round closes, and its line is as long as it says. */
function expectRound(round: PatrolRound, tolerance = 1e-4): void {
	const { line, lengthM, streetsM, deadheadM } = round;
	if (line.length === 0) return;
	expect(line.at(-1)).toEqual(line[0]);
	let metres = 0;
	for (let i = 1; i < line.length; i++) {
		const [ax, ay, bx, by] = [...line[i - 1], ...line[i]].map((deg) => deg * 1e7);
		metres += gridLengthM(ax, ay, bx, by);
	}
	expect(Math.abs(metres / lengthM - 1)).toBeLessThan(tolerance);
	expect(streetsM + deadheadM).toBeCloseTo(lengthM, 6);
}

const CROSS: TownPlan = {
	nodes: {
		a: [0, 0],
		n: [0, 200],
		s: [0, -200],
		e: [300, 0],
		w: [-100, 0],
		far: [900, 0],
		x: [0, 800],
		y: [200, 800]
	},
	roads: [
		{ name: 'driven', line: ['n', 'a', 's'] },
		{ name: 'driven', line: ['w', 'a', 'e'], oneway: 1 },
		{ name: 'leaves the zone', line: ['e', 'far'] },
		{ name: 'on foot', line: ['w', 'n'], walkOnly: true },
		{ name: 'yard', line: ['w', 's'], class: 'service' },
		{ name: 'apart', line: ['x', 'y'] }
	]
};

describe('a patrol tour', () => {
	const roads = prepareRoads(town(CROSS));
	const near = zone([
		[-400, -400],
		[400, -400],
		[400, 400],
		[-400, 400]
	]);

	test('drives the streets of the zone: roads for cars whose middle lies within', () => {
		const tour = finished(answerTour(roads, [near], ASK));
		expectRound(tour);
		expect(tour.streets).toBe(4);
		expect(tour.streetsM).toBeCloseTo(800, 2);
		// the yard is shorter on the way from the west end to the south end
		expect(tour.lengthM).toBeCloseTo(800 + Math.hypot(100, 200) + 200 + 300, 0);
		expect(tour.boundM).toBeCloseTo(tour.lengthM, 6);
		expect(tour.durationS).toBeCloseTo(tour.lengthM / 10, 9);
		expect(tour.leftOut).toEqual({ streets: 0, lengthM: 0 });
	});

	test('drives yards too when asked, and less against a one-way sign than the other way round', () => {
		const tour = finished(answerTour(roads, [near], { ...ASK, withService: true }));
		expect(tour.streets).toBe(5);
		expectRound(tour);
		// the east end is driven in and out, once of it against the sign; the west arm with it
		expect(tour.againstM).toBeCloseTo(300, 0);
	});

	test('tells what cannot be driven to', () => {
		const all = zone([
			[-400, -400],
			[1000, -400],
			[1000, 1000],
			[-400, 1000]
		]);
		const tour = finished(answerTour(roads, [all], ASK));
		expect(tour.leftOut.streets).toBe(1);
		expect(tour.leftOut.lengthM).toBeCloseTo(200, 0);
	});

	test('is empty where no street is, and refuses what is no ground', () => {
		const field = zone([
			[500, 500],
			[600, 500],
			[600, 600]
		]);
		expect(finished(answerTour(roads, [field], ASK))).toMatchObject({ line: [], lengthM: 0, boundM: 0 });
		expect(() => finished(answerTour(roads, [], ASK))).toThrow('has the id "zone"');
	});
});

describe('rounds in a real city', () => {
	const graph = demoRoads();
	const items: Item[] = [
		{
			...zone([]),
			geometry: {
				type: 'Polygon',
				coordinates: [
					[
						[71.42, 51.165],
						[71.436, 51.165],
						[71.436, 51.175],
						[71.42, 51.175],
						[71.42, 51.165]
					]
				]
			}
		}
	];

	test('one tour and three teams pass every street', ({ skip }) => {
		if (!graph) return skip('the demo roads are not built');
		const roads = prepareRoads(graph);
		const tour = finished(answerTour(roads, items, ASK));
		expectRound(tour, 1e-3);
		expect(tour.streets).toBeGreaterThan(150);
		expect(tour.lengthM / tour.boundM).toBeLessThan(1.03);
		const teams = finished(answerTeams(roads, items, { ...ASK, teams: 3 }, seeded(1)));
		for (const round of teams.rounds) expectRound(round, 1e-3);
		expect(teams.rounds.reduce((sum, { streets }) => sum + streets, 0)).toBe(tour.streets);
		expect(teams.followingS).toBeCloseTo(tour.durationS / 3, 6);
		expect(teams.boundS).toBeCloseTo(tour.boundM / 10 / 3, 6);
		expect(teams.intervalS).toBeGreaterThanOrEqual(teams.boundS);
		expect(teams.intervalS / teams.boundS).toBeLessThan(1.12);
		expect(streetsOfLines(graph, teams.rounds)).toBeGreaterThanOrEqual(tour.streets);
	});
});

/** How many edges have both ends and their middle point on the lines. */
function streetsOfLines(graph: RoadGraph, rounds: readonly PatrolRound[]): number {
	const points = new Set(
		rounds.flatMap(({ line }) =>
			line.map(([lng, lat]) => `${Math.round(lng * 1e7)} ${Math.round(lat * 1e7)}`)
		)
	);
	let count = 0;
	for (let e = 0; e < graph.edgeCount; e++) {
		let isOn = true;
		for (let i = graph.shapeStart[e]; i < graph.shapeStart[e + 1] && isOn; i++) {
			isOn = points.has(`${graph.shapeLng[i]} ${graph.shapeLat[i]}`);
		}
		if (isOn) count++;
	}
	return count;
}
