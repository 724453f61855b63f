import { describe, expect, test } from 'vitest';
import type { CoverageModel } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import type { Area, Item, ItemId } from '../../../src/lib/domain/items.ts';
import { area, camera, ring, square, zone } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { ALL, expectSound, finish, finished } from './finished.ts';

const town = area('town', square(-600, -600, 1200));

/** A crowd that cells are split for, with many gaps of several reasons. */
function crowd(random: () => number, count: number, first = 0): Item[] {
	return Array.from({ length: count }, (_, i) =>
		camera(`c${first + i}`, (random() - 0.5) * 1150, (random() - 0.5) * 1150, {
			rangeM: 25 + random() * 60,
			azimuthDeg: random() * 360,
			hfovDeg: random() < 0.4 ? 360 : 80,
			...(random() < 0.3 && { health: 'broken' as const }),
			...(random() < 0.2 && { integrated: false })
		})
	);
}

/** What the figures say of the list must be what the list says. */
function expectTotals(model: CoverageModel): void {
	const { summary, features } = model.answer();
	const rows = model.gaps();
	expect(rows).toHaveLength(summary.gaps);
	expect(features).toHaveLength(summary.gaps);
	expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
	const listed = rows.reduce((sum, { areaM2 }) => sum + areaM2, 0);
	expect(Math.abs(listed + summary.droppedSliversM2 - summary.gapM2)).toBeLessThan(3e-6 * summary.areaM2);
}

describe('gaps joined across cells', () => {
	test('after any edits are those of a fresh start, with their ids and totals', () => {
		const random = seeded(31);
		const items = new Map<ItemId, Item>([town, ...crowd(random, 220)].map((item) => [item.id, item]));
		const model = finished(items.values(), { minAreaM2: 40 });
		let dropped = 0;
		for (let step = 0; step < 16; step++) {
			const put = crowd(random, 1 + Math.floor(random() * 12), Math.floor(random() * 230));
			if (step % 5 === 4) put.push(zone('wide', square(-500 + 40 * step, -500, 640)));
			const drop = [...items.keys()].filter((id) => id !== town.id && random() < 0.04);
			if (step % 3 === 2) drop.push('wide' as ItemId);
			const left = drop.filter((id) => !put.some((item) => item.id === id));
			for (const id of left) items.delete(id);
			for (const item of put) items.set(item.id, item);
			model.change(put, left);
			// answers on the way must not be remembered
			if (step % 2) {
				model.work(0);
				model.gaps();
			}
			finish(model);
			const fresh = finished(items.values(), { minAreaM2: 40 });
			expect(JSON.stringify(model.gaps())).toBe(JSON.stringify(fresh.gaps()));
			expect(model.summary()).toEqual(fresh.summary());
			expectTotals(model);
			dropped += model.summary().droppedSliversM2;
		}
		expect(dropped).toBeGreaterThan(1);
		expectSound(model.answer(), 5);
	});

	test('ids stay where an edit is made elsewhere, though cells there are split', () => {
		const model = finished([town, ...crowd(seeded(32), 260)]);
		const before = new Map(model.gaps().map((row) => [row.id, row]));
		const here = Array.from({ length: 90 }, (_, i) =>
			camera(`new${i}`, 450 + (i % 10) * 8, 450 + Math.floor(i / 10) * 8, { type: 'dome', rangeM: 9 })
		);
		model.change(here, []);
		finish(model);
		const after = new Map(model.gaps().map((row) => [row.id, row]));
		const [limit] = square(300, 300, 10)[0];
		const far = [...before.values()].filter(({ bbox }) => bbox[2] < limit);
		expect(far.length).toBeGreaterThan(50);
		for (const { id, reason, bbox, areaM2 } of far) {
			expect(after.get(id)).toMatchObject({ id, reason, bbox });
			// sides of new cells cut it at rounded places
			expect(Math.abs((after.get(id)?.areaM2 ?? 0) - areaM2)).toBeLessThan(0.5);
		}
		model.change(
			[],
			here.map(({ id }) => id)
		);
		finish(model);
		expect(JSON.stringify(model.gaps())).toBe(JSON.stringify([...before.values()]));
	});

	test('another limit for slivers changes the list and the totals together', () => {
		const items = [town, ...crowd(seeded(33), 260)];
		const model = finished(items);
		for (const minAreaM2 of [0, 5, 100, 1e9, 5]) {
			model.assume({ ...ALL, minAreaM2 });
			finish(model);
			expectTotals(model);
			expect(model.summary()).toEqual(finished(items, { minAreaM2 }).summary());
		}
	});

	test.each([
		['where the quarters of the globe meet', 0, 0],
		['on the equator', 40, 0],
		['on the zero meridian', 0, 40],
		['in the south and west', -70.65, -33.45]
	])('%s a gap is one', (_, lng, lat) => {
		const about = (half: number): Area['geometry'] => ({
			type: 'Polygon',
			coordinates: [
				[
					[lng - half, lat - half],
					[lng + half, lat - half],
					[lng + half, lat + half],
					[lng - half, lat + half],
					[lng - half, lat - half]
				].map(([x, y]) => [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7])
			]
		});
		const here = { ...area('here', ring([0, 0], [1, 0], [0, 1])), geometry: about(0.08) };
		const held = { ...zone('held', []), geometry: about(0.01) };
		const model = finished([here, held]);
		const answer = model.answer();
		expectSound(answer);
		expect(answer.features).toHaveLength(1);
		expect(answer.features[0].geometry.coordinates).toHaveLength(2);
		expect(answer.summary.coveredShare).toBeCloseTo(1 / 64, 4);
		expectTotals(model);
	});
});
