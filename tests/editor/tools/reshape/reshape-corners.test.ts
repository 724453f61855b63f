import type { Position } from 'geojson';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../../../src/lib/domain/items.ts';
import { PLAIN, type Press } from '../../../../src/lib/editor/tools/pointer-tool.ts';
import { ReshapeTool } from '../../../../src/lib/editor/tools/reshape/reshape-tool.ts';
import { at, drag, ToyHost } from '../toy-host.ts';

type Spot = readonly [number, number];

const closed = (spots: readonly Spot[]): Position[] =>
	[...spots, spots[0] as Spot].map(([px, py]) => [...at(px, py)]);
const zone = (id: string, rings: readonly (readonly Spot[])[]): Item =>
	({
		id,
		kind: 'patrol-zone',
		rank: Number(id.slice(1)),
		geometry: { type: 'Polygon', coordinates: rings.map(closed) },
		properties: {}
	}) as unknown as Item;
/** Corners counter-clockwise on the globe: on the screen y grows downward. */
const box = (left: number, top: number, right: number, bottom: number): Spot[] => [
	[left, bottom],
	[right, bottom],
	[right, top],
	[left, top]
];

let host: ToyHost;
let tool: ReshapeTool;

/** Two zones that share the border x = 300, the left one with a hole. */
beforeEach(() => {
	host = new ToyHost([
		zone('z1', [box(100, 100, 300, 300), [...box(220, 120, 260, 160)].reverse()]),
		zone('z2', [box(300, 100, 500, 300)]),
		{
			id: 'r3',
			kind: 'patrol-route',
			rank: 3,
			geometry: {
				type: 'LineString',
				coordinates: [[...at(100, 400)], [...at(300, 400)], [...at(500, 400)]]
			},
			properties: {}
		} as unknown as Item
	]);
	pick('z1');
});

const key = (name: string, shiftKey = false) =>
	tool.key({ key: name, shiftKey, ctrlKey: false, metaKey: false, altKey: false });
const press = (held: Partial<Press>): Press => ({ ...PLAIN, ...held });
const steps = () => host.editor.history.steps.length;
const json = () => JSON.stringify([...host.editor.plan.items.values()]);

function pick(id: string): void {
	host.editor.select({ what: 'item', id: id as ItemId });
	host.editor.setTool('reshape');
	tool = new ReshapeTool(host);
	tool.begin();
}

function spots(id: string, ring = 0): Spot[] {
	const geometry = host.editor.plan.items.get(id as ItemId)?.geometry;
	const lines =
		geometry?.type === 'Polygon' ? geometry.coordinates : [geometry?.coordinates as unknown as Position[]];
	const line = lines[ring] as Position[];
	const kept = geometry?.type === 'Polygon' ? line.slice(0, -1) : line;
	return kept.map(([lng, lat]) => {
		const { px, py } = host.project([lng as number, lat as number]);
		return [Math.round(px), Math.round(py)] as const;
	});
}

function clickAt(px: number, py: number, held: Partial<Press> = {}): void {
	tool.down({ px, py }, press(held));
	tool.up({ px, py }, press(held));
}

describe('a corner that is dragged', () => {
	test('takes the corner of the neighbour along, as one edit', () => {
		const before = json();
		expect(drag(tool, [302, 101], [310, 90], [330, 80])).toBe(true);
		expect(spots('z1')).toContainEqual([330, 80]);
		expect(spots('z2')).toContainEqual([330, 80]);
		expect(spots('z1')).not.toContainEqual([300, 100]);
		expect(steps()).toBe(1);
		host.editor.undo();
		expect(json()).toBe(before);
	});

	test('moves alone with Ctrl held', () => {
		tool.down({ px: 300, py: 100 });
		tool.move({ px: 290, py: 105 }, press({ mod: true }));
		tool.up({ px: 285, py: 110 }, press({ mod: true }));
		expect(spots('z1')).toContainEqual([285, 110]);
		expect(spots('z2')).toContainEqual([300, 100]);
		expect(spots('z2')).not.toContainEqual([285, 110]);
	});

	test('of a hole moves too', () => {
		drag(tool, [220, 120], [215, 115], [208, 110]);
		expect(spots('z1', 1)).toContainEqual([208, 110]);
		expect(steps()).toBe(1);
	});

	test('stays at its last sound place where it may not go on, and says why', () => {
		// the corner of the left zone goes through its hole and out on the far side
		drag(tool, [100, 100], [120, 120], [280, 140]);
		expect(host.refused).not.toBeNull();
		expect(spots('z1')).toContainEqual([120, 120]);
		expect(steps()).toBe(1);
	});

	test('goes back with Escape, nothing done', () => {
		const before = json();
		tool.down({ px: 300, py: 100 });
		tool.move({ px: 330, py: 80 });
		expect(host.editor.preview).not.toBeNull();
		expect(key('Escape')).toBe(true);
		tool.up({ px: 330, py: 80 });
		expect(host.editor.preview).toBeNull();
		expect(json()).toBe(before);
		expect(steps()).toBe(0);
	});

	test('goes back with Escape while corners are picked, which stay picked', () => {
		clickAt(300, 100);
		tool.down({ px: 300, py: 100 });
		tool.move({ px: 330, py: 80 });
		key('Escape');
		tool.up({ px: 330, py: 80 });
		expect(steps()).toBe(0);
		expect(host.sketches.at(-1)?.points?.filter(({ look }) => look === 'held')).toHaveLength(1);
	});

	test('shows what moves along, and the figures of the corner', () => {
		tool.down({ px: 300, py: 100 });
		tool.move({ px: 330, py: 80 });
		const sketch = host.sketches.at(-1);
		expect(sketch?.lines?.filter(({ look }) => look === 'along')).toHaveLength(1);
		expect(sketch?.labels).toHaveLength(3);
		tool.cancel();
	});
});

describe('a side', () => {
	test('moves with both ends, shared', () => {
		drag(tool, [300, 250], [310, 250], [340, 250]);
		expect(spots('z1')).toEqual(
			expect.arrayContaining([
				[340, 100],
				[340, 300]
			])
		);
		expect(spots('z2')).toEqual(
			expect.arrayContaining([
				[340, 100],
				[340, 300]
			])
		);
		expect(steps()).toBe(1);
	});

	test('bears a middle that becomes a corner of both when dragged', () => {
		drag(tool, [300, 200], [310, 210], [320, 220]);
		expect(spots('z1')).toHaveLength(5);
		expect(spots('z1')).toContainEqual([320, 220]);
		expect(spots('z2')).toContainEqual([320, 220]);
	});

	test('gets a corner by a double click, which another takes away', () => {
		const before = json();
		expect(tool.double({ px: 300, py: 160 })).toBe(true);
		expect(spots('z1')).toContainEqual([300, 160]);
		expect(spots('z2')).toContainEqual([300, 160]);
		expect(tool.double({ px: 300, py: 160 })).toBe(true);
		expect(json()).toBe(before);
		expect(steps()).toBe(2);
	});
});

describe('corners that are picked', () => {
	test('move together', () => {
		clickAt(100, 100);
		clickAt(100, 300, { shift: true });
		drag(tool, [100, 300], [90, 300], [60, 310]);
		expect(spots('z1')).toEqual(
			expect.arrayContaining([
				[60, 110],
				[60, 310]
			])
		);
		expect(steps()).toBe(1);
	});

	test('are let go by a second click with Shift', () => {
		clickAt(100, 100);
		clickAt(100, 300, { shift: true });
		clickAt(100, 100, { shift: true });
		drag(tool, [100, 300], [60, 310]);
		expect(spots('z1')).toEqual(
			expect.arrayContaining([
				[100, 100],
				[60, 310]
			])
		);
	});

	test('are walked through by Tab, moved by arrows and taken out by Delete', () => {
		expect(key('Tab')).toBe(true);
		key('ArrowLeft', true);
		expect(spots('z1')).toContainEqual([90, 300]);
		key('ArrowUp');
		expect(spots('z1')).toContainEqual([90, 299]);
		key('Delete');
		expect(spots('z1')).toHaveLength(3);
		expect(steps()).toBe(3);
	});

	test('let the key go on after the last one', () => {
		const walked = Array.from({ length: 9 }, () => key('Tab'));
		expect(walked).toEqual([...Array<boolean>(8).fill(true), false]);
	});

	test('go by Alt and a click; a triangle keeps its three', () => {
		clickAt(100, 300, { alt: true });
		expect(spots('z1')).toHaveLength(3);
		clickAt(100, 100, { alt: true });
		expect(spots('z1')).toHaveLength(3);
		expect(host.refused).not.toBeNull();
	});

	test('are the same after undo, or none', () => {
		clickAt(100, 100);
		key('ArrowLeft');
		host.editor.undo();
		tool.follow();
		key('Delete');
		expect(steps()).toBe(1);
	});
});

describe('leaving', () => {
	test.each(['Enter', 'Escape'])('by %s', (name) => {
		expect(key(name)).toBe(true);
		expect(host.editor.tool).toBe('select');
	});

	test('by a click beside the shape, for what lies there', () => {
		host.extraHits = [{ selection: { what: 'item', id: 'z2' as ItemId }, extent: 'ground' }];
		clickAt(420, 220);
		expect(host.editor.tool).toBe('select');
		expect(host.editor.selection).toEqual({ what: 'item', id: 'z2' });
	});

	test('not by a click within it, nor by a pan', () => {
		host.extraHits = [{ selection: { what: 'item', id: 'z1' as ItemId }, extent: 'ground' }];
		clickAt(250, 250);
		expect(drag(tool, [700, 500], [750, 550])).toBe(false);
		expect(host.editor.tool).toBe('reshape');
	});
});

describe('what is shown', () => {
	test('corners that others share look different', () => {
		const looks = (host.sketches.at(-1)?.points ?? []).filter(({ look }) => look !== 'middle');
		expect(looks.filter(({ look }) => look === 'shared')).toHaveLength(2);
		expect(looks.filter(({ look }) => look === 'corner')).toHaveLength(6);
	});

	test('handles beyond the screen are left out', () => {
		host.middle = () => ({ px: 60, py: 60 });
		tool.follow();
		expect(host.sketches.at(-1)?.points?.filter(({ look }) => look === 'corner')).toHaveLength(1);
	});

	test('a line has its ends', () => {
		pick('r3');
		drag(tool, [500, 400], [520, 420]);
		expect(spots('r3')).toEqual([
			[100, 400],
			[300, 400],
			[520, 420]
		]);
		drag(tool, [200, 400], [200, 440]);
		expect(spots('r3')).toEqual([
			[100, 400],
			[200, 440],
			[300, 400],
			[520, 420]
		]);
	});

	test('a finger may be farther off', () => {
		expect(tool.down({ px: 100, py: 318 })).toBe(false);
		expect(tool.down({ px: 100, py: 318 }, press({ touch: true }))).toBe(true);
	});
});
