import { describe, expect, test } from 'vitest';
import { leastCover } from '../../src/lib/network/least-cover.ts';
import { seededRandom } from '../bench/synthetic-city.ts';

function byHand(sets: readonly (readonly number[])[], count: number): number {
	let least = Infinity;
	for (let choice = 0; choice < 1 << sets.length; choice++) {
		const covered = new Set<number>();
		let size = 0;
		sets.forEach((set, s) => {
			if (!(choice & (1 << s))) return;
			size++;
			set.forEach((element) => covered.add(element));
		});
		if (covered.size === count) least = Math.min(least, size);
	}
	return least;
}

describe('leastCover', () => {
	test('has as few sets as the best of all choices', () => {
		const random = seededRandom(9);
		let better = 0;
		for (let run = 0; run < 500; run++) {
			const count = 4 + Math.floor(random() * 6);
			const sets: number[][] = Array.from({ length: 9 }, () =>
				Array.from({ length: count }, (_, element) => element).filter(() => random() < 0.35)
			);
			sets.push(
				Array.from({ length: count }, (_, element) => element).filter(
					(e) => !sets.some((set) => set.includes(e))
				)
			);
			const { chosen, isLeast, atLeast } = leastCover(sets, count);
			expect(new Set(chosen.flatMap((s) => sets[s])).size).toBe(count);
			expect(chosen).toHaveLength(byHand(sets, count));
			expect(isLeast).toBe(true);
			expect(atLeast).toBe(chosen.length);
			if (greedy(sets, count) > chosen.length) better++;
		}
		expect(better).toBeGreaterThan(20);
	});

	test('beats greedy where the largest set is a trap', () => {
		expect(
			leastCover(
				[
					[1, 2, 3, 4],
					[0, 1, 2],
					[3, 4, 5]
				],
				6
			).chosen
		).toEqual([1, 2]);
	});

	test('says what it could not prove, and a bound below it', () => {
		const random = seededRandom(2);
		const sets = Array.from({ length: 150 }, () =>
			Array.from({ length: 5 }, () => Math.floor(random() * 90))
		);
		const all = Array.from({ length: 90 }, (_, element) => [element]);
		const { chosen, isLeast, atLeast } = leastCover([...sets, ...all], 90);
		expect(isLeast).toBe(false);
		expect(atLeast).toBeLessThan(chosen.length);
		expect(atLeast).toBeGreaterThanOrEqual(5);
	});

	test('refuses an element that is in no set', () => {
		expect(() => leastCover([[0]], 2)).toThrow('element 1');
		expect(leastCover([], 0)).toEqual({ chosen: [], isLeast: true, atLeast: 0 });
	});
});

function greedy(sets: readonly (readonly number[])[], count: number): number {
	const open = new Set(Array.from({ length: count }, (_, element) => element));
	let size = 0;
	while (open.size > 0) {
		const gain = sets.map((set) => set.filter((element) => open.has(element)).length);
		sets[gain.indexOf(Math.max(...gain))].forEach((element) => open.delete(element));
		size++;
	}
	return size;
}
