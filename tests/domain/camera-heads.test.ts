import { describe, expect, test } from 'vitest';
import { viewsOf } from '../../src/lib/domain/camera-heads.ts';
import type { CameraProperties } from '../../src/lib/domain/items.ts';

function only(properties: CameraProperties): ReturnType<typeof viewsOf>['views'][number] {
	const { views } = viewsOf(properties);
	expect(views).toHaveLength(1);
	return views[0];
}

describe('viewsOf', () => {
	test.each<[string, CameraProperties, object]>([
		[
			'a fixed camera',
			{ azimuthDeg: 90, hfovDeg: 40, rangeM: 60 },
			{ azimuthDeg: 90, hfovDeg: 40, rangeM: 60, nearM: 0 }
		],
		['no angle is sixty degrees', { azimuthDeg: 90, rangeM: 60 }, { hfovDeg: 60 }],
		['a dome looks all round', { type: 'dome', rangeM: 60 }, { azimuthDeg: 0, hfovDeg: 360 }],
		[
			'a dome that states an angle does not',
			{ type: 'dome', azimuthDeg: 10, hfovDeg: 90, rangeM: 60 },
			{ hfovDeg: 90 }
		],
		['a PTZ looks where it is turned', { type: 'ptz', azimuthDeg: 10, rangeM: 60 }, { hfovDeg: 60 }],
		['more than round is round', { hfovDeg: 400, rangeM: 60 }, { hfovDeg: 360 }],
		['a bearing below north', { azimuthDeg: -90, rangeM: 60 }, { azimuthDeg: 270 }],
		[
			'known to a compass point only',
			{ azimuthDeg: 45, hfovDeg: 90, azimuthToleranceDeg: 22.5, rangeM: 60 },
			{ azimuthDeg: 45, hfovDeg: 45 }
		]
	])('%s', (_, properties, expected) => {
		expect(only(properties)).toMatchObject(expected);
	});

	test.each<[string, CameraProperties]>([
		['no range', { azimuthDeg: 0, hfovDeg: 60 }],
		['a range of nought', { azimuthDeg: 0, hfovDeg: 60, rangeM: 0 }],
		['no direction', { hfovDeg: 60, rangeM: 50 }],
		['a direction that is no number', { azimuthDeg: NaN, hfovDeg: 60, rangeM: 50 }],
		['too narrow for a compass point', { azimuthDeg: 45, hfovDeg: 40, azimuthToleranceDeg: 22.5, rangeM: 60 }]
	])('uncertain: %s', (_, properties) => {
		expect(viewsOf(properties)).toEqual({ views: [], uncertainHeads: 1 });
	});

	test('blind as far as it sees: it sees nothing, for certain', () => {
		expect(viewsOf({ azimuthDeg: 0, rangeM: 50, nearM: 50 })).toEqual({ views: [], uncertainHeads: 0 });
	});

	test('heads take from the camera what they do not state', () => {
		const { views, uncertainHeads } = viewsOf({
			rangeM: 80,
			hfovDeg: 50,
			heads: [{ azimuthDeg: 0 }, { azimuthDeg: 120, rangeM: 30 }, {}]
		});
		expect(views.map(({ azimuthDeg, rangeM }) => [azimuthDeg, rangeM])).toEqual([
			[0, 80],
			[120, 30]
		]);
		expect(uncertainHeads).toBe(1);
	});
});

describe('optics', () => {
	const lens = {
		azimuthDeg: 0,
		sensorWidthMm: 5.6,
		focalLengthMm: 4,
		resolutionPx: [1920, 1080] as [number, number]
	};

	test('the angle is that of sensor and focal length', () => {
		expect(only(lens).hfovDeg).toBeCloseTo(69.98, 2);
	});

	test('the range is where the picture thins to the density asked for', () => {
		// 1920 px over 2 d tan(35 deg): 25 px/m at 54.9 m, 250 px/m at 5.49 m
		expect(only(lens).rangeM).toBeCloseTo(54.86, 2);
		expect(viewsOf(lens, 250).views[0].rangeM).toBeCloseTo(5.486, 3);
	});

	test('height and tilt give near and far', () => {
		const { nearM, rangeM } = only({ ...lens, heightM: 6, tiltDeg: 30 });
		// vertical half angle atan(0.7 * 9 / 16) = 21.49 degrees
		expect(nearM).toBeCloseTo(6 / Math.tan((51.49 * Math.PI) / 180), 2);
		expect(rangeM).toBeCloseTo(6 / Math.tan((8.51 * Math.PI) / 180), 1);
	});

	test('what is stated wins', () => {
		expect(only({ ...lens, heightM: 6, tiltDeg: 30, hfovDeg: 40, rangeM: 70, nearM: 0 })).toMatchObject({
			hfovDeg: 40,
			rangeM: 70,
			nearM: 0
		});
	});

	test('an upper rim above the horizon sets no limit', () => {
		expect(only({ ...lens, heightM: 6, tiltDeg: 10 }).rangeM).toBeCloseTo(54.86, 2);
	});
});
