import { describe, expect, test } from 'vitest';
import { CAMERA_KINDS, PLAIN_KIND, sensorWidthMmOf } from '../../src/lib/domain/camera-kinds.ts';
import { wholeHeadsOf } from '../../src/lib/domain/head-optics.ts';
import { kindFigures } from '../../src/lib/domain/kind-figures.ts';
import type { CameraHead, CameraProperties } from '../../src/lib/domain/items.ts';
import { newOfKind } from '../../src/lib/domain/operations/apply-camera-kind.ts';
import { viewsOf } from '../../src/lib/domain/camera-heads.ts';
import { validateProperties } from '../../src/lib/domain/validation/properties.ts';

const RAD = Math.PI / 180;
const heads = CAMERA_KINDS.flatMap((kind) =>
	wholeHeadsOf(kind.properties as CameraProperties).map((head, i): [string, CameraHead, number, string] => [
		`${kind.id} ${i + 1}`,
		head,
		i,
		kind.id
	])
);
const withLens = heads.filter(([, head]) => head.focalLengthMm !== undefined);

describe('the library', () => {
	test('has some two dozen kinds of every group, each once and sound', () => {
		expect(CAMERA_KINDS.length).toBeGreaterThanOrEqual(24);
		expect(new Set(CAMERA_KINDS.map(({ id }) => id)).size).toBe(CAMERA_KINDS.length);
		expect(new Set(CAMERA_KINDS.map(({ group }) => group)).size).toBe(5);
		expect(CAMERA_KINDS).toContain(PLAIN_KIND);
		for (const { properties } of CAMERA_KINDS) {
			expect(validateProperties('camera', { ...newOfKind(properties, 30) })).toEqual([]);
		}
	});

	test.each(CAMERA_KINDS.map((kind) => [kind.id, kind] as const))(
		'%s sees something',
		(_, { properties }) => {
			const { views, uncertainHeads, isUnrated } = viewsOf(newOfKind(properties, 30), undefined);
			expect(views.length).toBeGreaterThan(0);
			expect({ uncertainHeads, isUnrated }).toEqual({ uncertainHeads: 0, isUnrated: false });
		}
	);
});

describe('figures follow from sensor, lens and picture', () => {
	test.each(withLens)('%s', (_, head, i, id) => {
		const kind = CAMERA_KINDS.find((one) => one.id === id);
		const figures = kindFigures(kind!.properties, 2014)[i]!;
		// the formulae of SPEC 3, written out once more
		const {
			sensorWidthMm: w,
			focalLengthMm: f,
			heightM: h,
			tiltDeg: tilt
		} = head as Record<'sensorWidthMm' | 'focalLengthMm' | 'heightM' | 'tiltDeg', number>;
		const [widthPx, heightPx] = head.resolutionPx as [number, number];
		const halfTan = w / (2 * f);
		expect(figures.hfovDeg).toBeCloseTo((2 * Math.atan(halfTan)) / RAD, 9);
		const detect = figures.levels.find(({ name }) => name === 'detect');
		expect(detect?.distanceM).toBeCloseTo(widthPx / (2 * 25 * halfTan), 6);
		const vHalf = Math.atan((halfTan * heightPx) / widthPx);
		const lower = tilt * RAD + vHalf;
		expect(figures.nearM).toBeCloseTo(lower >= Math.PI / 2 ? 0 : h / Math.tan(lower), 6);
		// mounted so that the picture reaches where its pixels do, and wastes no more than half a degree of sky
		expect(figures.rangeM).toBeCloseTo(detect?.distanceM as number, 6);
		expect((tilt + 0.5) * RAD - vHalf).toBeGreaterThan(Math.atan((h - 1.7) / (detect?.distanceM as number)));
		expect(figures.nearM).toBeLessThan(figures.rangeM as number);
	});

	test.each([
		['1/2.8', 2, 5.568],
		['1/1.8', 8, 7.68],
		['1/1.2', 8, 11.136],
		['1/2.7', 4, 5.376]
	] as const)('a %s inch sensor of %i MP is %f mm wide', (inch, mp, widthMm) => {
		expect(sensorWidthMmOf(inch, mp)).toBeCloseTo(widthMm, 3);
	});

	test('a sensor that nobody makes is told', () => {
		expect(() => sensorWidthMmOf('1/9', 12)).toThrow('no 1/9" sensor of 12 MP');
	});
});
