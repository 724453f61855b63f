import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import type { Camera } from '../../../src/lib/domain/items.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import {
	bearingDegOf,
	cameraHandles,
	dragHandle,
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
const roles = (item: Camera) => cameraHandles(item).map(({ role, head }) => `${role}${head ?? ''}`);

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
			['turn', 'widen-left', 'widen-right', 'reach']
		],
		['one that looks all round', { hfovDeg: 360, rangeM: 80 }, ['reach']],
		[
			'a PTZ: the view it states',
			{ type: 'ptz', azimuthDeg: 0, hfovDeg: 60, rangeM: 80 },
			['turn', 'widen-left', 'widen-right', 'reach']
		],
		[
			'one of roughly known direction',
			{ azimuthDeg: 0, azimuthToleranceDeg: 45, hfovDeg: 60, rangeM: 80 },
			['turn', 'widen-left', 'widen-right', 'reach']
		],
		['one without a direction', { hfovDeg: 60, rangeM: 80 }, []],
		['one without a range', { azimuthDeg: 10, hfovDeg: 60 }, []],
		[
			'a pole with a dome, a fixed head and one unknown',
			{ rangeM: 50, heads: [{ hfovDeg: 360 }, { azimuthDeg: 90 }, {}] },
			['reach0', 'turn1', 'widen-left1', 'widen-right1', 'reach1']
		]
	])('%s', (_, properties, expected) => {
		expect(roles(camera(properties))).toEqual(expected);
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
			fc.property(whole, fc.integer({ min: 0, max: 3 }), (properties, which) => {
				const still = camera(properties);
				const handle = cameraHandles(still)[which];
				if (!handle) throw new Error('a fixed camera has four handles');
				expect(dragged(still, handle.role, handle.at).properties).toEqual(properties);
			}),
			{ seed: 7, numRuns: 200 }
		);
	});
});

describe('bearingDegOf', () => {
	test.each([
		['north', 0, 1, 0],
		['east', 1, 0, 90],
		['south-west', -1, -1, 225]
	])('%s', (_, x, y, expected) => {
		const from: LngLat = [71.4, 51.2];
		expect(bearingDegOf(from, fromPlane(localPlane(from), { x, y }))).toBeCloseTo(expected, 6);
	});
});
