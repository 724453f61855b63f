import { describe, expect, test } from 'vitest';
import {
	changeBeside,
	leaksAt,
	mondayAfter,
	mondayOf,
	momentAt,
	shareOf
} from '../../src/lib/editor/week.ts';

const week = {
	from: '2026-05-04T00:00',
	to: '2026-05-11T00:00',
	changes: ['2026-05-04T00:00', '2026-05-04T06:10', '2026-05-10T22:00']
};

describe('a week on screen', () => {
	test.each([
		['a Monday', new Date(2026, 4, 4, 0, 0), '2026-05-04T00:00'],
		['a Sunday night', new Date(2026, 4, 10, 23, 59), '2026-05-04T00:00'],
		['over the end of a year', new Date(2027, 0, 1), '2026-12-28T00:00']
	])('the Monday of %s', (_, at, monday) => {
		expect(mondayOf(at)).toBe(monday);
	});

	test('weeks follow each other', () => {
		expect(mondayAfter(week.from, 1)).toBe(week.to);
		expect(mondayAfter(week.to, -1)).toBe(week.from);
	});

	test('places and moments are each other’s inverse', () => {
		expect(shareOf(week, week.from)).toBe(0);
		expect(shareOf(week, week.to)).toBeNull();
		expect(shareOf(week, '2026-05-03T23:59')).toBeNull();
		for (const at of ['2026-05-06T12:00', '2026-05-10T23:45', '2026-05-04T00:15']) {
			expect(momentAt(week, shareOf(week, at) as number, 0)).toBe(at);
		}
	});

	test('near a change of the rota that is meant, elsewhere a quarter of an hour', () => {
		const share = shareOf(week, '2026-05-04T06:00') as number;
		expect(momentAt(week, share, 0.01)).toBe('2026-05-04T06:10');
		expect(momentAt(week, share, 0.0001)).toBe('2026-05-04T06:00');
		expect(momentAt(week, 1, 0)).toBe('2026-05-10T23:45');
		expect(momentAt(week, -0.2, 0)).toBe('2026-05-04T00:00');
	});

	test('goes from change to change', () => {
		expect(changeBeside(week.changes, undefined, 1)).toBe('2026-05-04T00:00');
		expect(changeBeside(week.changes, undefined, -1)).toBe('2026-05-10T22:00');
		expect(changeBeside(week.changes, '2026-05-04T06:10', 1)).toBe('2026-05-10T22:00');
		expect(changeBeside(week.changes, '2026-05-05T00:00', -1)).toBe('2026-05-04T06:10');
		expect(changeBeside(week.changes, '2026-05-10T22:00', 1)).toBeNull();
	});

	test('says what leaks when', () => {
		const spans = [
			{ from: '2026-05-04T00:00', to: '2026-05-04T06:10', leaks: 3 },
			{ from: '2026-05-04T06:10', to: '2026-05-11T00:00', leaks: 0 }
		];
		expect([leaksAt({ spans }, '2026-05-04T06:09'), leaksAt({ spans }, '2026-05-04T06:10')]).toEqual([3, 0]);
		expect(leaksAt({ spans }, '2026-05-11T00:00')).toBeNull();
	});
});
