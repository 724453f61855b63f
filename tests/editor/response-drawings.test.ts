import { describe, expect, test } from 'vitest';
import type { ResponseAnswer, RingSealTime } from '../../src/lib/domain/findings/response.ts';
import { areaDrawings, driveKey, sealDrawings } from '../../src/lib/editor/response-drawings.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';

const box = (half: number): LngLat[] => [
	[-half, -half],
	[half, -half],
	[half, half],
	[-half, half],
	[-half, -half]
];
const ANSWER = {
	areas: [
		{ minutes: 1, polygons: [{ areaM2: 1e6, rings: [box(1)] }] },
		{
			minutes: 3,
			polygons: [
				{ areaM2: 4e6, rings: [box(2), box(0.5).toReversed()] },
				{ areaM2: 900, rings: [box(0.01)] }
			]
		},
		{ minutes: 5, polygons: [] }
	],
	unreached: [
		{
			id: 'unreached-7-0',
			road: 'Long Lane',
			roadClass: 'track',
			lengthM: 1234,
			line: [
				[0, 0],
				[0, 1]
			]
		}
	]
} as unknown as ResponseAnswer;

describe('areaDrawings', () => {
	const drawn = areaDrawings(ANSWER);

	test('lays the widest area lowest, each once, and nothing for one that is empty', () => {
		const ground = drawn.filter(({ draws }) => draws === 'response');
		expect(ground.map(({ key }) => key)).toEqual(['within-3', 'within-1']);
		expect(ground.map(({ properties }) => properties?.step)).toEqual([1, 0]);
		expect(new Set(drawn.map(({ key }) => key)).size).toBe(drawn.length);
	});

	test('draws rims without holes and marks the minutes on pieces of some size only', () => {
		const of = (key: string): unknown => {
			const geometry = drawn.find((one) => one.key === key)?.geometry;
			return geometry && 'coordinates' in geometry ? geometry.coordinates : null;
		};
		expect(of('rim-3')).toEqual([box(2), box(0.01)]);
		const marks = of('mark-3') as LngLat[];
		expect(marks.length).toBeGreaterThan(1);
		for (const [lng, lat] of marks) expect(Math.max(Math.abs(lng), Math.abs(lat))).toBe(2);
		expect(drawn.find(({ key }) => key === 'mark-3')?.properties?.minutes).toBe('3 min');
	});

	test('says of a road how long it is and that nobody reaches it', () => {
		expect(drawn.find(({ draws }) => draws === 'unreached')?.title).toBe(
			'Long Lane, not reached in 5 min, 1.234\u202fkm'
		);
	});
});

describe('sealDrawings', () => {
	const drive = (checkpoint: string, durationS: number, line: LngLat[]): object => ({
		checkpoint,
		checkpointName: null,
		station: 's1',
		stationName: 'Station 1',
		durationS,
		lengthM: 10,
		line
	});
	const ring = {
		drives: [
			drive('last', 306, [
				[0, 0],
				[1, 1]
			]),
			drive('there already', 0, [[0, 0]]),
			drive('first', 42, [
				[0, 0],
				[0, 1]
			])
		]
	} as unknown as RingSealTime;

	test('draws the last to arrive on top and wide, and no line for a team that is there', () => {
		const drawn = sealDrawings(ring);
		expect(drawn.map(({ key }) => key)).toEqual([driveKey('first'), driveKey('last')]);
		expect(drawn.map(({ properties }) => properties?.isLast)).toEqual([false, true]);
		expect(drawn[1].title).toBe('Station 1 to last, 5.1 min');
		expect(drawn[0].properties?.minutes).toBe('42 s');
	});
});
