import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FeatureCollection, Point, Polygon } from 'geojson';
import { describe, expect, test } from 'vitest';
import type { Area, Camera, ItemId } from '../../../src/lib/domain/items.ts';
import { ringAreaM2 } from '../../../src/lib/geo/ellipsoid-area.ts';
import { controlRing } from '../../support/plan-items.ts';
import { seeded } from '../../support/random.ts';
import { expectSound, finished, gridRings } from './finished.ts';

const data = resolve(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(data);
if (!isThere) console.warn(`real places not tried: ${data} is not there`);

function read<G extends Point | Polygon>(name: string): FeatureCollection<G> {
	return JSON.parse(readFileSync(resolve(data, name), 'utf8')) as FeatureCollection<G>;
}

describe.skipIf(!isThere)('real places', () => {
	test('the police districts of Chicago, with made-up cameras, add up to the city', () => {
		const districts = read<Polygon>('chicago-police-districts-25.geojson').features.map(
			({ geometry, properties }, i): Area => ({
				id: `district-${properties?.DIST_NUM}-${i}` as ItemId,
				kind: 'area',
				rank: i,
				properties: { name: String(properties?.DIST_LABEL) },
				geometry
			})
		);
		const random = seeded(25);
		const cameras = Array.from({ length: 1500 }, (_, i): Camera => {
			const corners = (districts[i % 25].geometry as Polygon).coordinates[0];
			const [lng, lat] = corners[Math.floor(random() * corners.length)];
			return {
				id: `camera-${i}` as ItemId,
				kind: 'camera',
				rank: 100 + i,
				properties: {
					azimuthDeg: random() * 360,
					hfovDeg: 80,
					rangeM: 30 + random() * 100,
					integrated: random() < 0.9
				},
				geometry: {
					type: 'Point',
					coordinates: [lng + (random() - 0.5) * 0.004, lat + (random() - 0.5) * 0.003]
				}
			};
		});
		const answer = finished([...districts, ...cameras], { minAreaM2: 100 }).answer();
		const { summary, features } = answer;

		// holes taken off
		const sumM2 = districts.reduce(
			(sum, { geometry }) =>
				gridRings(geometry as Polygon).reduce(
					(part, ring, r) => part + (r === 0 ? 1 : -1) * Math.abs(ringAreaM2(Int32Array.from(ring))),
					sum
				),
			0
		);
		expect(summary.areaM2 / sumM2).toBeCloseTo(1, 3);
		const byArea = new Set(features.map(({ properties }) => properties?.areaId));
		expect(byArea.size).toBeGreaterThan(20);
		expect(byArea.has(null)).toBe(false);
		expectSoundFigures(answer);
	});

	test('the cameras of Baltimore, taken as domes of 60 m, within a ring', () => {
		const cameras = read<Point>('baltimore-cameras-592.geojson').features.map(
			({ geometry, properties }, i): Camera => ({
				id: `camera-${i}` as ItemId,
				kind: 'camera',
				rank: i,
				properties: { name: String(properties?.name), type: 'dome', rangeM: 60 },
				geometry
			})
		);
		const outline = [
			[-76.72, 39.2],
			[-76.52, 39.2],
			[-76.52, 39.38],
			[-76.72, 39.38],
			[-76.72, 39.2]
		];
		const answer = finished([controlRing('city', 3, outline), ...cameras]).answer();
		const { coveredM2 } = answer.summary;
		const inside = cameras.filter(
			({
				geometry: {
					coordinates: [lng, lat]
				}
			}) => lng > -76.72 && lng < -76.52 && lat > 39.2 && lat < 39.38
		);
		expect(inside.length).toBeGreaterThan(500);
		expect(coveredM2).toBeLessThan(inside.length * Math.PI * 3600);
		expect(coveredM2).toBeGreaterThan(0.5 * inside.length * Math.PI * 3600);
		expectSoundFigures(answer);
	});
});

/** The whole check on all but polygons of thousands of corners, which looking at every pair would take too long for. */
function expectSoundFigures(answer: Parameters<typeof expectSound>[0]): void {
	const isSmall = (feature: (typeof answer.features)[number]): boolean =>
		gridRings(feature.geometry).reduce((sum, ring) => sum + ring.length, 0) < 4000;
	const small = answer.features.filter(isSmall);
	const largeM2 = answer.features
		.filter((feature) => !isSmall(feature))
		.reduce((sum, { properties }) => sum + Number(properties?.areaM2), 0);
	expect(answer.features.length - small.length).toBeLessThan(3);
	expectSound({
		...answer,
		features: small,
		summary: {
			...answer.summary,
			gaps: small.length,
			droppedSliversM2: answer.summary.droppedSliversM2 + largeM2
		}
	});
}
