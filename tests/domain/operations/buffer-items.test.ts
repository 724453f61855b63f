import type { Position } from 'geojson';
import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import { overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { bufferItems, type BufferWish } from '../../../src/lib/domain/operations/buffer-items.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { validateItem } from '../../../src/lib/domain/validate-item.ts';
import { areaM2 } from '../../../src/lib/geo/fabric/common-area.ts';
import { groundShape } from '../../../src/lib/geo/fabric/ground-shape.ts';
import { fromPlane, localPlane } from '../../../src/lib/geo/local-plane.ts';

const PLANE = localPlane([71.43, 51.13]);
const at = (x: number, y: number): Position =>
	[...fromPlane(PLANE, { x, y })].map((v) => Math.round(v * 1e7) / 1e7);
const box = (west: number, south: number, east: number, north: number): Position[] => [
	at(west, south),
	at(east, south),
	at(east, north),
	at(west, north),
	at(west, south)
];
const item = (kind: Item['kind'], id: string, type: string, coordinates: unknown): Item =>
	({
		id,
		kind,
		rank: 1,
		geometry: { type, coordinates },
		properties: { level: kind === 'control-ring' ? 1 : 'city', category: 'other' }
	}) as unknown as Item;
const planOf = (...items: Item[]): Plan => ({
	header: { format: 1, name: '' },
	items: new Map(items.map((one) => [one.id, one]))
});
const zone = item('patrol-zone', 'a', 'Polygon', [box(0, 0, 200, 200)]);
const beside = item('patrol-zone', 'b', 'Polygon', [box(200, 0, 400, 200)]);
const camera = item('camera', 'c', 'Point', at(0, 0));
const far = item('camera', 'd', 'Point', at(5000, 0));
const route = item('patrol-route', 'r', 'LineString', [at(0, 0), at(300, 0)]);
const site = item('key-site', 's', 'Point', at(0, 0));
const ring = item('control-ring', 'w', 'Polygon', [box(0, 0, 200, 200)]);

const NEW = 'new' as ItemId;
const WISH: BufferWish = { reachM: 50, corners: 'mitred', becomes: 'patrol-zone', level: 2 };
function buffered(plan: Plan, ids: string[], wish: Partial<BufferWish>) {
	const edit = bufferItems(plan, ids as ItemId[], { ...WISH, ...wish }, NEW);
	if (isRefusal(edit)) throw new Error(edit.reason);
	const after = applyEdit(plan, edit).plan;
	for (const put of edit.put)
		expect(validateItem(put).filter(({ severity }) => severity === 'error')).toEqual([]);
	const areaOf = (id: string): number =>
		areaM2(groundShape((after.items.get(id as ItemId) as Item).geometry)?.rings ?? []);
	return { edit, after, areaOf };
}

describe('a buffer', () => {
	test('about a camera is a circle, as an area', () => {
		const { after, areaOf } = buffered(planOf(camera), ['c'], { becomes: 'area', reachM: 100 });
		expect(after.items.get(NEW)?.kind).toBe('area');
		expect(Math.abs(areaOf('new') / (Math.PI * 1e4) - 1)).toBeLessThan(5e-3);
	});

	test('about several things is one of several parts', () => {
		const { after } = buffered(planOf(camera, far), ['c', 'd'], {});
		expect(after.items.get(NEW)?.geometry).toMatchObject({ type: 'MultiPolygon', coordinates: [[{}], [{}]] });
	});

	test('about a zone leaves to it and to others what they hold, and says to whom', () => {
		const { edit, after, areaOf } = buffered(planOf(zone, beside), ['a'], {});
		expect([...edit.inTheWay].sort()).toEqual(['a', 'b']);
		expect(overlapsBetween([...after.items.values()])).toEqual([]);
		// 300 by 300 but for the zone and 50 by 200 of its neighbour
		expect(Math.abs(areaOf('new') - (90_000 - 40_000 - 10_000))).toBeLessThan(100);
	});

	test('makes a zone itself larger, as far as the ground is free', () => {
		const { edit, after, areaOf } = buffered(planOf(zone, beside), ['a'], { becomes: 'itself' });
		expect(edit.inTheWay).toEqual(['b']);
		expect(after.items.size).toBe(2);
		expect(overlapsBetween([...after.items.values()])).toEqual([]);
		expect(Math.abs(areaOf('a') - 80_000)).toBeLessThan(100);
		expect(areaOf('b')).toBeCloseTo(areaM2(groundShape(beside.geometry)?.rings ?? []), 0);
	});

	test('inwards makes a ring smaller', () => {
		const { areaOf } = buffered(planOf(ring), ['w'], { becomes: 'itself', reachM: -50 });
		expect(Math.abs(areaOf('w') - 10_000)).toBeLessThan(30);
	});

	test('about a ring is a ring without a hole, of the level wished for', () => {
		const { after, areaOf } = buffered(planOf(ring), ['w'], { becomes: 'control-ring' });
		expect(after.items.get(NEW)).toMatchObject({ kind: 'control-ring', properties: { level: 2 } });
		expect(Math.abs(areaOf('new') - 90_000)).toBeLessThan(100);
	});

	test('gives a key site that was a point its ground', () => {
		const { after } = buffered(planOf(site), ['s'], { becomes: 'itself', reachM: 80 });
		expect(after.items.get('s' as ItemId)?.geometry.type).toBe('Polygon');
	});

	test.each([
		['inwards of a line', planOf(route), ['r'], { reachM: -20 }, 'nothing-left'],
		['inwards of what is too thin', planOf(zone), ['a'], { reachM: -101, becomes: 'area' }, 'nothing-left'],
		['a ring of two pieces', planOf(camera, far), ['c', 'd'], { becomes: 'control-ring' }, 'falls-apart'],
		[
			'all of which another holds',
			planOf(zone, item('camera', 'c', 'Point', at(100, 100))),
			['c'],
			{ reachM: 20 },
			'nothing-left'
		],
		['of what is not there', planOf(zone), ['x'], {}, 'no-such-item']
	] as const)('%s is refused', (_, plan, ids, wish, reason) => {
		expect(bufferItems(plan, [...ids] as unknown as ItemId[], { ...WISH, ...wish }, NEW)).toMatchObject({
			reason
		});
	});
});
