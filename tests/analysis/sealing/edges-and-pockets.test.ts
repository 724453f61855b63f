import { describe, expect, test } from 'vitest';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { ringLine, ringContains } from '../../../src/lib/network/ring-line.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { checkpoint, place, ring, squareRing, town, type Spot, type TownPlan } from '../../support/towns.ts';

const square = squareRing('ring', 200);
const sealTown = (plan: TownPlan, ...rest: Parameters<typeof checkpoint>[]) =>
	seal(prepareRoads(town(plan)), [square, ...rest.map((args) => checkpoint(...args))]);

describe('pockets', () => {
	test('a dead end outside is a pocket, its road still a crossing', () => {
		const { rings, crossings } = sealTown({
			nodes: { m: [0, 0], end: [900, 0] },
			roads: [{ name: 'dead end', line: ['m', 'end'] }]
		});
		expect(rings[0]).toMatchObject({ crossings: 1, pockets: 1, leaks: 0, sealed: true, minimumCut: 0 });
		expect(crossings[0].state).toBe('pocket');
	});

	test.each([
		['just under 2 km of road is a pocket', 200 + 1990, 0],
		['just over 2 km is a leak', 200 + 2010, 1]
	])('%s', (_, reachM, leaks) => {
		const { rings } = sealTown({
			nodes: { m: [0, 0], end: [reachM, 0] },
			roads: [{ name: 'road', line: ['m', 'end'] }]
		});
		expect(rings[0].leaks).toBe(leaks);
	});

	test('a short road to the edge of the map data is a leak', () => {
		const { rings, leaks, warnings } = sealTown({
			nodes: { m: [0, 0], end: [250, 0] },
			roads: [{ name: 'goes on', line: ['m', 'end'] }],
			ends: ['end']
		});
		expect(rings[0].leaks).toBe(1);
		expect(leaks[0].route.at(-1)).toEqual(place([250, 0]));
		expect(warnings).toContainEqual({ code: 'touches-edge-of-data', ring: 'ring' });
	});

	test('a crescent that comes back is a pocket with two crossings', () => {
		const { rings } = sealTown({
			nodes: { m: [0, 0], a: [400, 0], b: [400, 100], back: [0, 100] },
			roads: [{ name: 'crescent', line: ['m', 'a', 'b', 'back'] }]
		});
		expect(rings[0]).toMatchObject({ crossings: 2, pockets: 2, sealed: true });
	});

	test('behind a post far out, dead ends before it are covered', () => {
		const plan: TownPlan = {
			nodes: { m: [0, 0], fork: [400, 0], end: [400, 500], out: [5000, 0] },
			roads: [
				{ name: 'main', line: ['m', 'fork', 'out'] },
				{ name: 'dead end', line: ['fork', 'end'] }
			],
			ends: ['out']
		};
		expect(sealTown(plan).rings[0]).toMatchObject({ open: 1, leaks: 1 });
		const { rings, depth } = sealTown(plan, ['post', [600, 0]]);
		expect(rings[0]).toMatchObject({ covered: 1, held: 0, leaks: 0, sealed: true });
		expect(depth).toBe(1);
	});
});

describe('long edges', () => {
	test('from deep inside to far outside with no junction between', () => {
		const { rings, leaks } = sealTown({
			nodes: { m: [0, 0], out: [4000, 0] },
			roads: [{ name: 'one edge', line: ['m', 'out'] }]
		});
		expect(rings[0]).toMatchObject({ crossings: 1, open: 1, leaks: 1, minimumCut: 1 });
		expect(leaks[0].route).toEqual([place([175, 0]), place([320, 0])]);
		expect(leaks[0].lengthM).toBeCloseTo(145, 1);
	});

	const through: TownPlan = {
		nodes: { west: [-3000, 0], east: [3000, 0] },
		roads: [{ name: 'straight through', line: ['west', 'east'] }],
		ends: ['west', 'east']
	};

	test('through the ring without a junction inside leave it twice', () => {
		const { rings, crossings } = sealTown(through);
		expect(rings[0]).toMatchObject({ crossings: 2, open: 2, leaks: 2, minimumCut: 2 });
		expect(new Set(crossings.map(({ at }) => at[0])).size).toBe(2);
	});

	test('and a post on one side leaves the other open', () => {
		const { rings, crossings, depth } = sealTown(through, ['post', [210, 0]]);
		expect(rings[0]).toMatchObject({ held: 1, open: 1, leaks: 1 });
		expect(crossings.map(({ state }) => state)).toEqual(['held', 'open']);
		expect(depth).toBe(0);
		const both = sealTown(through, ['post', [210, 0]], ['other', [-190, 0]]);
		expect(both.rings[0]).toMatchObject({ held: 2, leaks: 0, sealed: true });
		expect(both.depth).toBe(1);
	});

	test('out of the ring for 3 km and back leave it twice', () => {
		const { rings } = sealTown({
			nodes: { a: [0, -100], b: [0, 100] },
			roads: [{ name: 'long way round', line: ['a', [1600, -100], [1600, 100], 'b'] }]
		});
		expect(rings[0]).toMatchObject({ crossings: 2, leaks: 2, minimumCut: 2 });
	});

	test('out of the ring for 300 m and back without a junction do not leave it', () => {
		const { rings } = sealTown({
			nodes: { a: [0, -100], b: [0, 100] },
			roads: [{ name: 'bulge', line: ['a', [290, -100], [290, 100], 'b'] }]
		});
		expect(rings[0]).toMatchObject({ crossings: 0, leaks: 0, sealed: true });
	});

	test('from a junction in the band, deep inside, and out again count once', () => {
		const { rings } = sealTown({
			nodes: { edge: [190, 0], out: [3000, 50] },
			roads: [{ name: 'dips in', line: ['edge', [100, 0], [100, 50], 'out'] }],
			ends: ['out']
		});
		expect(rings[0]).toMatchObject({ crossings: 1, leaks: 1 });
	});
});

describe('what stands in the way', () => {
	const gated: TownPlan = {
		nodes: { m: [0, 0], gate: [230, 0], out: [3000, 0] },
		roads: [{ name: 'through a gate', line: ['m', 'gate', 'out'] }],
		ends: ['out']
	};

	test('a locked gate lets no one through', () => {
		expect(sealTown({ ...gated, locked: ['gate'] }).rings[0]).toMatchObject({ leaks: 0, pockets: 1 });
		expect(sealTown(gated).rings[0]).toMatchObject({ leaks: 1, open: 1 });
	});

	test('a way taken out is neither road nor crossing', () => {
		const answer = seal(prepareRoads(town(gated)), [square], {
			assumptions: {
				countPlanned: false,
				assumeRepaired: false,
				assumeIntegrated: false,
				without: ['way/100']
			}
		});
		expect(answer.rings[0]).toMatchObject({ crossings: 0, minimumCut: 0, sealed: true });
	});

	test.each<[string, Parameters<typeof checkpoint>[2], object, number]>([
		['a staffed post holds', { status: 'staffed' }, {}, 0],
		['a built one too', { status: 'built' }, {}, 0],
		['a planned one does not', { status: 'planned' }, {}, 1],
		['unless planned things count', { status: 'planned' }, { countPlanned: true }, 0],
		['a broken one does not', { status: 'broken' }, {}, 1],
		['unless taken for repaired', { status: 'broken' }, { assumeRepaired: true }, 0],
		['off duty it does not', { hours: 'Mo-Fr 07:00-22:00' }, { at: '2026-05-03T12:00' }, 1],
		['on duty it does', { hours: 'Mo-Fr 07:00-22:00' }, { at: '2026-05-04T12:00' }, 0],
		['taken out it does not', {}, { without: ['post'] }, 1]
	])('%s', (_, properties, assumptions, leaks) => {
		const answer = seal(prepareRoads(town(gated)), [square, checkpoint('post', [215, 0], properties)], {
			assumptions: {
				countPlanned: false,
				assumeRepaired: false,
				assumeIntegrated: false,
				without: [],
				...assumptions
			}
		});
		expect(answer.rings[0].leaks).toBe(leaks);
	});

	test('a tunnel below the ring is a crossing, a road above its mouth is another', () => {
		const { crossings, rings } = sealTown(
			{
				nodes: { a: [0, 0], out: [3000, 0], b: [0, 20], outB: [3000, 20] },
				roads: [
					{ name: 'tunnel', line: ['a', 'out'], tunnel: true },
					{ name: 'surface', line: ['b', 'outB'] },
					{ name: 'link', line: ['a', 'b'] }
				],
				ends: ['out', 'outB']
			},
			['post', [205, 21]]
		);
		expect(rings[0]).toMatchObject({ crossings: 2, held: 1, leaks: 1 });
		expect(crossings.find(({ tunnel }) => tunnel)?.state).toBe('open');
	});

	test('on foot, paths count and the answer says that only mapped ones do', () => {
		const plan: TownPlan = {
			nodes: { m: [0, 0], out: [3000, 0] },
			roads: [{ name: 'footpath', line: ['m', 'out'], walkOnly: true }],
			ends: ['out']
		};
		const roads = prepareRoads(town(plan));
		expect(seal(roads, [square]).rings[0]).toMatchObject({ crossings: 0, sealed: true });
		expect(seal(roads, [square], { mode: 'walk' }).rings[0]).toMatchObject({ leaks: 1 });
		const held = seal(roads, [square, checkpoint('post', [210, 0])], { mode: 'walk' });
		expect(held.rings[0].sealed).toBe(true);
		expect(held.warnings).toEqual([{ code: 'mapped-paths-only', ring: 'ring' }]);
	});
});

describe('a junction under a post', () => {
	const plan: TownPlan = {
		nodes: { m: [0, 0], x: [210, 0], e: [3000, 0], n: [210, 3000], s: [210, -3000] },
		roads: [
			{ name: 'east', line: ['m', 'x', 'e'] },
			{ name: 'north', line: ['x', 'n'] },
			{ name: 'south', line: ['x', 's'] }
		],
		ends: ['e', 'n', 's']
	};

	test('has all its arms held, and is met once on the way through', () => {
		const { rings, depth } = sealTown(plan, ['post', [212, 3]]);
		expect(rings[0]).toMatchObject({ held: 1, sealed: true });
		expect(depth).toBe(1);
	});

	test('two posts on one road are met both', () => {
		expect(sealTown(plan, ['a', [100, 0]], ['b', [110, 0]]).depth).toBe(2);
	});

	test('the edge inside is cut, not the three arms outside', () => {
		const { leaks, rings } = sealTown(plan);
		expect(rings[0].minimumCut).toBe(1);
		expect(leaks[0].road).toBe('east');
		expect(leaks[0].at).toEqual(place([200, 0]));
	});
});

describe('warnings', () => {
	const roads = prepareRoads(
		town({ nodes: { a: [0, 0], b: [100, 0] }, roads: [{ name: 'street', line: ['a', 'b'] }] })
	);

	test('a ring that is not within the next', () => {
		const shifted = ring(
			'outer',
			[
				[-100, -300],
				[300, -300],
				[300, 300],
				[-100, 300]
			],
			2
		);
		expect(seal(roads, [square, shifted]).warnings).toContainEqual({
			code: 'not-nested',
			ring: 'ring',
			outer: 'outer'
		});
		expect(seal(roads, [square, squareRing('outer', 400, 2)]).warnings).toEqual([]);
	});

	test('a ring far from any road', () => {
		const away = ring('away', [
			[9000, 9000],
			[9500, 9000],
			[9500, 9500]
		] as Spot[]);
		expect(seal(roads, [away]).warnings).toEqual([{ code: 'no-roads', ring: 'away' }]);
	});

	test('no rings, no depth; a ring without a way out, no depth', () => {
		expect(seal(roads, []).depth).toBeNull();
		expect(seal(roads, [square]).depth).toBeNull();
	});

	test('a ring that is asked for must be there', () => {
		expect(() => seal(roads, [square], { ring: 'nowhere' as typeof square.id })).toThrow(/nowhere/);
	});
});

describe('numbers', () => {
	test('run clockwise from north, whichever way the ring is drawn', () => {
		const star = prepareRoads(
			town({
				nodes: { m: [0, 0], n: [0, 3000], e: [3000, 0], s: [0, -3000], w: [-3000, 0], ne: [3000, 2900] },
				roads: ['n', 'e', 's', 'w', 'ne'].map((to) => ({ name: to, line: ['m', to] })),
				ends: ['n', 'e', 's', 'w', 'ne']
			})
		);
		const drawn = [
			[-200, -200],
			[200, -200],
			[200, 200],
			[-200, 200]
		] as Spot[];
		for (const spots of [drawn, [...drawn].reverse(), [...drawn.slice(2), ...drawn.slice(0, 2)]]) {
			const answer = seal(star, [ring('ring', spots)]);
			expect(answer.crossings.map(({ road }) => road)).toEqual(['n', 'ne', 'e', 's', 'w']);
			expect(answer.leaks.map(({ road }) => road)).toEqual(['n', 'ne', 'e', 's', 'w']);
		}
	});
});

test('a leak route starts inside and ends outside', () => {
	const { leaks } = sealTown({
		nodes: { m: [0, 0], corner: [150, 0], out: [3000, 0] },
		roads: [{ name: 'road', line: ['m', 'corner', 'out'] }],
		ends: ['out']
	});
	const line = ringLine(square.geometry.coordinates[0]);
	expect(line).not.toBeNull();
	if (!line) return;
	const [start, end] = [leaks[0].route[0], leaks[0].route.at(-1) as readonly number[]];
	expect(ringContains(line, start[0] * 1e7, start[1] * 1e7)).toBe(true);
	expect(ringContains(line, end[0] * 1e7, end[1] * 1e7)).toBe(false);
});
