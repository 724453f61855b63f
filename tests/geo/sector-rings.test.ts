import fc from 'fast-check';
import { Geodesic } from 'geographiclib-geodesic';
import { describe, expect, test } from 'vitest';
import { capsuleRing } from '../../src/lib/geo/capsule-ring.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { ringAreaM2 } from '../../src/lib/geo/ellipsoid-area.ts';
import { doubleArea } from '../../src/lib/geo/grid-ring.ts';
import { sectorRings } from '../../src/lib/geo/sector-rings.ts';
import { polygonFault } from '../support/valid-polygon.ts';

const HERE: LngLat = [71.43, 51.13];

/** Distance in metres and bearing from `from` of every corner and the middle of every edge. */
function polarOf(ring: Int32Array, from: LngLat): { distM: number; bearingDeg: number; isCorner: boolean }[] {
	const out = [];
	for (let i = 0; i < ring.length; i += 2) {
		const k = (i + 2) % ring.length;
		for (const t of [0, 0.5]) {
			const lng = (ring[i] + t * (ring[k] - ring[i])) / 1e7;
			const lat = (ring[i + 1] + t * (ring[k + 1] - ring[i + 1])) / 1e7;
			const { s12 = NaN, azi1 = NaN } = Geodesic.WGS84.Inverse(from[1], from[0], lat, lng);
			out.push({ distM: s12, bearingDeg: (azi1 + 360) % 360, isCorner: t === 0 });
		}
	}
	return out;
}

describe('sectorRings', () => {
	test('a sector lies within its true outline, by at most a quarter of a metre', () => {
		const sector = fc.record({
			lng: fc.double({ min: -179, max: 179, noNaN: true }),
			lat: fc.double({ min: -70, max: 70, noNaN: true }),
			azimuthDeg: fc.integer({ min: 0, max: 359 }),
			hfovDeg: fc.integer({ min: 5, max: 359 }),
			rangeM: fc.double({ min: 5, max: 400, noNaN: true }),
			near: fc.constantFrom(0, 0.1, 0.6)
		});
		fc.assert(
			fc.property(sector, ({ lng, lat, azimuthDeg, hfovDeg, rangeM, near }) => {
				const [ring, ...holes] = sectorRings([lng, lat], azimuthDeg, hfovDeg, rangeM, near * rangeM);
				expect(holes).toHaveLength(0);
				expect(doubleArea(ring)).toBeGreaterThan(0);
				expect(polygonFault([ring])).toBe(null);
				for (const { distM, bearingDeg } of polarOf(ring, [lng, lat])) {
					expect(distM).toBeLessThan(rangeM + 0.02);
					expect(distM).toBeGreaterThan(near * rangeM - 0.02);
					if (distM < 1) continue;
					const off = Math.abs(((bearingDeg - azimuthDeg + 540) % 360) - 180);
					expect((off - hfovDeg / 2) * (Math.PI / 180) * distM).toBeLessThan(0.03);
				}
				const trueM2 = (hfovDeg / 360) * Math.PI * rangeM * rangeM * (1 - near * near);
				const rimM = (hfovDeg / 180) * Math.PI * rangeM * (1 + near) + 2 * rangeM;
				expect(ringAreaM2(ring)).toBeLessThan(trueM2 + rimM * 0.02);
				expect(ringAreaM2(ring)).toBeGreaterThan(trueM2 - rimM * 0.25);
			}),
			{ numRuns: 200, seed: 4 }
		);
	});

	test('the middles of the arc stay within a quarter of a metre of it', () => {
		for (const rangeM of [1, 10, 60, 150, 800, 2000]) {
			const [ring] = sectorRings(HERE, 0, 360, rangeM, 0);
			const distances = polarOf(ring, HERE).map(({ distM }) => distM);
			expect(Math.min(...distances)).toBeGreaterThan(rangeM - 0.25);
			expect(Math.max(...distances)).toBeLessThan(rangeM + 0.02);
		}
	});

	test('looking north-east', () => {
		const [ring] = sectorRings(HERE, 45, 10, 100, 0);
		const far = polarOf(ring, HERE).filter(({ distM }) => distM > 90);
		for (const { bearingDeg } of far) expect(Math.abs(bearingDeg - 45)).toBeLessThan(5.1);
	});

	test('a ring with a blind zone is an exterior and a hole', () => {
		const rings = sectorRings(HERE, 0, 360, 100, 40);
		expect(rings.map((ring) => Math.sign(doubleArea(ring)))).toEqual([1, -1]);
		expect(polygonFault(rings)).toBe(null);
		for (const { distM } of polarOf(rings[1], HERE)) {
			expect(distM).toBeGreaterThan(40 - 0.02);
			expect(distM).toBeLessThan(40.25);
		}
	});

	test('a view of all but what the grid can show is one all round; a wider gap stays', () => {
		expect(sectorRings(HERE, 30, 359.999, 100, 20)).toEqual(sectorRings(HERE, 0, 360, 100, 20));
		for (const hfovDeg of [359.999, 359.99, 359.96, 359.9, 359]) {
			const rings = sectorRings(HERE, 30, hfovDeg, 100, 0);
			expect(polygonFault(rings)).toBe(null);
		}
		expect(sectorRings(HERE, 30, 359.96, 100, 0)).not.toEqual(sectorRings(HERE, 0, 360, 100, 0));
	});

	test.each([
		['no range', 0, 0],
		['blind as far as it sees', 50, 50],
		['smaller than the grid', 0.002, 0],
		['no number', NaN, 0]
	])('%s is no ring', (_, rangeM, nearM) => {
		expect(sectorRings(HERE, 0, 90, rangeM, nearM)).toEqual([]);
	});
});

describe('capsuleRing', () => {
	test('holds what lies within reach of the line', () => {
		const b: LngLat = [71.45, 51.135];
		const ring = capsuleRing(HERE, b, 50);
		expect(ring && polygonFault([ring])).toBe(null);
		const { s12 = NaN } = Geodesic.WGS84.Inverse(HERE[1], HERE[0], b[1], b[0]);
		expect(ringAreaM2(ring as Int32Array) / (100 * s12 + Math.PI * 2500)).toBeCloseTo(1, 2);
	});

	test('of one place is a circle, of no reach nothing', () => {
		expect(ringAreaM2(capsuleRing(HERE, HERE, 50) as Int32Array) / (Math.PI * 2500)).toBeCloseTo(0.995, 2);
		expect(capsuleRing(HERE, HERE, 0)).toBe(null);
	});
});
