import { describe, expect, test } from 'vitest';
import { seaPolygons } from '../../tiles/build/coastline.ts';
import { doubleArea, ringContains } from '../../tiles/build/ring-geometry.ts';

const box = { minX: 0, minY: 0, maxX: 100, maxY: 100 };

/** Whether a point is sea; y grows downwards, land is on the left of a coast, water on its right. */
const isSea = (coasts: number[][], x: number, y: number) =>
	seaPolygons(coasts, box).some(
		([exterior, ...holes]) => ringContains(exterior, x, y) && !holes.some((hole) => ringContains(hole, x, y))
	);

// on the screen y runs down: going right has land above, water below
const acrossRight = [-10, 50, 110, 50];
const island = [40, 60, 40, 80, 60, 80, 60, 60, 40, 60];

const backwards = (path: number[]) => {
	const out: number[] = [];
	for (let i = path.length - 2; i >= 0; i -= 2) out.push(path[i], path[i + 1]);
	return out;
};

describe('where the sea is', () => {
	test.each<[string, number[][], [number, number], boolean]>([
		['right of a coast across the box', [acrossRight], [50, 75], true],
		['left of it is land', [acrossRight], [50, 25], false],
		['the other way round', [[110, 50, -10, 50]], [50, 25], true],
		['a corner cut off', [[-5, 30, 30, -5]], [5, 5], false],
		['an island is land', [acrossRight, island], [50, 70], false],
		['round the island is sea', [acrossRight, island], [20, 70], true],
		['only islands: the box is sea', [island], [5, 5], true],
		['and they are not', [island], [50, 70], false],
		['a lagoon: closed, water within', [backwards(island)], [50, 70], true],
		['outside a lagoon is land', [backwards(island)], [5, 5], false],
		['a coast that hangs loose goes to the nearest side', [[3, 50, 50, 60, 97, 50]], [50, 80], true],
		['a strait between two coasts', [acrossRight, [110, 80, -10, 80]], [50, 65], true],
		['beyond the strait is land', [acrossRight, [110, 80, -10, 80]], [50, 90], false],
		[
			'a coast that contradicts a longer one is left out',
			[
				[-10, 50, 50, 51, 110, 50],
				[-10, 20, 110, 20]
			],
			[50, 75],
			true
		],
		['no coast, no sea', [], [50, 50], false]
	])('%s', (_, coasts, [x, y], expected) => {
		expect(isSea(coasts, x, y)).toBe(expected);
	});

	test('a closed coast that leaves the box is cut the same wherever it starts', () => {
		const ring = [50, 20, 50, 60, 150, 60, 150, 20];
		for (let start = 0; start < ring.length; start += 2) {
			const turned = [...ring.slice(start), ...ring.slice(0, start)];
			const closed = [...turned, turned[0], turned[1]];
			const [sea, ...others] = seaPolygons([closed], box);
			expect(others).toEqual([]);
			// the coast's four corners in the box and on it, the box's own, and the first again
			expect(sea[0].length / 2).toBe(4 + 4 + 1);
			expect(isSea([closed], 75, 40)).toBe(false);
			expect(isSea([closed], 25, 40)).toBe(true);
		}
	});

	test('exteriors and holes are turned as tiles want them', () => {
		for (const [exterior, ...holes] of seaPolygons([acrossRight, island], box)) {
			expect(doubleArea(exterior)).toBeGreaterThan(0);
			for (const hole of holes) expect(doubleArea(hole)).toBeLessThan(0);
		}
	});
});
