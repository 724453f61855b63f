import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../src/lib/domain/edit.ts';
import type { Camera, Checkpoint, Item, ItemId, PatrolZone } from '../../../src/lib/domain/items.ts';
import { addItem } from '../../../src/lib/domain/operations/add-item.ts';
import { changeProperties } from '../../../src/lib/domain/operations/change-properties.ts';
import { moveItem } from '../../../src/lib/domain/operations/move-item.ts';
import { removeItems } from '../../../src/lib/domain/operations/remove-items.ts';
import { reshapeItem } from '../../../src/lib/domain/operations/reshape-item.ts';
import { turnCamera } from '../../../src/lib/domain/operations/turn-camera.ts';
import { widenCamera } from '../../../src/lib/domain/operations/widen-camera.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal, type Refusal } from '../../../src/lib/domain/refusal.ts';

const id = (text: string) => text as ItemId;
const checkpoint: Checkpoint = {
	id: id('post'),
	kind: 'checkpoint',
	rank: 0,
	geometry: { type: 'Point', coordinates: [71.4, 51.1, 347] },
	properties: { name: 'North bridge', controls: [{ way: 7, at: [71.4, 51.1] }], extra: 1 }
};
const camera: Camera = {
	id: id('camera'),
	kind: 'camera',
	rank: 1,
	geometry: { type: 'Point', coordinates: [71.4, 51.1] },
	properties: { azimuthDeg: 350, hfovDeg: 60, rangeM: 80, nearM: 5 }
};
const pole: Camera = {
	...camera,
	id: id('pole'),
	properties: { heads: [{ azimuthDeg: 350, rangeM: 50 }, { rangeM: 50 }, { azimuthDeg: 170, rangeM: 50 }] }
};
const zone: PatrolZone = {
	id: id('zone'),
	kind: 'patrol-zone',
	rank: 2,
	geometry: {
		type: 'Polygon',
		coordinates: [
			[
				[0, 0],
				[1, 0],
				[1, 1],
				[0, 0]
			]
		]
	},
	properties: { name: 'Z' }
};
const plan: Plan = {
	header: { format: 1, name: 'P' },
	items: new Map([checkpoint, camera, pole, zone].map((item): [ItemId, Item] => [item.id, item])),
	unread: [{ rank: 9, feature: { type: 'Feature' } }]
};

describe('moveItem', () => {
	test('takes a checkpoint there without what it controlled, and keeps the rest', () => {
		const edit = done(moveItem(checkpoint, [71.5, 51.20000000001]));
		expect(edit.label).toEqual({ verb: 'move', kind: 'checkpoint', name: 'North bridge' });
		expect(edit.put[0]?.geometry.coordinates).toEqual([71.5, 51.2, 347]);
		expect(edit.put[0]?.properties).toEqual({ name: 'North bridge', extra: 1 });
		expect(checkpoint.properties.controls).toBeDefined();
	});
	test('leaves the bounding box behind that the file gave', () => {
		const boxed = { ...camera, foreign: { bbox: [71.4, 51.1, 71.4, 51.1], source: 'survey' } };
		expect(done(moveItem(boxed, [71.5, 51.2])).put[0]?.foreign).toEqual({ source: 'survey' });
	});
	test('shifts a shape by the way from one place to the other', () => {
		const edit = done(moveItem(zone, [2, 3], [1, 1]));
		expect(edit.put[0]?.geometry.coordinates).toEqual([
			[
				[1, 2],
				[2, 2],
				[2, 3],
				[1, 2]
			]
		]);
	});
	test.each([
		['beyond the pole', [0, 90.1]],
		['beyond the date line', [180.1, 0]],
		['nowhere', [NaN, 0]]
	] as const)('refuses to go %s', (_, to) => {
		expect(refused(moveItem(camera, to)).reason).toBe('outside-the-world');
	});
	test('refuses to push a corner of a shape out of the world', () => {
		expect(refused(moveItem(zone, [179.5, 0])).reason).toBe('outside-the-world');
	});
});

describe('turnCamera', () => {
	test.each([
		[90, 90],
		[360, 0],
		[-90, 270],
		[725.5, 5.5],
		[-0.001, 0]
	])('to %d is kept as %d', (azimuthDeg, kept) => {
		expect(done(turnCamera(camera, azimuthDeg)).put[0]?.properties).toMatchObject({ azimuthDeg: kept });
	});
	test('turns one head of a pole', () => {
		expect(azimuths(done(turnCamera(pole, 10, 2)))).toEqual([350, undefined, 10]);
	});
	test('gives a head without a direction one', () => {
		expect(azimuths(done(turnCamera(pole, 10, 1)))).toEqual([350, 10, 170]);
	});
	test('turns the whole pole by its first head', () => {
		expect(azimuths(done(turnCamera(pole, 20)))).toEqual([20, undefined, 200]);
	});
	test.each([
		['a head that is not there', () => turnCamera(pole, 10, 3), 'no-such-head'],
		['a head of a camera with none', () => turnCamera(camera, 10, 0), 'no-such-head'],
		['no number', () => turnCamera(camera, NaN), 'bad-value']
	])('refuses %s', (_, turn, reason) => {
		expect(refused(turn()).reason).toBe(reason);
	});
});

describe('widenCamera', () => {
	test('changes only what is given', () => {
		expect(done(widenCamera(camera, { hfovDeg: 90 })).put[0]?.properties).toEqual({
			azimuthDeg: 350,
			hfovDeg: 90,
			rangeM: 80,
			nearM: 5
		});
	});
	test('widens all heads of a pole, or one', () => {
		const all = done(widenCamera(pole, { rangeM: 70 })).put[0] as Camera;
		expect(all.properties.heads?.map((head) => head.rangeM)).toEqual([70, 70, 70]);
		const one = done(widenCamera(pole, { rangeM: 70 }, 1)).put[0] as Camera;
		expect(one.properties.heads?.map((head) => head.rangeM)).toEqual([50, 70, 50]);
	});
	test.each([
		['no angle', { hfovDeg: 0 }, 'bad-value'],
		['more than all round', { hfovDeg: 361 }, 'bad-value'],
		['a range within the blind zone', { rangeM: 5 }, 'near-beyond-range'],
		['a range behind', { rangeM: -1 }, 'bad-value']
	])('refuses %s', (_, reach, reason) => {
		expect(refused(widenCamera(camera, reach)).reason).toBe(reason);
	});
});

describe('reshapeItem', () => {
	const ring = (...coordinates: [number, number][]) => ({
		type: 'Polygon' as const,
		coordinates: [coordinates]
	});
	test('gives a zone another outline', () => {
		const geometry = ring([0, 0], [2, 0], [2, 2], [0, 0]);
		expect(done(reshapeItem(zone, geometry)).put[0]).toEqual({ ...zone, geometry });
	});
	test.each([
		['a bow tie, saying where', ring([0, 0], [2, 2], [2, 0], [0, 2], [0, 0]), 'self-crossing', [1, 1]],
		['two points', ring([0, 0], [2, 2], [0, 0]), 'too-few-points', [0, 0]],
		['an open ring', ring([0, 0], [2, 2], [2, 0]), 'not-closed', [2, 0]],
		['a point', { type: 'Point' as const, coordinates: [0, 0] }, 'wrong-geometry', undefined]
	] as const)('refuses %s', (_, geometry, reason, at) => {
		const refusal = refused(reshapeItem(zone, geometry as unknown as Item['geometry']));
		expect(refusal.reason).toBe(reason);
		expect(refusal.at).toEqual(at);
	});
});

describe('addItem', () => {
	const fresh = { kind: 'camera' as const, geometry: camera.geometry, properties: { rangeM: 50 } };
	test('comes after the last, unread features included', () => {
		expect(done(addItem(plan, fresh, id('new'))).put[0]).toEqual({ ...fresh, id: 'new', rank: 10 });
	});
	test('refuses an id that is taken', () => {
		expect(refused(addItem(plan, fresh, id('camera'))).reason).toBe('duplicate-id');
	});
	test('refuses a key site without a category', () => {
		const site = { kind: 'key-site' as const, geometry: camera.geometry, properties: {} };
		// @ts-expect-error the compiler refuses it too
		expect(refused(addItem(plan, site, id('new'))).reason).toBe('missing-property');
	});
});

describe('removeItems', () => {
	test('passes over what is not there', () => {
		const edit = done(removeItems(plan, [id('zone'), id('gone'), id('zone')]));
		expect(edit.drop).toEqual(['zone']);
		expect(edit.label).toEqual({ verb: 'remove', kind: 'patrol-zone', name: 'Z', count: 1 });
	});
	test('names no kind where kinds differ', () => {
		expect(done(removeItems(plan, [id('zone'), id('pole')])).label).toMatchObject({
			kind: undefined,
			count: 2
		});
	});
	test('refuses where nothing is left to remove', () => {
		expect(refused(removeItems(plan, [id('gone')])).reason).toBe('nothing-to-remove');
	});
});

describe('changeProperties', () => {
	test('sets, and removes what is undefined', () => {
		const edit = done(changeProperties(checkpoint, { team: 'Team 1', controls: undefined }));
		expect(edit.put[0]?.properties).toEqual({ name: 'North bridge', extra: 1, team: 'Team 1' });
	});
	test('forgets the unusable value of the file that it replaces', () => {
		const edit = done(
			changeProperties({ ...checkpoint, setAside: { hours: 5, team: 6 } }, { hours: '24/7' })
		);
		expect(edit.put[0]?.setAside).toEqual({ team: 6 });
		expect(edit.put[0]?.properties).toMatchObject({ hours: '24/7' });
	});
	test.each([
		['hours that do not parse', { hours: 'now and then' }, 'bad-hours'],
		['a status that is none', { status: 'asleep' }, 'bad-value'],
		['a phone number', { phone: '123' }, 'personal-property'],
		['a name of a person, in Chinese', { 联系人: '某' }, 'personal-property']
	])('refuses %s', (_, patch, reason) => {
		expect(refused(changeProperties(checkpoint, patch)).reason).toBe(reason);
	});
});

function done(result: Edit | Refusal): Edit {
	if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
	return result;
}
function refused(result: Edit | Refusal): Refusal {
	if (!isRefusal(result)) throw new Error(`not refused: ${JSON.stringify(result)}`);
	return result;
}
function azimuths(edit: Edit): (number | undefined)[] | undefined {
	return (edit.put[0] as Camera).properties.heads?.map((head) => head.azimuthDeg);
}
