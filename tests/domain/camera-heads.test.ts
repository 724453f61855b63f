import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { viewsOf, type View } from '../../src/lib/domain/camera-heads.ts';
import type { CameraProperties } from '../../src/lib/domain/items.ts';
import { NEED } from '../../src/lib/domain/needs.ts';
import { statedViewsOf } from '../../src/lib/domain/stated-views.ts';

const { COARSE, LIKELY, POSSIBLE, PTZ } = NEED;

/** 1/2.8" sensor of 5.6 mm behind 4 mm: 69.98 degrees; 25 px/m at 54.86 m, 250 px/m at 5.486 m. */
const lens = {
	azimuthDeg: 0,
	sensorWidthMm: 5.6,
	focalLengthMm: 4,
	resolutionPx: [1920, 1080] as [number, number]
};

function only(properties: CameraProperties): View {
	const { views } = viewsOf(properties);
	expect(views).toHaveLength(1);
	return views[0] as View;
}

/** Opening angle, range and needs of each view. */
function outline(properties: CameraProperties, minPxPerM?: number): [number, number, number][] {
	return viewsOf(properties, minPxPerM).views.map(({ hfovDeg, rangeM, needs }) => [
		Math.round(hfovDeg * 100) / 100,
		Math.round(rangeM * 100) / 100,
		needs
	]);
}

/** Whether a view takes in the ground at a bearing and a distance. */
function takesIn(
	{ azimuthDeg, hfovDeg, nearM, rangeM }: View,
	bearingDeg: number,
	distanceM: number
): boolean {
	const offDeg = Math.abs(((((bearingDeg - azimuthDeg + 180) % 360) + 360) % 360) - 180);
	return distanceM >= nearM && distanceM <= rangeM && (hfovDeg === 360 || offDeg <= hfovDeg / 2);
}

describe('viewsOf', () => {
	test.each<[string, CameraProperties, object]>([
		[
			'a fixed camera',
			{ azimuthDeg: 90, hfovDeg: 40, rangeM: 60 },
			{ azimuthDeg: 90, hfovDeg: 40, rangeM: 60, nearM: 0, heightM: null, needs: 0 }
		],
		['no angle is sixty degrees', { azimuthDeg: 90, rangeM: 60 }, { hfovDeg: 60 }],
		['a dome looks all round', { type: 'dome', rangeM: 60 }, { azimuthDeg: 0, hfovDeg: 360 }],
		[
			'a dome that states an angle does not',
			{ type: 'dome', azimuthDeg: 10, hfovDeg: 90, rangeM: 60 },
			{ hfovDeg: 90 }
		],
		['more than round is round', { hfovDeg: 400, rangeM: 60 }, { hfovDeg: 360 }],
		['a bearing below north', { azimuthDeg: -90, rangeM: 60 }, { azimuthDeg: 270 }],
		['the height goes along', { azimuthDeg: 0, rangeM: 60, heightM: 6 }, { heightM: 6 }]
	])('%s', (_, properties, expected) => {
		expect(only(properties)).toMatchObject(expected);
	});

	test.each<[string, CameraProperties]>([
		['no range', { azimuthDeg: 0, hfovDeg: 60 }],
		['a range of nought', { azimuthDeg: 0, hfovDeg: 60, rangeM: 0 }],
		['no direction', { hfovDeg: 60, rangeM: 50 }],
		['a direction that is no number', { azimuthDeg: NaN, hfovDeg: 60, rangeM: 50 }],
		['a PTZ with no range', { type: 'ptz', azimuthDeg: 0, hfovDeg: 60 }]
	])('uncertain: %s', (_, properties) => {
		expect(viewsOf(properties)).toEqual({ views: [], uncertainHeads: 1, isUnrated: false });
	});

	test.each<[string, CameraProperties]>([
		['blind as far as it sees', { azimuthDeg: 0, rangeM: 50, nearM: 50 }],
		['looking up', { azimuthDeg: 0, rangeM: 50, heightM: 5, tiltDeg: -60 }]
	])('sees nothing, for certain: %s', (_, properties) => {
		expect(viewsOf(properties)).toEqual({ views: [], uncertainHeads: 0, isUnrated: false });
	});

	test('heads take from the camera what they do not state', () => {
		const { views, uncertainHeads } = viewsOf({
			rangeM: 80,
			hfovDeg: 50,
			heads: [{ azimuthDeg: 0 }, { azimuthDeg: 120, rangeM: 30 }, {}, { azimuthDeg: 240, rangeM: undefined }]
		});
		expect(views.map(({ azimuthDeg, rangeM }) => [azimuthDeg, rangeM])).toEqual([
			[0, 80],
			[120, 30],
			[240, 80]
		]);
		expect(uncertainHeads).toBe(1);
	});
});

describe('optics', () => {
	test('the angle is that of sensor and focal length', () => {
		expect(only(lens).hfovDeg).toBeCloseTo(69.984, 3);
	});

	test('height and tilt give near and far', () => {
		const { nearM, rangeM } = only({ ...lens, heightM: 6, tiltDeg: 30 });
		// half the vertical angle is atan(0.7 * 9 / 16) = 21.49 degrees: 6 / tan 51.49, 4.3 / tan 8.51
		expect(nearM).toBeCloseTo(4.774, 2);
		expect(rangeM).toBeCloseTo(28.745, 2);
	});

	test('a taller picture begins nearer', () => {
		const upright = { ...lens, heightM: 6, tiltDeg: 30, resolutionPx: [1920, 1440] as [number, number] };
		// atan(0.7 * 3 / 4) = 27.70 degrees: 6 / tan 57.70
		expect(only(upright).nearM).toBeCloseTo(3.793, 2);
	});

	test('what is stated wins', () => {
		const stated = { ...lens, heightM: 6, tiltDeg: 30, hfovDeg: 40, rangeM: 70, nearM: 0 };
		expect(only(stated)).toMatchObject({ hfovDeg: 40, rangeM: 70, nearM: 0 });
	});

	test('an upper rim above the horizon sets no limit', () => {
		expect(only({ ...lens, heightM: 6, tiltDeg: 10 }).rangeM).toBeCloseTo(54.857, 2);
	});

	test('all round, a metre is a metre of the arc', () => {
		// 4000 px over 2 pi 25 m
		expect(only({ type: 'dome', resolutionPx: 4000 }).rangeM).toBeCloseTo(25.465, 3);
	});
});

describe('a least density', () => {
	test.each<[string, CameraProperties, number | undefined, [number, number, number][]]>([
		['none asked for: detection', lens, undefined, [[69.98, 54.86, 0]]],
		['the default itself asks for nothing more', lens, 25, [[69.98, 54.86, 0]]],
		[
			'to identify: near, and coarse beyond',
			lens,
			250,
			[
				[69.98, 5.49, 0],
				[69.98, 54.86, COARSE]
			]
		],
		['less than detection reaches farther', lens, 12.5, [[69.98, 109.71, 0]]],
		[
			'a stated range that the picture does not bear out',
			{ ...lens, rangeM: 80 },
			25,
			[
				[69.98, 54.86, 0],
				[69.98, 80, COARSE]
			]
		],
		['a stated range within what the picture bears', { ...lens, rangeM: 30 }, 25, [[69.98, 30, 0]]],
		['fine only in the blind zone', { ...lens, nearM: 6 }, 250, [[69.98, 54.86, COARSE]]]
	])('%s', (_, properties, minPxPerM, expected) => {
		expect(outline(properties, minPxPerM)).toEqual(expected);
		expect(viewsOf(properties, minPxPerM).isUnrated).toBe(false);
	});

	test('pixels unknown: as stated, and said so', () => {
		const camera = { azimuthDeg: 0, hfovDeg: 60, rangeM: 80 };
		expect(viewsOf(camera, 250)).toEqual({ ...viewsOf(camera), isUnrated: true });
		expect(viewsOf(camera).isUnrated).toBe(false);
	});

	test('pixels unknown of a head that sees nothing anyway say nothing', () => {
		expect(viewsOf({ hfovDeg: 60, rangeM: 80 }, 250).isUnrated).toBe(false);
	});

	test('one head of two unknown', () => {
		expect(viewsOf({ ...lens, heads: [{}, { resolutionPx: undefined }] }, 250).isUnrated).toBe(false);
		const mixed = { azimuthDeg: 0, rangeM: 40, heads: [{ resolutionPx: 1920 }, {}] };
		expect(viewsOf(mixed, 250).isUnrated).toBe(true);
	});

	test('asking for more never shows more', () => {
		const density = fc.double({ min: 5, max: 2000, noNaN: true });
		let shorter = 0;
		fc.assert(
			fc.property(arbitraryCamera, density, density, (camera, a, b) => {
				const fineM = (minPxPerM: number) =>
					Math.max(
						0,
						...viewsOf(camera, minPxPerM)
							.views.filter(({ needs }) => !(needs & COARSE))
							.map(({ rangeM }) => rangeM)
					);
				const [less, more] = [fineM(Math.min(a, b)), fineM(Math.max(a, b))];
				if (more < less) shorter++;
				expect(more).toBeLessThanOrEqual(less);
			}),
			{ numRuns: 300, seed: 3 }
		);
		expect(shorter).toBeGreaterThan(60);
	});
});

describe('a direction known roughly', () => {
	const rough = { azimuthDeg: 45, azimuthToleranceDeg: 22.5, rangeM: 60 };

	test.each<[string, CameraProperties, [number, number, number][]]>([
		[
			'certain where all share, likely where any sees',
			{ ...rough, hfovDeg: 90 },
			[
				[45, 60, 0],
				[135, 60, LIKELY]
			]
		],
		['too narrow to share anything', { ...rough, hfovDeg: 40 }, [[85, 60, LIKELY]]],
		['shares a line, which is nothing', { ...rough, hfovDeg: 45 }, [[90, 60, LIKELY]]],
		[
			'likely all round',
			{ ...rough, hfovDeg: 330 },
			[
				[285, 60, 0],
				[360, 60, LIKELY]
			]
		],
		['all round whatever the direction', { ...rough, hfovDeg: 360 }, [[360, 60, 0]]]
	])('%s', (_, properties, expected) => {
		expect(outline(properties)).toEqual(expected);
	});

	test('agrees with every direction it could have', () => {
		const whole = (min: number, max: number) => fc.integer({ min, max });
		let shared = 0;
		fc.assert(
			fc.property(
				whole(0, 359),
				whole(1, 60),
				whole(10, 350),
				whole(0, 359),
				(azimuthDeg, tolDeg, hfovDeg, at) => {
					const bearingDeg = at + 0.37; // off every edge
					const camera = { azimuthDeg, hfovDeg, rangeM: 60, azimuthToleranceDeg: tolDeg };
					const could = Array.from({ length: 2 * tolDeg + 1 }, (_, i) =>
						takesIn(only({ azimuthDeg: azimuthDeg - tolDeg + i, hfovDeg, rangeM: 60 }), bearingDeg, 30)
					);
					const { views } = viewsOf(camera);
					const held = (needs: number) =>
						views.some((view) => view.needs === needs && takesIn(view, bearingDeg, 30));
					if (held(0)) shared++;
					expect(held(0)).toBe(could.every(Boolean));
					expect(held(LIKELY)).toBe(could.some(Boolean));
				}
			),
			{ numRuns: 400, seed: 5 }
		);
		expect(shared).toBeGreaterThan(40);
	});
});

describe('a PTZ camera', () => {
	test.each<[string, CameraProperties, number | undefined, [number, number, number][]]>([
		[
			'the view it states when counted, all round if turned',
			{ type: 'ptz', azimuthDeg: 10, rangeM: 60 },
			undefined,
			[
				[60, 60, PTZ],
				[360, 60, POSSIBLE]
			]
		],
		['no direction: all round if turned', { type: 'ptz', rangeM: 60 }, undefined, [[360, 60, POSSIBLE]]],
		[
			'all round at once',
			{ type: 'ptz', hfovDeg: 360, rangeM: 60 },
			undefined,
			[
				[360, 60, PTZ],
				[360, 60, POSSIBLE]
			]
		],
		[
			'roughly known',
			{ type: 'ptz', azimuthDeg: 0, hfovDeg: 90, azimuthToleranceDeg: 22.5, rangeM: 60 },
			undefined,
			[
				[45, 60, PTZ],
				[135, 60, PTZ | LIKELY],
				[360, 60, POSSIBLE]
			]
		],
		[
			'under a demand',
			{ ...lens, type: 'ptz' },
			250,
			[
				[69.98, 5.49, PTZ],
				[69.98, 54.86, PTZ | COARSE],
				[360, 5.49, POSSIBLE],
				[360, 54.86, POSSIBLE | COARSE]
			]
		],
		[
			'tilted down now, it could be raised',
			{ ...lens, type: 'ptz', heightM: 6, tiltDeg: 30 },
			undefined,
			[
				[69.98, 28.74, PTZ],
				[360, 54.86, POSSIBLE]
			]
		],
		[
			'blind where it looks now',
			{ type: 'ptz', azimuthDeg: 0, nearM: 60, rangeM: 60 },
			undefined,
			[[360, 60, POSSIBLE]]
		]
	])('%s', (_, properties, minPxPerM, expected) => {
		const answer = viewsOf(properties, minPxPerM);
		expect(outline(properties, minPxPerM)).toEqual(expected);
		expect(answer.uncertainHeads).toBe(0);
		expect(answer.views.filter(({ needs }) => needs & POSSIBLE).every(({ nearM }) => nearM === 0)).toBe(true);
	});
});

describe('any camera', () => {
	test('views are sound, and what needs more takes in what needs less', () => {
		fc.assert(
			fc.property(arbitraryCamera, fc.option(fc.constantFrom(25, 125, 250)), (camera, minPxPerM) => {
				const { views } = viewsOf(camera, minPxPerM ?? undefined);
				for (const view of views) {
					expect(view.nearM).toBeLessThan(view.rangeM);
					expect(view.hfovDeg).toBeGreaterThan(0);
					expect(view.hfovDeg).toBeLessThanOrEqual(360);
					for (const more of views) {
						if ((view.needs & more.needs) !== view.needs) continue;
						expect(more.hfovDeg).toBeGreaterThanOrEqual(view.hfovDeg);
						expect(more.rangeM).toBeGreaterThanOrEqual(view.rangeM);
					}
					if (camera.type === 'ptz') expect(view.needs & (PTZ | POSSIBLE)).not.toBe(0);
					else expect(view.needs & (PTZ | POSSIBLE)).toBe(0);
				}
			}),
			{ numRuns: 400, seed: 11 }
		);
	});

	test('turning it turns its views and nothing else', () => {
		fc.assert(
			fc.property(arbitraryCamera, fc.integer({ min: 0, max: 359 }), (camera, turnDeg) => {
				fc.pre(typeof camera.azimuthDeg === 'number');
				const turned = viewsOf({ ...camera, azimuthDeg: (camera.azimuthDeg ?? 0) + turnDeg });
				const views = viewsOf(camera).views.map((view) =>
					view.hfovDeg === 360 ? view : { ...view, azimuthDeg: (view.azimuthDeg + turnDeg) % 360 }
				);
				expect(turned.views).toEqual(views);
			})
		);
	});

	test('three heads are three cameras', () => {
		fc.assert(
			fc.property(arbitraryCamera, arbitraryCamera, (one, other) => {
				const pole = viewsOf({ type: 'ptz', heads: [one, other] });
				const apart = [one, other].map((head) => viewsOf(head));
				expect(pole.views).toEqual(apart.flatMap(({ views }) => views));
				expect(pole.uncertainHeads).toBe(apart[0]!.uncertainHeads + apart[1]!.uncertainHeads);
			})
		);
	});
});

test('a head takes the type of its camera unless it states another', () => {
	const seen = { azimuthDeg: 0, rangeM: 50 };
	const pole = viewsOf({ type: 'ptz', heads: [seen, { ...seen, type: 'fixed' }] });
	expect(pole.views.filter(({ needs }) => needs === 0)).toHaveLength(1);
	expect(pole.views).toEqual([...viewsOf({ ...seen, type: 'ptz' }).views, ...viewsOf(seen).views]);
});

describe('statedViewsOf', () => {
	test('the view itself, however roughly known and whatever it counts for', () => {
		const [view] = statedViewsOf({ type: 'ptz', azimuthDeg: 10, azimuthToleranceDeg: 45, rangeM: 60 });
		expect(view).toMatchObject({ azimuthDeg: 10, hfovDeg: 60, rangeM: 60, needs: PTZ });
	});

	test('head by head, null where nothing can be shown', () => {
		const heads = [{ hfovDeg: 360 }, {}, { azimuthDeg: 90 }, { azimuthDeg: 0, nearM: 50 }];
		expect(statedViewsOf({ rangeM: 50, heads }).map((view) => view?.hfovDeg ?? null)).toEqual([
			360,
			null,
			60,
			null
		]);
	});
});

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
const arbitraryCamera: fc.Arbitrary<CameraProperties> = fc.record({
	type: fc.constantFrom('fixed', 'dome', 'ptz'),
	azimuthDeg: maybe(fc.integer({ min: 0, max: 359 })),
	azimuthToleranceDeg: fc.constantFrom(undefined, 10, 22.5),
	hfovDeg: maybe(fc.integer({ min: 10, max: 360 })),
	rangeM: fc.option(fc.integer({ min: 5, max: 200 }), { nil: undefined, freq: 1 }),
	nearM: maybe(fc.integer({ min: 0, max: 10 })),
	sensorWidthMm: fc.constantFrom(4.8, 5.6, 7.2),
	focalLengthMm: fc.constantFrom(2.8, 4, 12),
	resolutionPx: maybe(fc.constantFrom<[number, number][]>([1280, 720], [1920, 1080], [3840, 2160])),
	heightM: maybe(fc.integer({ min: 1, max: 15 })),
	tiltDeg: maybe(fc.integer({ min: -10, max: 90 }))
});
