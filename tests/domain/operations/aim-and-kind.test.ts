import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../src/lib/domain/edit.ts';
import { opticsOf } from '../../../src/lib/domain/head-optics.ts';
import type { Camera, CameraProperties, ItemId } from '../../../src/lib/domain/items.ts';
import { aimCameras } from '../../../src/lib/domain/operations/aim-cameras.ts';
import { applyCameraKind, newOfKind } from '../../../src/lib/domain/operations/apply-camera-kind.ts';
import { lengthenLens } from '../../../src/lib/domain/operations/lengthen-lens.ts';
import { pxPerMAt } from '../../../src/lib/domain/pixel-density.ts';
import { isRefusal, type Refusal } from '../../../src/lib/domain/refusal.ts';
import { fromPlane, localPlane } from '../../../src/lib/geo/local-plane.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';

const AT: LngLat = [71.4, 51.2];
const camera = (properties: CameraProperties, n = 1): Camera => ({
	id: `camera-${n}` as ItemId,
	kind: 'camera',
	rank: n,
	geometry: { type: 'Point', coordinates: [...AT] },
	properties
});
const placeAt = (azimuthDeg: number, awayM: number): LngLat => {
	const angle = (azimuthDeg * Math.PI) / 180;
	return fromPlane(localPlane(AT), { x: awayM * Math.sin(angle), y: awayM * Math.cos(angle) });
};
function put(result: Edit | Refusal): CameraProperties[] {
	if (isRefusal(result)) throw new Error(result.reason);
	return result.put.map((item) => (item as Camera).properties);
}
const reasonOf = (result: Edit | Refusal) => (isRefusal(result) ? result.reason : null);

describe('aiming', () => {
	test('each camera looks at the place, as one edit', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 359 }), fc.integer({ min: 1, max: 500 }), (toDeg, awayM) => {
				const [one, other] = put(
					aimCameras(
						[camera({ azimuthDeg: 77 }), camera({ azimuthDeg: 3, azimuthToleranceDeg: 22.5 }, 2)],
						placeAt(toDeg, awayM)
					)
				);
				expect(Math.abs(((one!.azimuthDeg! - toDeg + 540) % 360) - 180)).toBeLessThan(0.01);
				expect(other).toEqual({ azimuthDeg: one!.azimuthDeg });
			})
		);
	});

	const pole = camera({
		heads: [{ hfovDeg: 360 }, { azimuthDeg: 0 }, { azimuthDeg: 120 }, { azimuthDeg: 240 }]
	});
	const azimuths = (which?: Parameters<typeof aimCameras>[2]) =>
		put(aimCameras([pole], placeAt(100, 50), which))[0]?.heads?.map(({ azimuthDeg }) => azimuthDeg);

	test('of a pole the head that has least to turn, one that is named, or all that can be', () => {
		expect(azimuths()).toEqual([undefined, 0, 100, 240]);
		expect(azimuths(3)).toEqual([undefined, 0, 120, 100]);
		expect(azimuths('all')).toEqual([undefined, 100, 100, 100]);
		expect(reasonOf(aimCameras([pole], placeAt(1, 1), 7))).toBe('no-such-head');
	});

	test('the least turn is found over north', () => {
		const north = camera({ heads: [{ azimuthDeg: 20 }, { azimuthDeg: 350 }] });
		expect(
			put(aimCameras([north], placeAt(359, 50)))[0]?.heads?.map(({ azimuthDeg }) => Math.round(azimuthDeg!))
		).toEqual([20, 359]);
	});

	test('what looks all round, or stands there, has nothing to aim', () => {
		expect(reasonOf(aimCameras([camera({ type: 'dome' })], placeAt(0, 10)))).toBe('nothing-to-add');
		expect(reasonOf(aimCameras([camera({ azimuthDeg: 0 })], AT))).toBe('nothing-to-add');
	});
});

describe('lengthening the lens', () => {
	const lens = { sensorWidthMm: 5.6, focalLengthMm: 2.8, resolutionPx: [1920, 1080] as [number, number] };

	test('the picture is as fine at the place as was asked, and hardly finer', () => {
		fc.assert(
			fc.property(fc.integer({ min: 10, max: 120 }), fc.constantFrom(62.5, 125, 250), (awayM, wanted) => {
				for (const given of [lens, { hfovDeg: 90, resolutionPx: 3840 }]) {
					const [after] = put(lengthenLens(camera(given), awayM, wanted));
					const { widthPx, hfovDeg } = opticsOf(after!);
					const finest = pxPerMAt(widthPx!, hfovDeg, awayM);
					expect(finest).toBeGreaterThanOrEqual(wanted);
					expect(finest).toBeLessThan(wanted * 1.03);
				}
			})
		);
	});

	test('without a picture size nothing says how fine it sees', () => {
		expect(reasonOf(lengthenLens(camera({ hfovDeg: 60 }), 30, 125))).toBe('no-lens');
	});
});

describe('a kind of camera', () => {
	const KIND = {
		type: 'fixed',
		sensorWidthMm: 5.6,
		focalLengthMm: 6,
		resolutionPx: 1920,
		heightM: 6,
		tiltDeg: 12
	} as const;
	const POLE = {
		type: 'fixed',
		heightM: 6,
		heads: [{ type: 'ptz', azimuthDeg: 0 }, { azimuthDeg: 0 }, { azimuthDeg: 120 }]
	} as const;

	test('takes the place of lens and figures; name, owner and direction stay', () => {
		const before = {
			name: 'A',
			owner: 'B',
			note: 1,
			azimuthDeg: 30,
			azimuthToleranceDeg: 5,
			hfovDeg: 90,
			rangeM: 9,
			nearM: 3
		};
		expect(put(applyCameraKind([camera(before), camera({ azimuthDeg: 1 }, 2)], KIND))).toEqual([
			{ name: 'A', owner: 'B', note: 1, azimuthDeg: 30, azimuthToleranceDeg: 5, ...KIND },
			{ azimuthDeg: 1, ...KIND }
		]);
	});

	test('of one head of a pole, or of all', () => {
		const pole = camera({
			heightM: 9,
			heads: [
				{ azimuthDeg: 1, rangeM: 5 },
				{ azimuthDeg: 2, rangeM: 5 }
			]
		});
		expect(put(applyCameraKind([pole], KIND, 1))[0]).toEqual({
			heightM: 9,
			heads: [
				{ azimuthDeg: 1, rangeM: 5 },
				{ azimuthDeg: 2, ...KIND }
			]
		});
		expect(put(applyCameraKind([pole], KIND))[0]?.heads).toEqual([
			{ azimuthDeg: 1, ...KIND },
			{ azimuthDeg: 2, ...KIND }
		]);
		expect(reasonOf(applyCameraKind([pole], KIND, 2))).toBe('no-such-head');
		expect(reasonOf(applyCameraKind([pole], POLE, 1))).toBe('no-such-head');
	});

	test('that is a pole looks along with the camera', () => {
		expect(put(applyCameraKind([camera({ name: 'A', azimuthDeg: 300, rangeM: 4 })], POLE))[0]).toEqual({
			name: 'A',
			type: 'fixed',
			heightM: 6,
			heads: [{ type: 'ptz', azimuthDeg: 300 }, { azimuthDeg: 300 }, { azimuthDeg: 60 }]
		});
	});

	test('new: aimed, unless it looks all round', () => {
		expect(newOfKind(KIND, 45)).toEqual({ ...KIND, azimuthDeg: 45 });
		expect(newOfKind({ type: 'dome', hfovDeg: 360, rangeM: 9 }, 45)).toEqual({
			type: 'dome',
			hfovDeg: 360,
			rangeM: 9
		});
		expect(newOfKind(POLE, 10).heads?.map(({ azimuthDeg }) => azimuthDeg)).toEqual([10, 10, 130]);
	});
});
