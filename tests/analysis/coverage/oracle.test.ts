import { difference, featureCollection, polygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/lib/domain/items.ts';
import { ringAreaM2 } from '../../../src/lib/geo/ellipsoid-area.ts';
import { area, camera, CORNER, square, zone } from '../../support/plan-items.ts';
import { seeded, shuffled } from '../../support/random.ts';
import { HOSTILE_SCENES, SIZE } from '../../geo/overlay/hostile-scenes.ts';
import { expectSound, finished, gridRings } from './finished.ts';

describe('Turf, on small scenes', () => {
	test.each([1, 2, 3, 4, 5, 6])('gives the same areas: scene %i', (seed) => {
		const random = seeded(seed);
		const town = area('town', square(-300, -300, 600), square(50, 50, 60));
		const items: Item[] = [town];
		for (let i = 0; i < 40; i++) {
			const isRing = random() < 0.2;
			items.push(
				camera(`c${i}`, (random() - 0.5) * 600, (random() - 0.5) * 600, {
					rangeM: 20 + random() * 80,
					hfovDeg: isRing ? 360 : 30 + random() * 80,
					azimuthDeg: random() * 360
				})
			);
		}
		const model = finished(items);
		const { ringStart, coords } = model.footprints();
		const clips = [];
		for (let r = 0; r + 1 < ringStart.length; r++) {
			const positions = [];
			for (let i = ringStart[r]; i < ringStart[r + 1]; i++) {
				positions.push([coords[2 * i] / 1e7, coords[2 * i + 1] / 1e7]);
			}
			clips.push(polygon([[...positions, positions[0]]]));
		}
		const left = difference(featureCollection([polygon((town.geometry as Polygon).coordinates), ...clips]));
		const { gapM2, areaM2 } = model.summary();
		expect(Math.abs(gapM2 - areaOf(left?.geometry))).toBeLessThan(1e-6 * areaM2);
		expectSound(model.answer());
	});
});

describe('hostile scenes, as zones across cells', () => {
	test.each(Object.entries(HOSTILE_SCENES))('%s', (_, scene) => {
		for (const rings of scene().slice(0, 12)) {
			const items: Item[] = [
				area('cell', placed([0, 0, SIZE, 0, SIZE, SIZE, 0, SIZE])),
				...rings.map((ring, i) => zone(`z${i}`, placed(ring)))
			];
			const answer = finished(items).answer();
			expectSound(answer);
			const again = finished(shuffled(items, seeded(rings.length))).answer();
			expect(JSON.stringify(again)).toBe(JSON.stringify(answer));
		}
	});
});

/** A scene's ring in degrees, about the corner where cells meet. */
function placed(ring: readonly number[]): [number, number][] {
	const positions: [number, number][] = [];
	for (let i = 0; i < ring.length; i += 2) {
		positions.push([
			(Math.round(CORNER[0] * 1e7) + ring[i] - SIZE / 2) / 1e7,
			(Math.round(CORNER[1] * 1e7) + ring[i + 1] - SIZE / 2) / 1e7
		]);
	}
	return [...positions, positions[0]];
}

function areaOf(geometry: Polygon | MultiPolygon | undefined): number {
	if (!geometry) return 0;
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	let sum = 0;
	for (const coordinates of polygons) {
		const rounded = coordinates.map((ring) =>
			ring.map(([x, y]) => [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7])
		);
		gridRings({ type: 'Polygon', coordinates: rounded }).forEach((ring, r) => {
			sum += (r === 0 ? 1 : -1) * Math.abs(ringAreaM2(Int32Array.from(ring)));
		});
	}
	return sum;
}
