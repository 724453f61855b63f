import { featureCollection, intersect, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import { PRESENT, type Assumptions } from '../../../src/lib/domain/assumptions.ts';
import { ringAreaM2 } from '../../../src/lib/geo/ellipsoid-area.ts';
import { flatten } from '../../../src/lib/analysis/coverage/footprints.ts';
import { footprintPolygons } from '../../support/footprint-polygons.ts';
import { anyPlan } from './any-plan.ts';
import { claimsOf, effortOf, EFFORT } from './by-hand.ts';
import { finished } from './finished.ts';

type Ground = Feature<Polygon | MultiPolygon>;
const NOON: Assumptions = { ...PRESENT, at: '2026-05-01T12:00', minPxPerM: 25 };

test('Turf gives the ground of each reason the same area, with houses and a least density', () => {
	const met = new Map<string, number>();
	fc.assert(
		fc.property(anyPlan, (plan) => {
			const items = plan.items.slice(0, 30);
			const walls = new Walls(plan.houses);
			const { features, summary } = finished(items, { assumptions: NOON, walls }).answer();
			const ours = new Map<string, number>([['covered', summary.coveredM2]]);
			for (const { properties } of features) {
				const reason = String(properties?.reason);
				ours.set(reason, (ours.get(reason) ?? 0) + Number(properties?.areaM2));
			}
			const town: Ground = polygon((items[0].geometry as Polygon).coordinates);
			const claims = claimsOf(items, NOON, walls);
			let parts: Ground[] = [];
			let heldM2 = 0;
			EFFORT.forEach((verdict, effort) => {
				let m2 = summary.areaM2 - heldM2;
				if (verdict !== 'no-camera') {
					for (const claim of claims.filter((one) => effortOf(one) === effort))
						parts.push(...footprintPolygons(flatten(claim.rings)).map((rings) => polygon(rings)));
					const all = unionOf(parts);
					parts = all ? [all] : [];
					const within = all && intersect(featureCollection([town, all]));
					m2 = (within ? areaM2(within) : 0) - heldM2;
					heldM2 += m2;
				}
				// cuts are rounded to the centimetre along every edge
				expect(Math.abs((ours.get(verdict) ?? 0) - m2), verdict).toBeLessThan(5);
				if (m2 > 50) met.set(verdict, (met.get(verdict) ?? 0) + 1);
			});
		}),
		{ numRuns: 14, seed: 61, endOnFailure: true }
	);
	console.info('scenes with ground of each:', Object.fromEntries(met));
	for (const verdict of EFFORT) expect(met.get(verdict) ?? 0, verdict).toBeGreaterThan(2);
});

function unionOf(parts: readonly Ground[]): Ground | null {
	return parts.length < 2 ? (parts[0] ?? null) : union(featureCollection([...parts]));
}

function areaM2({ geometry }: Ground): number {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	let sum = 0;
	for (const rings of polygons) {
		rings.forEach((ring, r) => {
			const flat = Int32Array.from(
				ring.slice(0, -1).flatMap((position) => position.map((deg) => Math.round(deg * 1e7)))
			);
			sum += (r === 0 ? 1 : -1) * Math.abs(ringAreaM2(flat));
		});
	}
	return sum;
}
