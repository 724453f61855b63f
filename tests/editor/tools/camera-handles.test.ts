import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import { viewsOf } from '../../../src/lib/domain/camera-heads.ts';
import type { Camera } from '../../../src/lib/domain/items.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
	cameraHandles,
	dragHandle,
	PLAIN_LOOK,
	type HandleLook,
	type HandleRole
} from '../../../src/lib/editor/tools/camera-handles.ts';
import { localPlane, fromPlane, toPlane } from '../../../src/lib/geo/local-plane.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { pointItem } from './toy-host.ts';

const camera = (properties: object): Camera => pointItem('camera', 'camera-1', 300, 300, properties);
const placeAt = (item: Camera, azimuthDeg: number, reachM: number): LngLat => {
	const angle = (azimuthDeg * Math.PI) / 180;
	const plane = localPlane(item.geometry.coordinates as unknown as LngLat);
	return fromPlane(plane, { x: reachM * Math.sin(angle), y: reachM * Math.cos(angle) });
};
const roles = (item: Camera, look?: HandleLook) =>
	cameraHandles(item, look).map(({ role, head }) => `${role}${head ?? ''}`);

function dragged(item: Camera, role: HandleRole, to: LngLat, head?: number): Camera {
	const handle = cameraHandles(item).find((each) => each.role === role && each.head === head);
	if (!handle) throw new Error(`no handle ${role}`);
	const edit = dragHandle(item, handle, to);
	if (isRefusal(edit)) throw new Error(edit.reason);
	const plan = { header: { format: 1 as const, name: '' }, items: new Map([[item.id, item]]) };
	return applyEdit(plan, edit).plan.items.get(item.id) as Camera;
}

describe('cameraHandles', () => {
	test.each([
		[
			'a fixed camera',
			{ azimuthDeg: 0, hfovDeg: 60, rangeM: 80 },
			['turn', 'widen-left', 'widen-right', 'reach', 'near']
		],
		['one that looks all round', { hfovDeg: 360, rangeM: 80 }, ['reach', 'near']],
		[
			'a PTZ: the view it states',
			{ type: 'ptz', azimuthDeg: 0, hfovDeg: 60, rangeM: 80 },
			['turn', 'widen-left', 'widen-right', 'reach', 'near']
		],
		[
			'one of roughly known direction',
			{ azimuthDeg: 0, azimuthToleranceDeg: 45, hfovDeg: 60, rangeM: 80 },
			['turn', 'widen-left', 'widen-right', 'reach', 'near']
		],
		['one without a direction', { hfovDeg: 60, rangeM: 80 }, []],
		['one without a range', { azimuthDeg: 10, hfovDeg: 60 }, []],
		[
			'a pole with a dome, a fixed head and one unknown',
			{ rangeM: 50, heads: [{ hfovDeg: 360 }, { azimuthDeg: 90 }, {}] },
			['reach0', 'turn1']
		]
	])('%s', (_, properties, expected) => {
		expect(roles(camera(properties))).toEqual(expected);
	});

	test('the chosen head of a pole has all its handles, the others can be turned', () => {
		const pole = camera({ rangeM: 50, heads: [{ azimuthDeg: 0 }, { azimuthDeg: 90 }, { azimuthDeg: 180 }] });
		expect(roles(pole, { ...PLAIN_LOOK, head: 1 })).toEqual([
			'turn0',
			...['turn1', 'widen-left1', 'widen-right1', 'reach1', 'near1'],
			'turn2'
		]);
	});

	test('at every zoom no two handles lie on one another, and all are within reach', () => {
		let crowded = 0;
		const head = fc.record({
			azimuthDeg: fc.integer({ min: 0, max: 359 }),
			hfovDeg: fc.oneof(fc.integer({ min: 1, max: 170 }), fc.constant(360)),
			rangeM: fc.integer({ min: 2, max: 900 })
		});
		fc.assert(
			fc.property(
				fc.array(head, { minLength: 1, maxLength: 4 }),
				fc.integer({ min: 0, max: 3 }),
				fc.double({ min: 15, max: 22, noNaN: true }),
				fc.constantFrom(22, 40),
				(heads, chosen, zoom, gapPx) => {
					// 512 pixel tiles at 51 degrees north
					const metresPerPx = (78271.5 * Math.cos((51 * Math.PI) / 180)) / 2 ** zoom;
					const look = { metresPerPx, mostPx: 300, gapPx, head: chosen };
					const pole = camera({ heads });
					const plane = localPlane(pole.geometry.coordinates as unknown as LngLat);
					const places = cameraHandles(pole, look).map(({ at }) => toPlane(plane, at));
					for (const [i, a] of places.entries()) {
						expect(Math.hypot(a.x, a.y) / metresPerPx).toBeLessThan(300 + 12 * gapPx);
						expect(Math.hypot(a.x, a.y) / metresPerPx).toBeGreaterThan(gapPx * 0.99);
						for (const b of places.slice(i + 1)) {
							const apartPx = Math.hypot(a.x - b.x, a.y - b.y) / metresPerPx;
							if (apartPx < 1.5 * gapPx) crowded++;
							expect(apartPx).toBeGreaterThan(gapPx * 0.95);
						}
					}
				}
			),
			{ seed: 3, numRuns: 400 }
		);
		expect(crowded).toBeGreaterThan(40);
	});

	test('the range handle stands in the middle of the view, at the range', () => {
		const item = camera({ azimuthDeg: 90, hfovDeg: 60, rangeM: 80 });
		const reach = cameraHandles(item).find(({ role }) => role === 'reach');
		const { x, y } = toPlane(localPlane(item.geometry.coordinates as unknown as LngLat), reach?.at as LngLat);
		expect(x).toBeCloseTo(80, 6);
		expect(y).toBeCloseTo(0, 6);
	});
});

describe('dragHandle', () => {
	const item = camera({ azimuthDeg: 350, hfovDeg: 60, rangeM: 80 });

	test.each([
		['turns over north', 'turn', 15, 100, { azimuthDeg: 15 }],
		['turns to a whole degree', 'turn', 15.4, 100, { azimuthDeg: 15 }],
		['the right edge opens over north', 'widen-right', 40, 80, { hfovDeg: 100 }],
		['the left edge opens the other way', 'widen-left', 310, 80, { hfovDeg: 80 }],
		['an edge past the middle closes to a degree', 'widen-right', 340, 80, { hfovDeg: 1 }],
		['an edge drawn nearly behind opens all round', 'widen-right', 168, 80, { hfovDeg: 360 }],
		['an edge drawn past behind opens all round', 'widen-right', 180, 80, { hfovDeg: 360 }],
		['the range follows in whole metres', 'reach', 0, 41.3, { rangeM: 41 }],
		['the range does not fall below a metre', 'reach', 0, 0.1, { rangeM: 1 }]
	] as const)('%s', (_, role, azimuthDeg, reachM, expected) => {
		expect(dragged(item, role, placeAt(item, azimuthDeg, reachM)).properties).toEqual({
			...item.properties,
			...expected
		});
	});

	test('a head of a pole is turned and the others stay', () => {
		const pole = camera({ rangeM: 50, heads: [{ azimuthDeg: 0 }, { azimuthDeg: 90 }] });
		const after = dragged(pole, 'turn', placeAt(pole, 120, 60), 1);
		expect(after.properties.heads).toEqual([{ azimuthDeg: 0 }, { azimuthDeg: 120 }]);
	});

	test('with Shift a turn snaps to 15 degrees, with Alt all heads of the pole turn along', () => {
		const pole = camera({ rangeM: 50, heads: [{ azimuthDeg: 10 }, { azimuthDeg: 100 }] });
		const handle = cameraHandles(pole)[1]!;
		const azimuths = (keys: { shift: boolean; alt: boolean }) => {
			const edit = dragHandle(pole, handle, placeAt(pole, 131, 60), keys);
			if (isRefusal(edit)) throw new Error(edit.reason);
			return (edit.put[0] as Camera).properties.heads?.map(({ azimuthDeg }) => azimuthDeg);
		};
		expect(azimuths({ shift: true, alt: false })).toEqual([10, 135]);
		expect(azimuths({ shift: false, alt: true })).toEqual([41, 131]);
		expect(azimuths({ shift: true, alt: true })).toEqual([45, 135]);
	});

	test('the near handle opens and closes the blind zone', () => {
		const near = camera({ azimuthDeg: 0, hfovDeg: 60, rangeM: 80, nearM: 20 });
		expect(dragged(near, 'near', placeAt(near, 0, 30)).properties.nearM).toBe(30);
		expect(dragged(near, 'near', placeAt(near, 0, 0.2)).properties.nearM).toBe(0);
	});

	test('given optics, width is turned at the lens, and the near end at the tilt', () => {
		const lens = { sensorWidthMm: 5.6, focalLengthMm: 4, resolutionPx: 1920, heightM: 6, tiltDeg: 25 };
		const real = camera({ azimuthDeg: 0, ...lens });
		const opened = dragged(real, 'widen-right', placeAt(real, 40, 40)).properties;
		expect(opened).toMatchObject({ ...lens, focalLengthMm: 3.34 });
		expect(opened).not.toHaveProperty('hfovDeg');
		const [before, after] = [real, { ...real, properties: opened }].map(
			(one) => viewsOf(one.properties).views[0]
		);
		expect(before?.hfovDeg).toBeCloseTo(69.98, 2);
		expect(after?.hfovDeg).toBeCloseTo(80, 0);
	});

	test('a range drawn inside the blind zone is refused', () => {
		const near = camera({ azimuthDeg: 0, hfovDeg: 60, rangeM: 80, nearM: 10 });
		const [handle] = cameraHandles(near).filter(({ role }) => role === 'reach');
		const edit = handle && dragHandle(near, handle, placeAt(near, 0, 5));
		expect(edit && isRefusal(edit) && edit.reason).toBe('near-beyond-range');
	});

	test('drawing a handle to where it stands changes nothing that shows', () => {
		const whole = fc.record({
			azimuthDeg: fc.integer({ min: 0, max: 359 }),
			hfovDeg: fc.integer({ min: 2, max: 170 }),
			rangeM: fc.integer({ min: 5, max: 400 })
		});
		fc.assert(
			fc.property(whole, fc.integer({ min: 0, max: 4 }), (properties, which) => {
				const still = camera(properties);
				const handle = cameraHandles(still)[which];
				if (!handle) throw new Error('a fixed camera has five handles');
				const nothingNew = handle.role === 'near' ? { nearM: 0 } : {};
				expect(dragged(still, handle.role, handle.at).properties).toEqual({ ...properties, ...nothingNew });
			}),
			{ seed: 7, numRuns: 200 }
		);
	});
});
