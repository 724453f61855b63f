import { beforeAll, describe, expect, test } from 'vitest';
import { headsOf, type HeadOptics } from '../../../src/lib/domain/head-optics.ts';
import type { CameraProperties } from '../../../src/lib/domain/items.ts';
import { opticsFacts } from '../../../src/lib/panels/inspector/optics/optics-facts.ts';
import { opticsNotes } from '../../../src/lib/panels/inspector/optics/optics-notes.ts';
import { opticsScene } from '../../../src/lib/panels/inspector/optics/optics-scene.ts';
import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';

beforeAll(() => overwriteGetLocale(() => 'en'));

const lens = {
	azimuthDeg: 0,
	sensorWidthMm: 5.6,
	focalLengthMm: 4,
	resolutionPx: [1920, 1080] as [number, number]
};
const sceneOf = (properties: CameraProperties, minPxPerM?: number) =>
	opticsScene(headsOf(properties)[0] as HeadOptics, 2014, minPxPerM);
const notesOf = (properties: CameraProperties, minPxPerM?: number) =>
	opticsNotes(sceneOf(properties, minPxPerM), properties.type === 'ptz', minPxPerM).join(' ');
const factsOf = (properties: CameraProperties, minPxPerM?: number) =>
	opticsFacts(sceneOf(properties, minPxPerM), 2014, minPxPerM)
		.map((fact) => fact.join(': '))
		.join('\n')
		.replaceAll('\u202f', ' ');

describe('figures under the drawing', () => {
	test.each<[string, CameraProperties, number | undefined, string[]]>([
		[
			'a lens that thins out',
			{ ...lens, heightM: 6, tiltDeg: 25 },
			undefined,
			[
				'70° · by sensor and lens',
				'VFOV: 43°',
				'5.7 m · by height and tilt',
				'thins to 25 px/m',
				'25 px/m · Detect'
			]
		],
		[
			'a rim that falls',
			{ ...lens, heightM: 6, tiltDeg: 30 },
			undefined,
			['28.7 m · the upper rim falls below 1.7 m']
		],
		['mounted low', { ...lens, heightM: 1.5, tiltDeg: 30 }, undefined, ['the upper rim meets the ground']],
		[
			'stated',
			{ azimuthDeg: 0, hfovDeg: 90, rangeM: 80, nearM: 3 },
			undefined,
			['90° · as stated', '3 m · as stated', '80 m · as stated']
		],
		['a demand', lens, 250, ['5.5 m · the picture thins to 250 px/m', '250 px/m · Identify']],
		['too far for any level', { ...lens, rangeM: 200 }, undefined, ['6.9 px/m · below Monitor']],
		['looking up', { ...lens, heightM: 6, tiltDeg: -60 }, undefined, ['the picture does not come down']],
		['nothing known', {}, undefined, ['60° · assumed', 'taken as 0', 'Range: not known']]
	])('%s', (_, properties, minPxPerM, expected) => {
		for (const words of expected) expect(factsOf(properties, minPxPerM)).toContain(words);
	});
});

describe('what is not known is said', () => {
	test.each<[string, CameraProperties, number | undefined, RegExp]>([
		['height', { ...lens, tiltDeg: 20 }, undefined, /No mounting height given: the blind zone is taken as 0/],
		['tilt', { ...lens, heightM: 6 }, undefined, /No tilt given/],
		['a blind zone stated all the same', { ...lens, nearM: 3 }, undefined, /no side view/],
		['pixels', { azimuthDeg: 0, rangeM: 50 }, undefined, /pixel density is not known/],
		[
			'the shape of the picture',
			{ ...lens, resolutionPx: 1920, heightM: 6, tiltDeg: 20 },
			undefined,
			/taken as 16:9/
		],
		['direction', { rangeM: 50 }, undefined, /No direction given/],
		[
			'direction, nearly',
			{ azimuthDeg: 0, azimuthToleranceDeg: 22.5, hfovDeg: 90, rangeM: 50 },
			undefined,
			/22.5°: 45° are certain, 135° likely/
		],
		['range', { azimuthDeg: 0 }, undefined, /covers nothing for certain/],
		['where a PTZ looks', { type: 'ptz', rangeM: 50 }, undefined, /All round to 50.m is possible/],
		['a demand that cannot be judged', { azimuthDeg: 0, rangeM: 50 }, 125, /cannot be judged/],
		['what is too coarse', lens, 125, /beyond 11.m it is too coarse/],
		[
			'a rim before the range',
			{ ...lens, rangeM: 90, heightM: 6, tiltDeg: 30 },
			undefined,
			/falls below 1.7.m at 28.7.m already/
		],
		['blind all the way', { azimuthDeg: 0, rangeM: 5, nearM: 5 }, undefined, /sees no ground/]
	])('%s', (_, properties, minPxPerM, expected) => {
		expect(notesOf(properties, minPxPerM)).toMatch(expected);
	});

	test('where all is known nothing is said', () => {
		expect(notesOf({ ...lens, heightM: 6, tiltDeg: 25 })).toBe('');
	});

	test('a PTZ without a direction is not called uncertain', () => {
		expect(notesOf({ type: 'ptz', rangeM: 50 })).not.toMatch(/No direction given/);
	});
});
