import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turnKey } from '../../src/lib/geo/turn-key.ts';

test.each([
	['east', 5, 0, 0],
	['north', 0, 7, 1],
	['west', -2, 0, 2],
	['south', 0, -3, 3],
	['north-east', 4, 4, 0.5],
	['no direction', 0, 0, 0]
])('%s', (_, x, y, key) => {
	expect(turnKey(x, y)).toBe(key);
});

test('orders directions of whole numbers as exact arithmetic does, also next to each other', () => {
	const most = 2 ** 22 - 1;
	const whole = fc.integer({ min: -most, max: most });
	const half = (x: number, y: number) => (y > 0 || (y === 0 && x > 0) ? 0 : 1);
	fc.assert(
		fc.property(whole, whole, whole, whole, fc.boolean(), (ax, ay, u, v, isNear) => {
			const [bx, by] = isNear ? [ax + Math.sign(u), ay + Math.sign(v)] : [u, v];
			if ((ax === 0 && ay === 0) || (bx === 0 && by === 0)) return;
			const across = BigInt(ax) * BigInt(by) - BigInt(ay) * BigInt(bx);
			const inHalf = half(ax, ay) - half(bx, by);
			const wanted = inHalf !== 0 ? inHalf : across > 0n ? -1 : across < 0n ? 1 : 0;
			expect(Math.sign(turnKey(ax, ay) - turnKey(bx, by))).toBe(wanted);
		}),
		{ numRuns: 5000, seed: 1 }
	);
	expect(turnKey(most, most - 1)).toBeLessThan(turnKey(most - 1, most - 2 + 1));
	expect(turnKey(3, 5)).toBe(turnKey(3 * 12345, 5 * 12345));
});
