import { describe, expect, test } from 'vitest';
import { balancedParts, type WorkPieces } from '../../src/lib/network/balanced-parts.ts';
import { seeded } from '../support/random.ts';
import { finished } from '../support/street-web.ts';

/** Pieces in a square, each touching its four neighbours; some links may be missing, none cuts the square. */
function square(side: number, workAt: (i: number) => number, isLink = (): boolean => true): WorkPieces {
	const n = side * side;
	const links: number[][] = Array.from({ length: n }, () => []);
	for (let a = 0; a < n; a++) {
		const right = (a % side) + 1 < side ? a + 1 : -1;
		const up = a + side < n ? a + side : -1;
		for (const b of [right, up]) {
			// the first column and all rows always hang together
			if (b < 0 || (b === up && a % side !== 0 && !isLink())) continue;
			links[a].push(b);
			links[b].push(a);
		}
	}
	const adjacentStart = new Uint32Array(n + 1);
	links.forEach((list, a) => (adjacentStart[a + 1] = adjacentStart[a] + list.length));
	return {
		work: Float64Array.from({ length: n }, (_, a) => workAt(a)),
		x: Float64Array.from({ length: n }, (_, a) => 100 * (a % side)),
		y: Float64Array.from({ length: n }, (_, a) => 100 * Math.floor(a / side)),
		adjacentStart,
		adjacent: Uint32Array.from(links.flat())
	};
}

/** How many pieces the parts fall into, counted by a flood of their own. */
function islands(pieces: WorkPieces, partOf: Int32Array): number {
	const seen = new Set<number>();
	let count = 0;
	for (let start = 0; start < partOf.length; start++) {
		if (seen.has(start)) continue;
		count++;
		const stack = [start];
		seen.add(start);
		while (stack.length > 0) {
			const a = stack.pop() as number;
			for (let i = pieces.adjacentStart[a]; i < pieces.adjacentStart[a + 1]; i++) {
				const b = pieces.adjacent[i];
				if (seen.has(b) || partOf[b] !== partOf[a]) continue;
				seen.add(b);
				stack.push(b);
			}
		}
	}
	return count;
}

function partsOf(pieces: WorkPieces, count: number, seed = 1): { partOf: Int32Array; off: number } {
	const partOf = finished(balancedParts(pieces, count, seeded(seed)));
	expect(new Set(partOf).size).toBe(count);
	expect(islands(pieces, partOf)).toBe(count);
	const work = new Float64Array(count);
	partOf.forEach((part, a) => (work[part] += pieces.work[a]));
	const mean = work.reduce((sum, one) => sum + one, 0) / count;
	return { partOf, off: Math.max(...work.map((one) => Math.abs(one / mean - 1))) };
}

describe('balancedParts', () => {
	test('parts hang together and are even, whatever is missing', () => {
		for (let seed = 1; seed <= 8; seed++) {
			const random = seeded(seed);
			const pieces = square(
				30,
				() => 10 + Math.floor(random() * 200),
				() => random() < 0.6
			);
			for (const count of [2, 5, 9]) expect(partsOf(pieces, count, seed).off).toBeLessThan(0.005);
		}
	});

	test('work that lies in a corner makes small parts there', () => {
		const pieces = square(24, (a) => (a % 24 < 6 && a < 24 * 6 ? 100 : 1));
		const { partOf, off } = partsOf(pieces, 4);
		expect(off).toBeLessThan(0.1);
		const sizes = [0, 0, 0, 0];
		partOf.forEach((part) => sizes[part]++);
		expect(Math.max(...sizes)).toBeGreaterThan(5 * Math.min(...sizes));
	});

	test('parts of an even square are round: borders are not long', () => {
		const pieces = square(24, () => 1);
		const { partOf } = partsOf(pieces, 4);
		let border = 0;
		for (let a = 0; a < partOf.length; a++) {
			for (let i = pieces.adjacentStart[a]; i < pieces.adjacentStart[a + 1]; i++) {
				if (partOf[pieces.adjacent[i]] !== partOf[a]) border += 0.5;
			}
		}
		// two straight lines across would be 48
		expect(border).toBeLessThan(80);
	});

	test('as many parts as pieces, and one part, are what they must be', () => {
		const pieces = square(3, () => 1);
		expect(new Set(partsOf(pieces, 9).partOf).size).toBe(9);
		expect([...partsOf(pieces, 1).partOf]).toEqual(Array(9).fill(0));
		expect(() => partsOf(pieces, 10)).toThrow('10 parts of 9 pieces, wanted 1 to 9');
	});

	test('is the same each time, and refuses what does not hang together', () => {
		const pieces = square(12, (a) => 1 + (a % 7));
		expect(partsOf(pieces, 5, 3).partOf).toEqual(partsOf(pieces, 5, 3).partOf);
		const apart = { ...square(3, () => 1), adjacentStart: new Uint32Array(10), adjacent: new Uint32Array(0) };
		expect(() => finished(balancedParts(apart, 2, seeded(1)))).toThrow('does not hang together');
	});
});
