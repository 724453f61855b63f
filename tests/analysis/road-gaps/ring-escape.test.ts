import { describe, expect, test } from 'vitest';
import { closedRoads } from '../../../src/lib/analysis/road-gaps/closed-roads.ts';
import { atOnce } from '../../../src/lib/analysis/at-once.ts';
import { ringEscape } from '../../../src/lib/analysis/road-gaps/ring-escape.ts';
import { SealMemory } from '../../../src/lib/analysis/sealing/seal-memory.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { Checkpoint, ControlRing } from '../../../src/lib/domain/items.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { seeded } from '../../support/random.ts';
import { demoRoads, gothenburg } from '../../support/real-roads.ts';
import { watchedBy, type Box } from '../../support/road-watch.ts';
import { checkpoint, gridTown, ring, spotOf, squareRing, town, type Spot } from '../../support/towns.ts';

interface Asked {
	boxes?: readonly Box[];
	posts?: readonly Checkpoint[];
	lawful?: boolean;
}

function ask(graph: RoadGraph, around: ControlRing, { boxes = [], posts = [], lawful = false }: Asked = {}) {
	const { memory, watch } = watchedBy(graph, boxes);
	const sealing = new SealMemory(memory.roads);
	const closures = closedRoads(sealing, posts, PRESENT);
	const verdict = seal(memory.roads, [around, ...posts], { lawful: lawful ? 'out' : 'no' }).rings[0];
	return { ...atOnce(ringEscape(memory, sealing, watch, around, { closures, lawful })), verdict };
}

const EVERYTHING: Box = [-3000, -3000, 3000, 3000];

describe('ringEscape', () => {
	test('with nobody watching there are as many unseen ways as edges to close', () => {
		const { unseenWays, leastExposed, verdict } = ask(gridTown(21), squareRing('ring', 150));
		expect(unseenWays).toBe(12);
		expect(verdict.minimumCut).toBe(12);
		expect(leastExposed).toMatchObject({ seenM: 0 });
	});

	test('with everything watched none is unseen, and the least exposed way is the shortest', () => {
		const { unseenWays, leastExposed, shortest } = ask(gridTown(21), squareRing('ring', 150), {
			boxes: [EVERYTHING]
		});
		expect(unseenWays).toBe(0);
		expect(leastExposed?.seenM).toBeCloseTo(leastExposed?.lengthM as number, 6);
		expect(leastExposed?.lengthM).toBeCloseTo(shortest?.lengthM as number, 6);
		// from 25 m within to 120 m beyond
		expect(shortest?.lengthM).toBeCloseTo(145, 0);
	});

	test('a camera on every street but one leaves one unseen way; the last camera turns it into metres', () => {
		const streets: Spot[] = [-100, 0, 100].flatMap((at): Spot[] => [
			[at, 150],
			[at, -150],
			[150, at],
			[-150, at]
		]);
		const boxes = streets.map(([x, y], i): Box => [x - 4, y - 4, x + 4, y + 4 + (i === 0 ? 3 : 0)]);
		const all = ask(gridTown(21), squareRing('ring', 150), { boxes });
		expect(all.unseenWays).toBe(0);
		expect(all.leastExposed?.seenM).toBeCloseTo(8, 1);
		const one = ask(gridTown(21), squareRing('ring', 150), { boxes: boxes.slice(1) });
		expect(one.unseenWays).toBe(1);
		expect(one.leastExposed?.seenM).toBe(0);
	});

	test('a sealed ring has no way out, a checkpoint less has one', () => {
		const graph = gridTown(21);
		const around = squareRing('ring', 150);
		const posts = [-100, 0, 100]
			.flatMap((at): Spot[] => [
				[at, 150],
				[at, -150],
				[150, at],
				[-150, at]
			])
			.map((spot, i) => checkpoint(`post-${i}`, spot));
		const sealed = ask(graph, around, { posts });
		expect(sealed.verdict.sealed).toBe(true);
		expect(sealed).toMatchObject({ leastExposed: null, shortest: null, unseenWays: 0 });
		const open = ask(graph, around, { posts: posts.slice(1), boxes: [EVERYTHING] });
		expect(open.leastExposed?.watchers).toMatchObject([{ id: 'c0', fromM: 0 }]);
	});

	test('a way through a pocket has its length and its cameras', () => {
		// J stands 10 m within the ring; one comes to it straight from inside, or out by P and Q and in again
		const graph = town({
			nodes: { mid: [0, 0], J: [90, 0], far: [3000, 0], d: [0, 200], P: [300, 200], Q: [300, 100] },
			roads: [
				{ name: 'straight', line: ['mid', 'J'] },
				{ name: 'leads out', line: ['J', 'far'] },
				{ name: 'pocket', line: ['d', 'P', 'Q', 'J'] }
			]
		});
		const around = ring('ring', [
			[-300, -300],
			[100, -300],
			[100, 300],
			[-300, 300]
		]);
		const straight: Box = [76, -10, 85, 10];
		const least = (boxes: Box[], posts: Checkpoint[] = []) =>
			ask(graph, around, { boxes, posts }).leastExposed;
		expect(least([])?.roads).toEqual(['straight', 'leads out']);
		const through = least([straight]);
		expect(through).toMatchObject({ roads: ['pocket', 'leads out'], seenM: 0 });
		expect(through?.lengthM).toBeCloseTo(225 + 100 + Math.hypot(210, 100) + 130, 0);
		// a checkpoint deep in the pocket closes it
		const post = checkpoint('post', [300, 150]);
		expect(least([straight], [post])).toMatchObject({ roads: ['straight', 'leads out'] });
		expect(least([straight, [290, 140, 310, 145]])?.seenM).toBeCloseTo(5, 1);
		expect(least([straight, [290, 140, 310, 160]])).toMatchObject({ roads: ['straight', 'leads out'] });
	});

	test.each([
		['the demo city', demoRoads],
		['Gothenburg', gothenburg]
	])(
		'%s: agrees with sealing, whatever the rings, cameras and checkpoints',
		(_, read) => {
			const graph = read();
			if (!graph) return;
			const random = seeded(17);
			const spot = (): Spot => {
				const v = Math.floor(random() * graph.nodeCount);
				return spotOf([graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7]);
			};
			let seen = 0;
			let sealed = 0;
			for (let k = 0; k < 5; k++) {
				const [x, y] = spot();
				const halfM = 300 + random() * 900;
				const around = ring(`ring-${k}`, [
					[x - halfM, y - halfM],
					[x + halfM, y - halfM],
					[x + halfM, y + halfM],
					[x - halfM, y + halfM]
				]);
				const bare = ask(graph, around, { lawful: k % 2 === 1 });
				expect(bare.unseenWays).toBe(bare.verdict.minimumCut);
				expect(bare.leastExposed === null).toBe(bare.verdict.sealed);

				const { memory } = watchedBy(graph, []);
				const { suggestions } = seal(memory.roads, [around], { suggest: true });
				const posts = suggestions.map(({ at, controls }, i) =>
					checkpoint(`post-${i}`, spotOf(at), { controls })
				);
				const closed = ask(graph, around, { posts });
				expect(closed).toMatchObject({ leastExposed: null, unseenWays: 0 });
				if (posts.length > 0) sealed++;

				// a camera over every place that would close it: every way out is seen
				const boxes = suggestions.map(({ at }): Box => {
					const [px, py] = spotOf(at);
					return [px - 30, py - 30, px + 30, py + 30];
				});
				const half = boxes.filter((__, i) => i % 2 === 0);
				const watched = ask(graph, around, { boxes: half });
				expect(watched.unseenWays).toBeLessThanOrEqual(bare.verdict.minimumCut);
				expect(watched.unseenWays > 0).toBe(watched.leastExposed?.seenM === 0);
				if (watched.leastExposed && watched.shortest) {
					expect(watched.leastExposed.seenM).toBeLessThanOrEqual(watched.shortest.seenM);
					expect(watched.shortest.lengthM).toBeLessThanOrEqual(watched.leastExposed.lengthM + 1e-6);
					expect(watched.leastExposed.line.length).toBeGreaterThan(1);
				}
				const all = ask(graph, around, { boxes: [[x - 9000, y - 9000, x + 9000, y + 9000]] });
				if (all.leastExposed && all.leastExposed.seenM > 0) seen++;
			}
			expect(sealed).toBeGreaterThan(3);
			expect(seen).toBeGreaterThan(3);
		},
		60_000
	);
});
