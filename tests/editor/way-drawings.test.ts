import { describe, expect, test } from 'vitest';
import type { EscapeRoute } from '../../src/lib/domain/findings/escape.ts';
import type { BlindNetwork } from '../../src/lib/domain/findings/routes.ts';
import type { DrawnFeature } from '../../src/lib/editor/drawings.ts';
import { blindDrawings, endDrawings, wayDrawings } from '../../src/lib/editor/way-drawings.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';

const route = (line: LngLat[], seen: LngLat[][] = []): EscapeRoute => ({
	line,
	seen,
	lengthM: 4200,
	seenM: seen.length > 0 ? 310 : 0,
	durationS: 360,
	roads: [],
	longestUnseenM: 0,
	longestUnseen: [],
	watchers: [],
	watcherCount: 0,
	checkpoints: []
});
const A: LngLat[] = [
	[71, 51],
	[71.1, 51],
	[71.3, 51]
];
const B: LngLat[] = [
	[71, 51],
	[71.1, 51.2],
	[71.3, 51]
];
const keys = (drawn: readonly DrawnFeature[]): string[] => drawn.map(({ key }) => key);

describe('wayDrawings', () => {
	test('both ways with a label each, and what is seen of them', () => {
		const drawn = wayDrawings(route(A, [[A[0], A[1]]]), route(B));
		expect(keys(drawn)).toEqual(['short', 'short-label', 'quiet', 'quiet-label', 'quiet-seen']);
		const label = drawn.find(({ key }) => key === 'quiet-label');
		expect(label?.properties?.words).toBe('Least exposed · 4.2\u202fkm · 310\u202fm seen · 6\u202fmin');
		expect(label?.geometry).toMatchObject({ type: 'Point' });
		const [lng, lat] = (label?.geometry as { coordinates: number[] }).coordinates;
		expect(lng).toBeCloseTo(71.18, 6);
		expect(lat).toBe(51);
	});

	test('nothing without points is handed to the map, which cannot take it', () => {
		const drawn = wayDrawings(route(A), route(B));
		expect(drawn.some(({ draws }) => draws === 'way-seen')).toBe(false);
		expect(wayDrawings(route([A[0]]), route([A[0]]))).toEqual([]);
		const network = {
			id: 'blind-1-0',
			longestWay: A,
			lengthM: 10,
			longestWayM: 5
		} as unknown as BlindNetwork;
		expect(keys(blindDrawings(network, []))).toEqual(['blind-1-0-way', 'blind-1-0-label']);
	});

	test('one line where the shortest way is the least exposed too', () => {
		const drawn = wayDrawings(route(A), route(A));
		expect(keys(drawn)).toEqual(['quiet', 'quiet-label']);
		expect(drawn[0].title).toContain('Least exposed and shortest');
	});

	test('the ends that are known', () => {
		expect(keys(endDrawings({ from: A[0], to: null }))).toEqual(['from']);
		expect(keys(endDrawings({ from: A[0], to: A[2] }))).toEqual(['from', 'to']);
	});
});
