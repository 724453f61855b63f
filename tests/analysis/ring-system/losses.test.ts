import { describe, expect, test } from 'vitest';
import { ringSystem } from '../../../src/lib/analysis/ring-system/ring-system.ts';
import { SealMemory } from '../../../src/lib/analysis/sealing/seal-memory.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { RingSystem } from '../../../src/lib/domain/findings/ring-system.ts';
import type { Checkpoint, ControlRing, Item } from '../../../src/lib/domain/items.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { seededRandom } from '../../bench/synthetic-city.ts';
import { demoRoads, gothenburg } from '../../support/real-roads.ts';
import { accepted, crookedRing } from '../../support/ring-plans.ts';
import { checkpoint, gridTown, spotOf, squareRing, town, type Spot } from '../../support/towns.ts';

const memories = new WeakMap<Roads, SealMemory>();
function memoryOf(roads: Roads): SealMemory {
	const known = memories.get(roads) ?? new SealMemory(roads);
	memories.set(roads, known);
	return known;
}

/** What `seal` says once some checkpoints are taken out. */
function without(roads: Roads, items: readonly Item[], gone: readonly string[]) {
	const options = { assumptions: { ...PRESENT, without: [...gone] } };
	const { rings, depth } = seal(roads, items, options, memoryOf(roads));
	return { leaking: rings.filter(({ sealed }) => !sealed).map(({ ring }) => ring), depth };
}

/** Every single and every pair tried by hand. */
function byHand(roads: Roads, items: readonly Item[]) {
	const posts = items.filter(({ kind }) => kind === 'checkpoint').map(({ id }) => id);
	const now = without(roads, items, []);
	const opensRings = new Map<string, string[]>();
	const single: string[] = [];
	const depthAfter = new Map<string, number | null>();
	const pairs: string[] = [];
	for (const [i, a] of posts.entries()) {
		const one = without(roads, items, [a]);
		const opened = one.leaking.filter((ring) => !now.leaking.includes(ring));
		if (opened.length > 0) opensRings.set(a, opened);
		depthAfter.set(a, one.depth);
		if (now.depth !== 0 && one.depth === 0) single.push(a);
		if (now.depth === 0) continue;
		for (const b of posts.slice(i + 1)) {
			if (without(roads, items, [a, b]).depth === 0) pairs.push([a, b].sort().join(' '));
		}
	}
	return {
		depth: now.depth,
		opensRings,
		single,
		depthAfter,
		pairs: pairs.filter((pair) => !pair.split(' ').some((id) => single.includes(id))).sort()
	};
}

function expectSame(answer: RingSystem, hand: ReturnType<typeof byHand>): void {
	expect(answer.depth?.count ?? null).toBe(hand.depth);
	expect(
		new Map(answer.losses.filter((l) => l.opensRings.length).map((l) => [l.checkpoints[0], l.opensRings]))
	).toEqual(hand.opensRings);
	const singles = answer.losses
		.filter(({ opensSystem }) => opensSystem)
		.map(({ checkpoints }) => checkpoints[0]);
	expect([...singles].sort()).toEqual([...hand.single].sort());
	for (const { checkpoints, depthAfter } of answer.losses)
		expect(depthAfter).toBe(hand.depthAfter.get(checkpoints[0]));
	const lowering = [...hand.depthAfter].filter(
		([, after]) => after !== null && after < (hand.depth ?? Infinity)
	);
	const listed = new Set(answer.losses.map(({ checkpoints }) => checkpoints[0] as string));
	for (const [id] of lowering) expect(listed).toContain(id);
	expect(answer.pairs.map(({ checkpoints }) => [...checkpoints].sort().join(' ')).sort()).toEqual(hand.pairs);
}

describe('losses', () => {
	test('are those found by taking out every checkpoint and every pair', async () => {
		const roads = prepareRoads(gridTown(11));
		const random = seededRandom(7);
		const met = { singles: 0, pairs: 0, none: 0, open: 0 };
		for (let run = 0; run < 10; run++) {
			const rings: ControlRing[] = [squareRing('core', 120 + 40 * random(), 1)];
			if (run % 3 !== 0) rings.push(squareRing('outer', 320 + 60 * random(), 2));
			const posts: Checkpoint[] = seal(roads, rings)
				.crossings.filter(() => random() < (run % 2 ? 1 : ([0.97, 0.985, 0.9][run % 3] ?? 1)))
				.map(({ at }, i) => checkpoint(`post-${i}`, spotOf(at)));
			for (let k = 0; k < 3; k++) {
				const at: Spot = [(random() - 0.5) * 900, (random() - 0.5) * 900];
				posts.push(checkpoint(`extra-${k}`, at));
			}
			const items = [...rings, ...posts];
			const answer = await ringSystem(roads, items);
			expectSame(answer, byHand(roads, items));
			if (answer.depth?.count === 0) met.open++;
			else if (answer.losses.some(({ opensSystem }) => opensSystem)) met.singles++;
			else if (answer.pairs.length > 0) met.pairs++;
			else met.none++;
		}
		expect(met.singles).toBeGreaterThan(1);
		expect(met.pairs).toBeGreaterThan(1);
		expect(met.open).toBeGreaterThan(0);
	});

	test('know of a road that two checkpoints close: only both together open it', async () => {
		const roads = prepareRoads(
			town({
				nodes: { m: [0, 0], a: [400, 0], out: [5000, 0] },
				roads: [{ name: 'the only road', line: ['m', 'a', 'out'] }],
				ends: ['out']
			})
		);
		const items = [squareRing('core', 200), checkpoint('first', [150, 0]), checkpoint('second', [250, 0])];
		const answer = await ringSystem(roads, items);
		expect(answer.depth).toMatchObject({ count: 2, met: ['first', 'second'] });
		expect(answer.pairs.map(({ checkpoints }) => checkpoints)).toEqual([['first', 'second']]);
		expect(answer.losses.map(({ depthAfter }) => depthAfter)).toEqual([1, 1]);
	});

	test('know that ground behind two checkpoints is a pocket only as long as both stand', async () => {
		// 800 m behind each post, and 600 m of road under each: two kilometres only together
		const roads = prepareRoads(
			town({
				nodes: { m: [0, 0], n: [0, 50], a: [800, 0], b: [800, 50], end: [1300, 0], tip: [1600, 0] },
				roads: [
					{ name: 'one', line: ['m', 'a'] },
					{ name: 'two', line: ['n', 'b'] },
					{ name: 'inside', line: ['m', 'n'] },
					{ name: 'behind', line: ['a', 'b'] },
					{ name: 'on', line: ['a', 'end', 'tip'] }
				]
			})
		);
		const items = [squareRing('core', 200), checkpoint('one', [200, 0]), checkpoint('two', [200, 50])];
		const posts = [
			{ ...items[1], properties: { controls: [{ way: 100, at: spotPlace([200, 0]) }] } },
			{ ...items[2], properties: { controls: [{ way: 101, at: spotPlace([200, 50]) }] } }
		] as Item[];
		const all = [items[0], ...posts];
		expectSame(await ringSystem(roads, all), byHand(roads, all));
		expect((await ringSystem(roads, all)).pairs).toHaveLength(1);
	});
});

function spotPlace(spot: Spot): [number, number] {
	const { coordinates } = checkpoint('x', spot).geometry;
	return [coordinates[0], coordinates[1]];
}

describe.each([
	['Gothenburg', gothenburg()],
	['the demo city', demoRoads()]
])('in %s', (_, graph) => {
	test.skipIf(!graph)('what opens a ring, lowers depth or opens the system is so', async () => {
		const roads = prepareRoads(graph as NonNullable<typeof graph>);
		const random = seededRandom(5);
		const rings = [crookedRing(roads, random, 'core', 0.05, 1), crookedRing(roads, random, 'outer', 0.12, 2)];
		const { suggestions } = seal(roads, rings, { suggest: true });
		const items: Item[] = [...rings, ...accepted(suggestions)];
		const answer = await ringSystem(roads, items);
		expect(answer.depth?.count).toBe(seal(roads, items).depth);
		expect(answer.depth?.count).toBeGreaterThanOrEqual(2);
		// every suggestion is needed, so every one opens its ring
		expect(answer.losses.filter(({ opensRings }) => opensRings.length > 0)).toHaveLength(suggestions.length);
		const pick = <T>(list: readonly T[], n: number): T[] =>
			Array.from({ length: Math.min(n, list.length) }, () => list[Math.floor(random() * list.length)]);
		for (const { checkpoints, opensRings, depthAfter } of pick(answer.losses, 8)) {
			const now = without(roads, items, checkpoints);
			expect(now.leaking).toEqual(opensRings);
			expect(now.depth).toBe(depthAfter);
		}
		for (const { checkpoints } of pick(answer.pairs, 6))
			expect(without(roads, items, checkpoints).depth).toBe(0);
		const listed = new Set(answer.pairs.map(({ checkpoints }) => [...checkpoints].sort().join(' ')));
		const posts = items.filter(({ kind }) => kind === 'checkpoint').map(({ id }) => id);
		for (let k = 0; k < 8; k++) {
			const pair = pick(posts, 2);
			const opens = without(roads, items, pair).depth === 0;
			expect(opens).toBe(pair[0] === pair[1] ? false : listed.has([...pair].sort().join(' ')));
		}
	});
});
