import { describe, expect, test } from 'vitest';
import { bearingDeg } from '../../src/lib/geo/bearing.ts';
import { fromPlane, localPlane } from '../../src/lib/geo/local-plane.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';

describe('bearingDeg', () => {
	test.each([
		['north', 0, 1, 0],
		['east', 1, 0, 90],
		['south-west', -1, -1, 225]
	])('%s', (_, x, y, expected) => {
		const from: LngLat = [71.4, 51.2];
		expect(bearingDeg(from, fromPlane(localPlane(from), { x, y }))).toBeCloseTo(expected, 6);
	});
});
