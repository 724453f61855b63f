import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roadCrosses } from '../../src/lib/network/orientation.ts';
import { ringContains, ringLine } from '../../src/lib/network/ring-line.ts';

/** Whole numbers from so small a grid that most scenes have points on lines and lines on lines. */
const at = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
const GRID = 1e-7;

function crossings(ring: number[][], [px, py]: number[], [qx, qy]: number[]): number {
	let count = 0;
	for (let k = 0; k < ring.length; k++) {
		const [a, b] = [ring[k], ring[(k + 1) % ring.length]];
		if (roadCrosses(px, py, qx, qy, a[0], a[1], b[0], b[1])) count++;
	}
	return count;
}

describe('crossings of a ring', () => {
	test('a road whose ends lie on different sides crosses an odd number of times, and only then', () => {
		let touching = 0;
		let runs = 0;
		fc.assert(
			fc.property(fc.array(at, { minLength: 3, maxLength: 8 }), at, at, (ring, p, q) => {
				const line = ringLine(ring.map(([x, y]) => [x * GRID, y * GRID]));
				if (!line) return;
				runs++;
				if (ring.some(([x, y]) => (x === p[0] && y === p[1]) || (x === q[0] && y === q[1]))) touching++;
				const differ = ringContains(line, p[0], p[1]) !== ringContains(line, q[0], q[1]);
				expect(crossings(ring, p, q) % 2 === 1).toBe(differ);
			}),
			{ numRuns: 3000, seed: 5 }
		);
		expect(touching / runs).toBeGreaterThan(0.1);
	});

	test.each([
		['straight through a side', [2, 2], [8, 2], 1],
		['through a corner', [2, 2], [6, 6], 1],
		['along an eastern side: beyond it', [4, 2], [4, 8], 0],
		['along a western side: within it', [0, 2], [0, 8], 1],
		['along a western side from beyond both its ends', [0, -2], [0, 8], 0],
		['wholly on a side', [4, 1], [4, 3], 0],
		['past a corner', [2, 6], [6, 2], 0],
		['no length', [4, 2], [4, 2], 0]
	])('%s', (_, p, q, count) => {
		const square = [
			[0, 0],
			[4, 0],
			[4, 4],
			[0, 4]
		];
		expect(crossings(square, p, q) % 2).toBe(count);
	});
});
