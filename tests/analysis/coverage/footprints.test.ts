import { describe, expect, test } from 'vitest';
import { footprintsOf, type Footprints } from '../../../src/lib/analysis/coverage/footprints.ts';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import { area, camera, square } from '../../support/plan-items.ts';
import { finished } from './finished.ts';
import { mixedScene } from './mixed-scene.ts';

/** Rings with their owners, in no order. */
function ringsOf({ coords, ringStart, owners, ownerOf }: Footprints): string[] {
	return Array.from(ownerOf, (owner, r) =>
		[owners[owner], ...coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1])].join()
	).sort();
}

/** Houses of 40 m on a grid across the scene. */
function blocks(): Walls {
	const corners = Array.from({ length: 64 }, (_, i) =>
		square(-800 + (i % 8) * 200, -800 + (i >> 3) * 200, 40)
	);
	const coords = corners.flatMap((ring) =>
		ring.slice(0, -1).flatMap(([lng, lat]) => [Math.round(lng * 1e7), Math.round(lat * 1e7)])
	);
	return new Walls({
		coords: Int32Array.from(coords),
		ringStart: Uint32Array.from({ length: 65 }, (_, i) => 4 * i),
		ringHeightDm: new Uint16Array(64)
	});
}

describe('footprintsOf', () => {
	test.each<[string, Partial<Assumptions>, boolean]>([
		['as things are', {}, false],
		['at an hour', { at: '2026-05-01T22:30' }, false],
		['with a least density', { minPxPerM: 40 }, false],
		['with PTZ counted', { countPtz: true }, false],
		['past buildings', {}, true],
		['all of it, mended and joined up', { minPxPerM: 25, countPtz: true, assumeRepaired: true }, true]
	])('is what the model counts: %s', (_, given, hasWalls) => {
		const items = mixedScene(3);
		const assumptions = { ...PRESENT, ...given };
		const walls = hasWalls ? blocks() : null;
		const own = ringsOf(footprintsOf(items, assumptions, 'all', walls));
		expect(own).toEqual(ringsOf(finished(items, { assumptions, walls }).footprints()));
		expect(own.length).toBeGreaterThan(30);
	});

	test('what is only possible, likely or too coarse is not there', () => {
		const items = [
			area('town', square(-500, -500, 1000)),
			camera('turning', 0, 0, { type: 'ptz', azimuthDeg: 0, rangeM: 50 }),
			camera('rough', 0, 0, { azimuthDeg: 0, hfovDeg: 40, azimuthToleranceDeg: 22.5, rangeM: 50 }),
			camera('coarse', 0, 0, { azimuthDeg: 0, hfovDeg: 60, rangeM: 400, nearM: 300, resolutionPx: 1920 })
		];
		expect(footprintsOf(items, { ...PRESENT, minPxPerM: 125 }, 'all').owners).toEqual([]);
		const { owners } = footprintsOf(items, { ...PRESENT, countPtz: true }, 'all');
		expect(owners).toEqual(['turning', 'coarse']);
	});
});
