import { describe, expect, test } from 'vitest';
import { answerWeek } from '../../../src/lib/analysis/duty-week/answer-week.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import { dutyChanges } from '../../../src/lib/domain/duty-changes.ts';
import { wallDate, wallText, weekStart } from '../../../src/lib/domain/wall-clock.ts';
import type { DutyWeek } from '../../../src/lib/domain/findings/duty-week.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { finished } from '../../support/street-web.ts';
import { checkpoint, squareRing, town } from '../../support/towns.ts';

/** Two roads leave the ring. */
const ROADS = prepareRoads(
	town({
		nodes: { a: [-3000, 0], m: [0, 0], b: [3000, 0], c: [0, 3000] },
		roads: [
			{ name: 'west to east', line: ['a', 'm', 'b'] },
			{ name: 'north', line: ['m', 'c'] }
		],
		ends: ['a', 'b', 'c']
	})
);
const RING = squareRing('ring', 1000);
const posts = (west?: string, east?: string, north?: string): Item[] => [
	RING,
	checkpoint('west', [-1000, 0], west === undefined ? {} : { hours: west }, 10),
	checkpoint('east', [1000, 0], east === undefined ? {} : { hours: east }, 11),
	checkpoint('north', [0, 1000], north === undefined ? {} : { hours: north }, 12)
];
// a Monday
const FROM = '2026-05-04T00:00';
const week = (items: readonly Item[], from = FROM, assumptions = PRESENT): DutyWeek =>
	finished(answerWeek(ROADS, items, { from }, assumptions));
const told = ({ rings }: DutyWeek): string[] =>
	rings[0].spans.map(({ from, leaks }) => `${from.slice(5)} ${leaks}`);

describe('when a ring is sealed over a week', () => {
	test('is all the time where nobody has hours', () => {
		const answer = week(posts());
		expect(answer).toMatchObject({ changes: 0, answered: 1, to: '2026-05-11T00:00' });
		expect(answer.rings).toMatchObject([{ ring: 'ring', sealedShare: 1 }]);
		expect(told(answer)).toEqual(['05-04T00:00 0']);
	});

	test('opens and closes with the hours of one post', () => {
		const answer = week(posts(undefined, 'Mo-Fr 07:00-22:00'));
		expect(told(answer).slice(0, 4)).toEqual([
			'05-04T00:00 1',
			'05-04T07:00 0',
			'05-04T22:00 1',
			'05-05T07:00 0'
		]);
		expect(told(answer).at(-1)).toBe('05-08T22:00 1');
		expect(answer).toMatchObject({ changes: 10, answered: 2 });
		expect(answer.rings[0].sealedShare).toBeCloseTo((5 * 15) / (7 * 24), 9);
	});

	test('a night watch over midnight is on duty at midnight', () => {
		const answer = week(posts(undefined, '22:00-06:00'));
		expect(told(answer).slice(0, 3)).toEqual(['05-04T00:00 0', '05-04T06:00 1', '05-04T22:00 0']);
		expect(answer.rings[0].sealedShare).toBeCloseTo(8 / 24, 9);
	});

	test('two shifts that meet leave nothing open', () => {
		const both = [
			...posts(undefined, '07:00-19:00'),
			checkpoint('night', [1005, 0], { hours: '19:00-07:00' }, 13)
		];
		const answer = week(both);
		expect(answer.rings[0]).toMatchObject({ sealedShare: 1 });
		expect(answer.rings[0].spans.every(({ leaks }) => leaks === 0)).toBe(true);
		expect(answer.answered).toBe(2);
	});

	test('holidays are not known, and hours that cannot be read hold nothing', () => {
		expect(told(week(posts(undefined, '08:00-20:00; PH off'))).slice(0, 2)).toEqual([
			'05-04T00:00 1',
			'05-04T08:00 0'
		]);
		const unread = week(posts(undefined, 'whenever'));
		expect(told(unread)).toEqual(['05-04T00:00 1']);
	});

	test('keeps the other assumptions, and what is taken out', () => {
		const items = posts('Mo 00:00-12:00');
		const answer = week(items, FROM, { ...PRESENT, without: ['north'] });
		expect(told(answer)).toEqual(['05-04T00:00 1', '05-04T12:00 2']);
	});

	test('begins at any moment, and says at each what the verdict is then', () => {
		const items = posts('Mo-Sa 06:30-21:15', '22:00-06:00', 'Tu,Th 08:00-18:00; Sa off');
		const answer = week(items, '2026-05-06T13:37');
		expect(answer.from).toBe('2026-05-06T13:37');
		expect(answer.to).toBe('2026-05-13T13:37');
		const { spans } = answer.rings[0];
		expect(spans.length).toBeGreaterThan(15);
		for (const [k, span] of spans.entries()) {
			if (k > 0) expect(span.from).toBe(spans[k - 1].to);
			const middle = new Date((wallDate(span.from).getTime() + wallDate(span.to).getTime()) / 2);
			for (const at of [span.from, wallText(middle)]) {
				expect(seal(ROADS, items, { assumptions: { ...PRESENT, at } }).rings[0].leaks).toBe(span.leaks);
			}
		}
		expect(answer.answered).toBeLessThan(9);
	});

	test('no rings, no strips; a moment that is none is refused', () => {
		expect(week([])).toMatchObject({ rings: [], changes: 0 });
		expect(() => week([], 'soon')).toThrow('a moment is written 2026-05-01T22:30');
	});
});

test('duty changes lie within the time asked for', () => {
	const [from, to] = [wallDate('2026-05-04T07:00'), wallDate('2026-05-05T07:00')];
	expect(dutyChanges('07:00-22:00', from, to).map(wallText)).toEqual(['2026-05-04T22:00']);
	expect(dutyChanges('24/7', from, to)).toEqual([]);
});

test('a week begins on its Monday', () => {
	expect(wallText(weekStart(wallDate('2026-05-10T23:59')))).toBe('2026-05-04T00:00');
	expect(wallText(weekStart(wallDate('2026-05-04T00:00')))).toBe('2026-05-04T00:00');
});
