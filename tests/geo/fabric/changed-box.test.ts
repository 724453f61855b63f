import { describe, expect, test } from 'vitest';
import { changedBox } from '../../../src/lib/geo/fabric/changed-box.ts';
import { gridBox } from '../../../src/lib/geo/fabric/grid-box.ts';
import { windingOf } from '../../../src/lib/geo/fabric/winding-of.ts';
import { seeded } from '../../support/random.ts';
import { randomScribble, randomStar } from './random-rings.ts';

const NOTHING = gridBox([]);

describe('the box of what changed', () => {
	test('the same sides, begun elsewhere or in other rings first, are no change', () => {
		const [a, b] = [Int32Array.of(0, 0, 9, 0, 9, 9), Int32Array.of(20, 0, 30, 0, 30, 8)];
		expect(changedBox([a, b], [b, Int32Array.of(9, 9, 0, 0, 9, 0)])).toEqual(NOTHING);
		expect(changedBox([], [])).toEqual(NOTHING);
	});

	test('a ring wound the other way, one that is twice there, one that went: all of it', () => {
		const ring = Int32Array.of(0, 0, 9, 0, 9, 7);
		const whole = { west: 0, south: 0, east: 9, north: 7 };
		expect(changedBox([ring], [Int32Array.of(9, 7, 9, 0, 0, 0)])).toEqual(whole);
		expect(changedBox([ring], [ring, ring])).toEqual(whole);
		expect(changedBox([ring], [])).toEqual(whole);
	});

	test('a corner that moved: its sides before and after, no more', () => {
		const random = seeded(3);
		for (let round = 0; round < 200; round++) {
			const ring = randomStar(random, 500, 500, 400, 9);
			const at = Math.floor(random() * 9);
			const moved = ring.slice();
			moved[2 * at] += 1 + Math.floor(random() * 40);
			const corner = (of: Int32Array, k: number) => [...of.slice(2 * (k % 9), 2 * (k % 9) + 2)];
			const ends = [corner(ring, at), corner(moved, at), corner(ring, at + 1), corner(ring, at + 8)];
			expect(changedBox([ring], [moved])).toEqual(gridBox([ends.flat()]));
		}
	});

	test('beyond it nothing is otherwise, whatever the rings do', () => {
		const random = seeded(5);
		let beyond = 0;
		for (let round = 0; round < 300; round++) {
			const rings = [randomScribble(random, 30, 7), randomScribble(random, 30, 5)];
			const after = rings.map((ring) => ring.slice());
			after[0][2 * Math.floor(random() * 7)] = Math.floor(random() * 30);
			const box = changedBox(rings, after);
			for (let probe = 0; probe < 20; probe++) {
				const [x, y] = [Math.floor(random() * 30) + 0.51, Math.floor(random() * 30) + 0.47];
				const isIn = x >= box.west && x <= box.east && y >= box.south && y <= box.north;
				if (isIn) continue;
				beyond++;
				expect(windingOf(after, x, y)).toBe(windingOf(rings, x, y));
			}
		}
		expect(beyond).toBeGreaterThan(1000);
	});
});
