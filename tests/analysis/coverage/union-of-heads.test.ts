import { expect, test } from 'vitest';
import { area, camera, square } from '../../support/plan-items.ts';
import { finished } from './finished.ts';

const wide = area('wide', square(-60_000, -60_000, 120_000));

test.each([100, 5_000, 30_000, 50_000])(
	'heads that overlap and reach %i m hold their ground once',
	(rangeM) => {
		const heads = [{ azimuthDeg: 0 }, { azimuthDeg: 60 }];
		const pole = finished([wide, camera('pole', 0, 0, { rangeM, hfovDeg: 120, heads })]);
		const apart = finished([
			wide,
			...heads.map((head, i) => camera(`c${i}`, 0, 0, { rangeM, hfovDeg: 120, ...head }))
		]);
		const { coveredM2 } = pole.summary();
		expect(Math.abs(coveredM2 / apart.summary().coveredM2 - 1)).toBeLessThan(1e-4);
		const work = pole.redundancy();
		for (let isDone = false; !isDone;) {
			const { done, total } = work.step(Infinity);
			isDone = done === total;
		}
		const [, once, twice, more] = work.result().byWatchersM2;
		expect(Math.abs(once / coveredM2 - 1)).toBeLessThan(1e-4);
		expect(twice + more).toBeLessThan(1e-4 * coveredM2);
	}
);
