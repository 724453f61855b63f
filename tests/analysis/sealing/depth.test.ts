import { describe, expect, test } from 'vitest';
import { gatherClosures } from '../../../src/lib/analysis/sealing/closures.ts';
import { controlsOf } from '../../../src/lib/analysis/sealing/controls.ts';
import { DrawnTogether } from '../../../src/lib/analysis/sealing/depth-field.ts';
import { ringGround, type RingGround } from '../../../src/lib/analysis/sealing/ring-ground.ts';
import { sealDepth } from '../../../src/lib/analysis/sealing/seal-depth.ts';
import { sealRing } from '../../../src/lib/analysis/sealing/seal-ring.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import type { Checkpoint, ControlRing } from '../../../src/lib/domain/items.ts';
import type { RoadGraph } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { seededRandom } from '../../bench/synthetic-city.ts';
import { checkpoint, gridTown, ring, squareRing, spotOf, town, type Spot } from '../../support/towns.ts';

const BAND = { insideM: 25, outsideM: 120 };

/** Depth on roads drawn together and on the whole graph, and whether the first was allowed. */
function bothWays(graph: RoadGraph, rings: readonly ControlRing[], posts: readonly Checkpoint[]) {
	const roads = prepareRoads(graph);
	const closures = gatherClosures(posts.map((post) => [post.id, controlsOf(roads, post)] as const));
	const grounds = rings.map((item) => ringGround(roads, item, 'drive', BAND) as RingGround);
	const results = rings.map((item, i) => sealRing(roads, item, grounds[i], closures, 'no'));
	const drawn = new DrawnTogether(roads, grounds, 'drive', closures.removed);
	return {
		isWhole: drawn.isWhole(closures),
		drawn: sealDepth(roads, results, closures, drawn),
		whole: sealDepth(roads, results, closures),
		isSealed: results.every(({ verdict }) => verdict.sealed)
	};
}

describe('depth', () => {
	test('is the same on roads drawn together as on the whole graph', () => {
		const graph = gridTown(31);
		const rings = [squareRing('core', 250, 1), squareRing('outer', 750, 2), squareRing('border', 1250, 3)];
		const roads = prepareRoads(graph);
		const crossings = seal(roads, rings).crossings;
		const random = seededRandom(41);
		let whole = 0;
		const seen = new Map<number | null, number>();
		for (let run = 0; run < 16; run++) {
			const posts = crossings
				.filter(() => random() < (run % 4 === 0 ? 1 : 0.995))
				.map(({ at }, i) => checkpoint(`post-${i}`, spotOf(at)));
			for (let k = 0; k < 6; k++) {
				const at: Spot = [(random() - 0.5) * 2600, (random() - 0.5) * 2600];
				posts.push(checkpoint(`extra-${k}`, at));
			}
			const answer = bothWays(graph, rings, posts);
			expect(answer.drawn).toBe(answer.whole);
			if (answer.isSealed) expect(answer.whole).toBeGreaterThanOrEqual(3);
			if (answer.isWhole) whole++;
			seen.set(answer.whole, (seen.get(answer.whole) ?? 0) + 1);
		}
		expect(whole).toBeGreaterThan(2);
		expect(seen.size).toBeGreaterThan(1);
	});

	test('sees that a post between rings cuts the only road there', () => {
		const graph = town({
			nodes: { m: [0, 0], a: [600, 0], b: [900, 0], out: [5000, 0] },
			roads: [{ name: 'the only road', line: ['m', 'a', 'b', 'out'] }],
			ends: ['out']
		});
		const rings = [squareRing('core', 200, 1), squareRing('outer', 1500, 2)];
		const answer = bothWays(graph, rings, [checkpoint('between', [750, 0])]);
		expect(answer).toMatchObject({ isWhole: 'no', drawn: 1, whole: 1 });
	});

	test('two carriageways under one post are met once, whichever way one weaves between them', () => {
		const graph = town({
			nodes: { m: [0, 0], n: [0, 20], a: [250, 0], b: [250, 20], out: [5000, 0], out2: [5000, 20] },
			roads: [
				{ name: 'one', line: ['m', 'a', 'out'] },
				{ name: 'two', line: ['n', 'b', 'out2'] },
				{ name: 'between', line: ['m', 'n'] },
				{ name: 'turn', line: ['a', 'b'] }
			],
			ends: ['out', 'out2']
		});
		const answer = bothWays(graph, [squareRing('core', 200)], [checkpoint('post', [250, 10])]);
		expect(answer).toMatchObject({ drawn: 1, whole: 1, isSealed: true });
	});

	test('is that of the weakest of several cores', () => {
		const roads = prepareRoads(gridTown(41));
		const around = (x: number, half: number): Spot[] => [
			[x - half, -half],
			[x + half, -half],
			[x + half, half],
			[x - half, half]
		];
		const west = ring('west', around(-900, 150), 1);
		const east = ring('east', around(900, 150), 1);
		const border = squareRing('border', 1450, 3);
		const hold = (rings: ControlRing[], from: number) =>
			seal(roads, rings).crossings.map(({ at }, i) =>
				checkpoint(`post-${from + i}`, spotOf(at), {}, from + i)
			);
		const posts = [...hold([border], 1000), ...hold([west], 2000)];
		expect(seal(roads, [west, border, ...posts]).depth).toBe(2);
		expect(seal(roads, [west, east, border, ...posts]).depth).toBe(1);
	});
});
