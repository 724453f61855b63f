import { describe, expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import { dutyChanges } from '../../src/lib/domain/duty-changes.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { DutyBook } from '../../src/lib/domain/on-duty.ts';
import { wallClock, wallClockText } from '../../src/lib/domain/wall-clock.ts';

const MONDAY = '2026-05-04T00:00';

describe('changes of the rota', () => {
	test.each<[string, string[], string[]]>([
		['always on duty', ['24/7'], []],
		['every day', ['Mo-Su 06:00-23:00'], ['04T06:00', '04T23:00', '05T06:00', '05T23:00']],
		['over night', ['22:00-06:00'], ['04T06:00', '04T22:00', '05T06:00', '05T22:00']],
		[
			'two rotas that share an hour',
			['Mo 08:00-12:00', 'Mo 12:00-16:00'],
			['04T08:00', '04T12:00', '04T16:00']
		],
		['off on one day', ['07:00-09:00; Mo off'], ['05T07:00', '05T09:00']],
		['what cannot be read', ['whenever', ''], []],
		['midnight is no change of its own', ['Mo 00:00-24:00; Tu 00:00-12:00'], ['05T12:00']]
	])('%s', (_, hours, days) => {
		const found = dutyChanges(hours, MONDAY, 2);
		expect(found).toEqual([MONDAY, ...days.map((day) => `2026-05-${day}`)]);
	});

	test('nothing comes or goes between them', () => {
		const hours = [
			'Mo-Fr 08:00-18:00',
			'Tu,Th 22:30-05:45',
			'Sa 10:00-12:00,13:00-15:00; Su off',
			'PH off; 09:00-17:00'
		];
		const changes = new Set(dutyChanges(hours, MONDAY, 7));
		let before = '';
		for (let minute = 0; minute < 7 * 24 * 60; minute += 15) {
			const at = wallClock(MONDAY);
			at.setMinutes(minute);
			const moment = wallClockText(at);
			const duty = new DutyBook({ ...PRESENT, at: moment });
			const state = hours.map((one) => duty.isCounted(post(one))).join();
			if (before !== '' && state !== before) expect(changes).toContain(moment);
			before = state;
		}
		expect(changes.size).toBe(1 + 2 * 5 + 2 * 2 + 4 + 2 * 7);
	});
});

function post(hours: string): Item {
	return {
		id: 'p' as ItemId,
		kind: 'checkpoint',
		rank: 0,
		geometry: { type: 'Point', coordinates: [0, 0] },
		properties: { hours }
	};
}
