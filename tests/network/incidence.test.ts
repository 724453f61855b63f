import { describe, expect, test } from 'vitest';
import { buildIncidence } from '../../src/lib/network/incidence.ts';

describe('buildIncidence', () => {
	test('lists each edge at both of its ends', () => {
		//  0 ──e0── 1 ──e1── 2
		//           └──e2────┘
		const { adjacentStart, adjacent } = buildIncidence(3, [0, 1, 2], [1, 2, 1]);
		expect([...adjacentStart]).toEqual([0, 1, 4, 6]);
		expect([...adjacent]).toEqual([0, 1, 2, 5, 3, 4]);
	});

	test('lists a loop twice, forward first', () => {
		expect([...buildIncidence(1, [0], [0]).adjacent]).toEqual([0, 1]);
	});

	test('has an empty list for a node without a road', () => {
		expect([...buildIncidence(2, [], []).adjacentStart]).toEqual([0, 0, 0]);
	});

	test.each([
		['a node that does not exist', [0], [2]],
		['ends that do not match', [0, 1], [1]]
	])('refuses %s', (_, from, to) => {
		expect(() => buildIncidence(2, from, to)).toThrow(RangeError);
	});
});
