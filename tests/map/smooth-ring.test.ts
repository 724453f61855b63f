import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { smoothRing } from '../../src/lib/map/plan/smooth-ring.ts';

const square: Position[] = [
	[0, 0],
	[4, 0],
	[4, 4],
	[0, 4],
	[0, 0]
];

describe('smoothRing', () => {
	const smooth = smoothRing(square);

	test('is closed and keeps within the ring', () => {
		expect(smooth[0]).toEqual(smooth.at(-1));
		for (const [x, y] of smooth as [number, number][]) {
			expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-12);
			expect(Math.max(x, y)).toBeLessThanOrEqual(4 + 1e-12);
		}
	});

	test('lies on straight stretches and rounds corners', () => {
		const nearest = (x: number, y: number) =>
			Math.min(...smooth.map(([px, py]) => Math.hypot((px as number) - x, (py as number) - y)));
		expect(nearest(2, 0)).toBeLessThan(0.1);
		expect(nearest(4, 4)).toBeGreaterThan(0.1);
		expect(nearest(4, 4)).toBeLessThan(0.5);
	});

	test('turns by less than 25 degrees from place to place, where the ring turned by 90', () => {
		for (let i = 1; i + 1 < smooth.length; i++) {
			const [[ax, ay], [bx, by], [cx, cy]] = smooth.slice(i - 1, i + 2) as [number, number][];
			if (ax === undefined || bx === undefined || cx === undefined) throw new Error('three places');
			const turn =
				Math.atan2((cy as number) - (by as number), cx - bx) -
				Math.atan2((by as number) - (ay as number), bx - ax);
			const deg = Math.abs((((((turn * 180) / Math.PI + 180) % 360) + 360) % 360) - 180);
			expect(deg).toBeLessThan(25);
		}
	});

	test.each([
		[
			'a ring without length',
			[
				[1, 1],
				[1, 1],
				[1, 1]
			]
		],
		['an empty ring', []]
	] as [string, Position[]][])('%s stays as it is', (_, ring) => {
		expect(smoothRing(ring)).toEqual(ring);
	});
});
