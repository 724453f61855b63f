import { expect, test } from 'vitest';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import { EVERY_CAMERA } from '../../src/lib/domain/camera-filter.ts';
import type { Camera, CameraProperties, ItemId } from '../../src/lib/domain/items.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { CoverageThread } from '../../src/lib/workers/coverage-thread.ts';
import { hear } from './hear.ts';

const OPTIONS = { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: true } as const;

function camera(id: string, lng: number, properties: CameraProperties = {}): Camera {
	return {
		id: id as ItemId,
		kind: 'camera',
		rank: 1,
		properties: { type: 'dome', hfovDeg: 360, rangeM: 50, ...properties },
		geometry: { type: 'Point', coordinates: [lng, 51.13] }
	};
}

const box = (west: number, east: number): LngLat[] => [
	[west, 51.2],
	[east, 51.2],
	[east, 51.1],
	[west, 51.1]
];

test('cameras are picked by a box among those that the filter lets through, and all tiles are stale', () => {
	const { thread, said } = hear(
		(post) => new CoverageThread(post, () => Promise.reject(new Error('no buildings')))
	);
	const items = [camera('c1', 71.41), camera('c2', 71.42, { owner: 'Metro' }), camera('c3', 71.5)];
	thread.receive({
		type: 'open',
		items,
		packs: { roads: null, buildings: null },
		options: OPTIONS,
		number: 1
	});
	const pick = (request: number): void => {
		thread.receive({ type: 'pick-box', corners: box(71.4, 71.45), request });
	};
	pick(7);
	expect(said.at(-1)).toEqual({ type: 'picked', request: 7, answer: ['c1', 'c2'] });

	thread.receive({ type: 'filter', filter: { ...EVERY_CAMERA, owners: ['Metro'] } });
	expect(said.at(-1)).toMatchObject({ type: 'tiles', layers: ['cameras'], bbox: [-180, -90, 180, 90] });
	pick(8);
	expect(said.at(-1)).toMatchObject({ request: 8, answer: ['c2'] });

	const count = said.length;
	thread.receive({ type: 'filter', filter: { ...EVERY_CAMERA, owners: ['Metro'] } });
	expect(said).toHaveLength(count);
});
