import { describe, expect, test } from 'vitest';
import { ringsOf } from '../../../src/lib/analysis/coverage/item-rings.ts';
import type { RedundancyWork } from '../../../src/lib/analysis/coverage/redundancy.ts';
import type { CoverageModel } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import type { Redundancy } from '../../../src/lib/domain/findings/redundancy.ts';
import type { Camera, Item } from '../../../src/lib/domain/items.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import { grantedBy } from '../../../src/lib/domain/needs.ts';
import { DutyBook } from '../../../src/lib/domain/on-duty.ts';
import { windingAt } from '../../../src/lib/geo/winding.ts';
import { area, at, camera, square, zone } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { claimsOf, effortOf } from './by-hand.ts';
import { finished } from './finished.ts';
import { mixedScene } from './mixed-scene.ts';

function worked(model: CoverageModel): Redundancy {
	const work: RedundancyWork = model.redundancy();
	let before = -1;
	for (;;) {
		const { done, total } = work.step(0);
		expect(done).toBeGreaterThanOrEqual(before);
		before = done;
		if (done === total) return work.result();
	}
}

/** A dense scene: most places are seen more than once, some cameras add nothing. */
function crowdedScene(seed: number): Item[] {
	const random = seeded(seed);
	const items: Item[] = [area('town', square(-300, -300, 600)), zone('held', square(-60, -60, 150))];
	for (let i = 0; i < 120; i++) {
		const [x, y] = [(random() - 0.5) * 500, (random() - 0.5) * 500];
		const properties = { azimuthDeg: random() * 360, hfovDeg: 120, rangeM: 60 + random() * 60 };
		items.push(camera(`c${i}`, x, y, properties));
		if (random() < 0.1) items.push(camera(`twin${i}`, x, y, properties));
		if (random() < 0.1) items.push(camera(`inner${i}`, x, y, { ...properties, hfovDeg: 60, rangeM: 30 }));
	}
	return items;
}

const town = area('town', square(-300, -300, 600));
const dome = { type: 'dome', rangeM: 100 } as const;

describe('redundancy', () => {
	test.each([1, 2])('what the loss of a camera opens is what asking without it says, scene %i', (seed) => {
		const items = crowdedScene(seed);
		const model = finished(items);
		const { critical, idleAlone, cameras, byWatchersM2 } = worked(model);
		const whole = finished(items, { by: 'cameras' }).summary();
		expect(critical.length + idleAlone).toBe(cameras);
		expect(cameras).toBe(items.filter(({ kind }) => kind === 'camera').length);
		for (const { id, soleM2, seenM2 } of [...critical.slice(0, 12), ...critical.slice(-8)]) {
			const without = finished(items, {
				assumptions: { ...PRESENT, without: [id] },
				by: 'cameras'
			}).summary();
			// cuts are rounded to the centimetre, one way with the camera and another without
			expect(Math.abs(whole.coveredM2 - without.coveredM2 - soleM2)).toBeLessThan(1);
			expect(soleM2).toBeLessThanOrEqual(seenM2 + 0.01);
		}
		const sole = critical.map(({ soleM2 }) => soleM2);
		expect(sole).toEqual([...sole].sort((a, b) => b - a));
		expect(byWatchersM2.reduce((sum, m2) => sum + m2, 0)).toBeCloseTo(whole.areaM2, 0);
		const seen = finished(items, { by: 'cameras' }).summary();
		expect(whole.areaM2 - byWatchersM2[0]).toBeCloseTo(seen.coveredM2, 0);
	});

	test('ground by number of cameras is what counting at points says', () => {
		const items = crowdedScene(3);
		const model = finished(items);
		const { byWatchersM2 } = worked(model);
		const seen = items.flatMap((item) => (item.kind === 'camera' ? [ringsOf(item).rings] : []));
		const random = seeded(2);
		const counts = [0, 0, 0, 0];
		const n = 8000;
		for (let s = 0; s < n; s++) {
			const [lng, lat] = at((random() - 0.5) * 600, (random() - 0.5) * 600);
			const [x, y] = [Math.round(lng * 1e7), Math.round(lat * 1e7)];
			counts[Math.min(3, seen.filter((rings) => windingAt(x, y, rings) > 0).length)]++;
		}
		const { areaM2 } = model.summary();
		for (let k = 0; k < 4; k++) {
			expect(Math.abs(counts[k] / n - byWatchersM2[k] / areaM2)).toBeLessThan(4 * Math.sqrt(0.25 / n));
			expect(counts[k]).toBeGreaterThan(n / 100);
		}
	});

	test.each([
		['as things are', PRESENT],
		['repaired and planned', { ...PRESENT, assumeRepaired: true, countPlanned: true }]
	])('only cameras that count watch, %s', (_, assumptions) => {
		const items = mixedScene(9, 200);
		const model = finished(items, { assumptions });
		const { byWatchersM2 } = worked(model);
		const claims = claimsOf(
			items.filter(({ kind }) => kind === 'camera'),
			assumptions,
			null
		).filter((claim) => effortOf(claim, grantedBy(assumptions)) === 0);
		const random = seeded(3);
		const counts = [0, 0, 0, 0];
		const n = 6000;
		for (let s = 0; s < n; s++) {
			const [lng, lat] = at((random() - 0.5) * 1600, (random() - 0.5) * 1600);
			const [x, y] = [Math.round(lng * 1e7), Math.round(lat * 1e7)];
			const watching = claims.filter(
				({ rings, box }) => x > box[0] && y > box[1] && x < box[2] && y < box[3] && windingAt(x, y, rings) > 0
			);
			counts[Math.min(3, watching.length)]++;
		}
		const { areaM2 } = model.summary();
		for (let k = 0; k < 4; k++) {
			expect(Math.abs(counts[k] / n - byWatchersM2[k] / areaM2)).toBeLessThan(4 * Math.sqrt(0.25 / n));
		}
		expect(counts[1] + counts[2] + counts[3]).toBeGreaterThan(n / 10);
	});

	test.each([4, 5, 6])('idle cameras go together and open nothing, and no more could, scene %i', (seed) => {
		const items = crowdedScene(seed);
		const { coveredM2 } = finished(items, { by: 'cameras' }).summary();
		const { idle, idleAlone } = worked(finished(items));
		expect(idle.length).toBeGreaterThan(3);
		expect(idle.length).toBeLessThanOrEqual(idleAlone);
		const left = items.filter(({ id }) => !idle.includes(id));
		expect(Math.abs(finished(left, { by: 'cameras' }).summary().coveredM2 - coveredM2)).toBeLessThan(
			0.2 * idle.length
		);
		expect(worked(finished(left)).idleAlone).toBe(0);
	});

	test.each([
		['twins stand in for each other', [camera('a', 0, 0, dome), camera('b', 0, 0, dome)], ['b'], 2],
		['three of a kind', ['a', 'b', 'c'].map((id) => camera(id, 0, 0, dome)), ['b', 'c'], 3],
		['one in a zone', [camera('a', 0, 0, { ...dome, rangeM: 20 }), zone('z', square(-50, -50, 100))], [], 0],
		['one alone', [camera('a', 0, 0, dome)], [], 0],
		['a broken one is no camera at all', [camera('a', 0, 0, { ...dome, health: 'broken' })], [], 0]
	] as [string, Item[], string[], number][])('%s', (_, things, idle, idleAlone) => {
		const answer = worked(finished([town, ...things]));
		expect([...answer.idle].sort()).toEqual(idle);
		expect(answer.idleAlone).toBe(idleAlone);
	});

	test('heads of one camera that share ground are one watcher', () => {
		const pole = camera('pole', 0, 0, {
			rangeM: 100,
			hfovDeg: 120,
			heads: [{ azimuthDeg: 0 }, { azimuthDeg: 60 }]
		});
		const { byWatchersM2, critical } = worked(finished([town, pole]));
		expect(byWatchersM2[2] + byWatchersM2[3]).toBeLessThan(0.5);
		expect(byWatchersM2[1] / (Math.PI * 10000 * (180 / 360))).toBeCloseTo(1, 2);
		expect(critical[0]?.soleM2).toBeCloseTo(byWatchersM2[1], 0);
	});

	test('assumptions say which cameras count', () => {
		const items = mixedScene(8);
		const assumptions = { ...PRESENT, assumeRepaired: true, countPtz: true };
		const duty = new DutyBook(assumptions);
		const counted = items.filter((item): item is Camera => item.kind === 'camera' && duty.isCounted(item));
		const { cameras } = worked(finished(items, { assumptions }));
		expect(cameras).toBeLessThanOrEqual(counted.length);
		expect(cameras).toBeGreaterThan(worked(finished(items)).cameras);
	});

	test('pieces for tiles by number of cameras fill what is seen once over', () => {
		const model = finished(crowdedScene(7));
		const { byWatchersM2 } = worked(model);
		const units = [0, 0, 0, 0];
		model.forEachPiece(
			[-180, -80, 180, 80],
			({ watchers, rings }) => {
				for (const ring of rings) units[watchers] += areaUnits(ring);
			},
			'watchers'
		);
		const seen = byWatchersM2[1] + byWatchersM2[2] + byWatchersM2[3];
		const all = units[1] + units[2] + units[3];
		for (let k = 1; k < 4; k++) expect(units[k] / all).toBeCloseTo(byWatchersM2[k] / seen, 4);
	});
});

function areaUnits(r: Int32Array): number {
	let sum = 0;
	for (let i = 0, j = r.length - 2; i < r.length; j = i, i += 2) {
		sum += (r[j] - r[0]) * (r[i + 1] - r[1]) - (r[i] - r[0]) * (r[j + 1] - r[1]);
	}
	return sum / 2;
}
