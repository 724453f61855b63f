import { describe, expect, test } from 'vitest';
import { LeakScene } from '../../../src/lib/analysis/placement/leak-scene.ts';
import { placeCheckpoints } from '../../../src/lib/analysis/placement/place-checkpoints.ts';
import { postCandidates } from '../../../src/lib/analysis/placement/post-candidates.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import { PLACE_DEFAULTS, type PlacementAnswer } from '../../../src/lib/domain/findings/placement.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import { prepareRoads, type Roads } from '../../../src/lib/network/roads.ts';
import { seeded } from '../../support/random.ts';
import { squareRing, town, type Spot } from '../../support/towns.ts';

const ask = (roads: Roads, items: readonly Item[], count: number): Promise<PlacementAnswer> =>
	placeCheckpoints(
		{ items, roads, walls: null, assumptions: PRESENT, by: 'all' },
		{ ...PLACE_DEFAULTS, kind: 'checkpoint', count },
		{ improveMs: Infinity }
	);

/** The most leaks that `count` of all posts about the rings close, by trying every choice. */
function byTrying(roads: Roads, items: readonly Item[], count: number): number {
	const scene = new LeakScene(roads, items, PRESENT, undefined);
	const leaks = scene.leaksWith([]);
	const posts = [
		...postCandidates(roads, scene.grounds, null).map((post) => scene.draft(post)),
		...scene.suggestions([])
	];
	let least = leaks;
	const choose = (from: number, taken: typeof posts): void => {
		if (taken.length > 0) least = Math.min(least, scene.leaksWith(taken));
		if (taken.length === count) return;
		for (let i = from; i < posts.length; i++) choose(i + 1, [...taken, posts[i]]);
	};
	choose(0, []);
	return leaks - least;
}

/** Streets out of a square ring: some straight on, some by a fork, some into ground that is soon a pocket. */
function anyOutskirts(random: () => number) {
	const nodes: Record<string, Spot> = { middle: [0, 0] };
	const roads: { name: string; line: string[] }[] = [];
	const ends: string[] = [];
	const count = 3 + Math.floor(random() * 3);
	const far: string[] = [];
	for (let i = 0; i < count; i++) {
		const angle = (2 * Math.PI * (i + 0.6 * random())) / count;
		const out = (m: number, turn = 0): Spot => [
			Math.round(m * Math.cos(angle + turn)),
			Math.round(m * Math.sin(angle + turn))
		];
		nodes[`gate${i}`] = out(330);
		nodes[`far${i}`] = out(700 + 900 * random());
		roads.push({ name: `street ${i}`, line: ['middle', `gate${i}`, `far${i}`] });
		far.push(`far${i}`);
		if (random() < 0.5) {
			nodes[`side${i}`] = out(700, 0.25);
			roads.push({ name: `side ${i}`, line: [`gate${i}`, `side${i}`] });
			far.push(`side${i}`);
		}
	}
	// some far ends hang together, so that one post more can leave too little road behind
	for (let i = 0; i + 1 < far.length; i++) {
		if (random() < 0.45) roads.push({ name: `belt ${i}`, line: [far[i], far[i + 1]] });
	}
	if (random() < 0.7) ends.push(far[0]);
	return { nodes, roads, ends };
}

describe('checkpoints placed', () => {
	test('in towns with pockets: exact is exact, and the bound is one', async () => {
		let proven = 0;
		let gained = 0;
		for (let seed = 1; seed <= 60; seed++) {
			const roads = prepareRoads(town(anyOutskirts(seeded(seed))));
			const items = [squareRing('core', 300, 1)];
			for (const count of [1, 2]) {
				const best = byTrying(roads, items, count);
				const { gain, bound, exact } = await ask(roads, items, count);
				expect(gain, `${seed} ${count}`).toBeLessThanOrEqual(best);
				expect(bound, `${seed} ${count}`).toBeGreaterThanOrEqual(best);
				if (exact) expect(gain, `${seed} ${count}`).toBe(best);
				if (exact) proven += 1;
				if (best > 0) gained += 1;
			}
		}
		expect(proven).toBeGreaterThan(30);
		expect(gained).toBeGreaterThan(60);
	}, 60_000);
});
