import { describe, expect, test } from 'vitest';
import { PRESENT, type Assumptions } from '../../src/lib/domain/assumptions.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { DutyBook } from '../../src/lib/domain/on-duty.ts';

function standing(kind: Item['kind'], properties: object, assumptions: Partial<Assumptions> = {}): string {
	const item = {
		id: 'x' as ItemId,
		kind,
		properties,
		rank: 0,
		geometry: { type: 'Point', coordinates: [0, 0] }
	};
	return new DutyBook({ ...PRESENT, ...assumptions }).standingOf(item as Item);
}

describe('standingOf', () => {
	test.each<[string, Item['kind'], object, Partial<Assumptions>, string]>([
		['nothing said', 'camera', {}, {}, 'counted'],
		['working', 'camera', { health: 'working', integrated: true }, {}, 'counted'],
		['impaired', 'camera', { health: 'impaired' }, {}, 'broken'],
		['broken, taken as mended', 'camera', { health: 'broken' }, { assumeRepaired: true }, 'counted'],
		['not joined up', 'camera', { integrated: false }, {}, 'not-integrated'],
		[
			'not joined up, taken as joined',
			'camera',
			{ integrated: false },
			{ assumeIntegrated: true },
			'counted'
		],
		['broken and not joined up', 'camera', { health: 'broken', integrated: false }, {}, 'broken'],
		['planned', 'camera', { status: 'planned' }, {}, 'absent'],
		['planned, and counted', 'camera', { status: 'planned' }, { countPlanned: true }, 'counted'],
		[
			'planned, counted and broken',
			'camera',
			{ status: 'planned', health: 'broken' },
			{ countPlanned: true },
			'broken'
		],
		['taken out', 'camera', {}, { without: ['y', 'x'] }, 'absent'],
		['a checkpoint', 'checkpoint', {}, {}, 'counted'],
		['a built checkpoint', 'checkpoint', { status: 'built' }, {}, 'counted'],
		['a planned checkpoint', 'checkpoint', { status: 'planned' }, {}, 'absent'],
		['a broken checkpoint', 'checkpoint', { status: 'broken' }, {}, 'broken'],
		['a zone that is not integrated is none the worse', 'patrol-zone', { integrated: false }, {}, 'counted']
	])('%s', (_, kind, properties, assumptions, expected) => {
		expect(standing(kind, properties, assumptions)).toBe(expected);
	});

	// 1 May 2026 is a Friday
	test.each([
		['Mo-Fr 07:00-22:00', '2026-05-01T21:59', 'counted'],
		['Mo-Fr 07:00-22:00', '2026-05-01T22:00', 'off-duty'],
		['Mo-Fr 07:00-22:00', '2026-05-02T12:00', 'off-duty'],
		['22:00-06:00', '2026-05-01T03:00', 'counted'],
		['24/7', '2026-05-01', 'counted'],
		['Mo-Fr 07:00-22:00', '2026-05-01T08:00:00Z', 'counted'],
		['PH off; 08:00-20:00', '2026-05-01T12:00', 'counted'],
		['when it suits', '2026-05-01T12:00', 'off-duty']
	])('%s at %s: %s', (hours, at, expected) => {
		expect(standing('patrol-zone', { hours }, { at })).toBe(expected);
	});

	test('with no moment asked for, hours are not looked at', () => {
		expect(standing('patrol-zone', { hours: 'when it suits' })).toBe('counted');
	});

	test.each(['noon', '2026-13-01T00:00', '2026-02-30', '2026-05-01T25:00'])('refuses %s', (at) => {
		expect(() => standing('camera', {}, { at })).toThrow(RangeError);
	});
});
