import { describe, expect, test } from 'vitest';
import { dutyWeek } from '../../../src/lib/analysis/duty-week/duty-week.ts';
import { seal } from '../../../src/lib/analysis/sealing/seal.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { DutyWeek } from '../../../src/lib/domain/findings/duty-week.ts';
import type { Checkpoint, Item } from '../../../src/lib/domain/items.ts';
import { wallClock, wallClockText } from '../../../src/lib/domain/wall-clock.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import { checkpoint, squareRing, town, type Spot } from '../../support/towns.ts';

const MONDAY = '2026-05-04T00:00';
const roads = prepareRoads(
	town({
		nodes: {
			m: [0, 0],
			me: [700, 0],
			mw: [-700, 0],
			mn: [0, 700],
			ms: [0, -700],
			e: [5000, 0],
			w: [-5000, 0],
			n: [0, 5000],
			s: [0, -5000]
		},
		roads: ['e', 'w', 'n', 's'].map((way) => ({ name: `${way} road`, line: ['m', `m${way}`, way] })),
		ends: ['e', 'w', 'n', 's']
	})
);
const core = squareRing('core', 300, 1);
const outer = squareRing('outer', 1500, 2);

function post(id: string, at: Spot, hours?: string): Checkpoint {
	const made = checkpoint(id, at);
	return hours === undefined ? made : { ...made, properties: { ...made.properties, hours } };
}

function weekOf(items: readonly Item[], options = {}): DutyWeek {
	const steps = dutyWeek(roads, items, MONDAY, options);
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}

const round = (radius: number, hours: readonly (string | undefined)[]): Checkpoint[] =>
	(
		[
			[radius, 0],
			[-radius, 0],
			[0, radius],
			[0, -radius]
		] as const
	).map((at, i) => post(`post-${radius}-${'ewns'[i]}`, at, hours[i]));

describe('the week of a ring', () => {
	test('sealed all week with posts that never leave', () => {
		const [ring] = weekOf([core, ...round(300, [])]).rings;
		expect(ring).toMatchObject({ ring: 'core', sealedShare: 1, openings: [] });
		expect(ring?.spans).toEqual([{ from: MONDAY, to: '2026-05-11T00:00', leaks: 0 }]);
	});

	test('open all week without posts, and that is no opening', () => {
		const [ring] = weekOf([core]).rings;
		expect(ring).toMatchObject({ sealedShare: 0, openings: [] });
		expect(ring?.spans).toEqual([{ from: MONDAY, to: '2026-05-11T00:00', leaks: 4 }]);
	});

	test('opens when a post goes home, and names it', () => {
		const posts = round(300, ['06:00-22:00', undefined, 'Sa,Su 00:00-24:00; Mo-Fr 08:00-22:00', undefined]);
		const [ring] = weekOf([core, ...posts]).rings;
		expect(ring?.openings[0]).toEqual({
			at: '2026-05-04T22:00',
			before: 0,
			leaks: 2,
			gone: ['post-300-n', 'post-300-e']
		});
		expect(ring?.openings.map(({ at }) => at.slice(8))).toEqual([
			'04T22:00',
			'05T22:00',
			'06T22:00',
			'07T22:00',
			'08T22:00',
			'09T22:00',
			'10T22:00'
		]);
		// sealed from 08:00 on weekdays, from 06:00 at the weekend
		expect(ring?.sealedShare).toBeCloseTo((5 * 14 + 2 * 16) / 168, 12);
	});

	test('a post that goes home where nothing hangs on it opens nothing', () => {
		const [ring] = weekOf([core, ...round(300, []), post('spare', [0, 310], '10:00-11:00')]).rings;
		expect(ring).toMatchObject({ sealedShare: 1, openings: [] });
	});

	test('opens further when more go home, and that is told too', () => {
		const [ring] = weekOf([core, ...round(300, ['Mo 08:00-20:00', 'Mo 08:00-18:00'])]).rings;
		expect(ring?.openings.map(({ at, before, leaks }) => [at.slice(8), before, leaks])).toEqual([
			['04T18:00', 0, 1],
			['04T20:00', 1, 2]
		]);
	});

	test('over night: sealed while the post is there', () => {
		const week = weekOf([outer, core, ...round(300, ['22:00-06:00'])]);
		expect(week.rings.map(({ ring, sealedShare }) => [ring, sealedShare])).toEqual([
			['core', 8 / 24],
			['outer', 0]
		]);
	});

	test('by day a post farther out stands in for one that is there by night', () => {
		const week = weekOf([core, outer, ...round(300, ['22:00-06:00']), ...round(1500, ['06:00-22:00'])]);
		expect(week.rings.map(({ sealedShare }) => sealedShare)).toEqual([1, 16 / 24]);
		expect(week.rings[1]?.openings.map(({ gone }) => gone)).toEqual(Array(7).fill(['post-1500-e']));
	});

	test('every moment is answered as if it had been asked about alone', () => {
		const posts = [
			...round(300, ['Mo-Fr 07:30-19:15', '22:00-06:00', 'Tu off; 08:00-20:00', undefined]),
			...round(1500, [undefined, 'Mo-Su 00:00-12:00', 'Mo-Su 12:00-24:00', 'Sa-Su 09:00-09:30'])
		];
		const items = [core, outer, ...posts, post('spare', [0, 320], '10:00-11:00')];
		const week = weekOf(items, { assumptions: { ...PRESENT, without: ['post-300-s'] } });
		let changes = 0;
		for (const ring of week.rings) {
			changes += ring.spans.length;
			expect(ring.spans[0]?.from).toBe(MONDAY);
			expect(ring.spans.at(-1)?.to).toBe(week.to);
			ring.spans.forEach((span, i) => {
				if (i > 0)
					expect([ring.spans[i - 1]?.to, ring.spans[i - 1]?.leaks === span.leaks]).toEqual([
						span.from,
						false
					]);
			});
		}
		expect(changes).toBeGreaterThan(20);
		for (let minute = 0; minute < 7 * 24 * 60; minute += 75) {
			const date = wallClock(MONDAY);
			date.setMinutes(minute);
			const at = wallClockText(date);
			const asked = seal(roads, items, { assumptions: { ...PRESENT, without: ['post-300-s'], at } });
			const told = week.rings.map(({ spans }) => spans.find(({ from, to }) => from <= at && at < to)?.leaks);
			expect(told, at).toEqual(asked.rings.map(({ leaks }) => leaks));
		}
	});

	test('tells how far it is, and refuses what is no moment', () => {
		const steps = dutyWeek(roads, [core, ...round(300, ['06:00-22:00'])], MONDAY);
		expect(steps.next().value).toEqual({ done: 1, total: 15 });
		expect(() => dutyWeek(roads, [core], 'soon').next()).toThrow('not "soon"');
	});
});
