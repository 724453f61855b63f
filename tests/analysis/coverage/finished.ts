import type { Polygon } from 'geojson';
import { expect } from 'vitest';
import { CoverageModel, type CoverageOptions } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import type { GapCollection } from '../../../src/lib/analysis/coverage/gap-features.ts';
import { PRESENT } from '../../../src/lib/domain/assumptions.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import { polygonFault } from '../../support/valid-polygon.ts';

export const ALL: CoverageOptions = { assumptions: PRESENT, by: 'all', minAreaM2: 0 };

/** A model of `items` with all its work done. */
export function finished(items: Iterable<Item>, options: Partial<CoverageOptions> = {}): CoverageModel {
	const model = new CoverageModel({ ...ALL, ...options });
	model.open(items);
	finish(model);
	return model;
}

export function finish(model: CoverageModel): void {
	for (;;) {
		const { done, total } = model.work(Infinity);
		if (done === total) return;
	}
}

/**
 * What must hold of every answer, whatever the plan. Gaps are listed as they were cut, by rounded
 * cuts that move the border of the ground too: the list may be off the summary by `slackM2`.
 */
export function expectSound({ summary, features }: GapCollection, slackM2 = 0.01): void {
	const { areaM2, coveredM2, gapM2 } = summary;
	expect(Math.abs(coveredM2 + gapM2 - areaM2)).toBeLessThanOrEqual(1e-6 * areaM2);
	expect(coveredM2).toBeGreaterThanOrEqual(0);
	expect(summary.gaps).toBe(features.length);

	const listed = features.reduce((sum, { properties }) => sum + Number(properties?.areaM2), 0);
	expect(Math.abs(listed + summary.droppedSliversM2 - gapM2)).toBeLessThan(1e-6 * areaM2 + slackM2);
	expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
	for (const { geometry } of features) {
		for (const deg of geometry.coordinates.flat(2))
			if (Math.round(deg * 1e7) / 1e7 !== deg) expect(deg).toBe('7 decimals');
		expect(polygonFault(gridRings(geometry))).toBe(null);
	}
}

/** A polygon's rings on the integer grid, not closed. */
export function gridRings({ coordinates }: Polygon): number[][] {
	return coordinates.map((ring) =>
		ring.slice(0, -1).flatMap(([lng, lat]) => [Math.round(lng * 1e7), Math.round(lat * 1e7)])
	);
}
