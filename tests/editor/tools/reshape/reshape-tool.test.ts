import { beforeEach, describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../../../src/lib/domain/items.ts';
import { PLAIN, type Press } from '../../../../src/lib/editor/tools/pointer-tool.ts';
import type { ReshapeTool } from '../../../../src/lib/editor/tools/reshape/reshape-tool.ts';
import { toolOf } from '../../../../src/lib/editor/tools/tool-of.ts';
import { at, drag, ToyHost } from '../toy-host.ts';

const zone = (id: string, rank: number, ...corners: [number, number][]): Item =>
	({
		id,
		kind: 'patrol-zone',
		rank,
		geometry: {
			type: 'Polygon',
			coordinates: [[...corners, corners[0] as [number, number]].map(([px, py]) => [...at(px, py)])]
		},
		properties: {}
	}) as unknown as Item;
/** Two zones side by side with the side from (200, 200) to (200, 100) in common. */
const LEFT = zone('left', 0, [100, 200], [200, 200], [200, 100], [100, 100]);
const RIGHT = zone('right', 1, [200, 200], [300, 200], [300, 100], [200, 100]);

let host: ToyHost;
let tool: ReshapeTool;
const corners = (id: string): string[] =>
	((host.editor.plan.items.get(id as ItemId)?.geometry.coordinates as number[][][])[0] as number[][]).map(
		String
	);
const has = (id: string, px: number, py: number): boolean => corners(id).includes(String(at(px, py)));
const key = (name: string): boolean =>
	tool.key({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false });
const click = (px: number, py: number, press: Partial<Press> = {}): void => {
	tool.down({ px, py }, { ...PLAIN, ...press });
	tool.up({ px, py }, { ...PLAIN, ...press });
};

beforeEach(() => {
	host = new ToyHost([LEFT, RIGHT]);
	host.editor.select({ what: 'item', id: LEFT.id });
	host.editor.setTool('reshape');
	tool = toolOf('reshape', host) as ReshapeTool;
	tool.begin();
});

describe('dragging', () => {
	test('a shared corner moves in both, as one edit that undo takes back', () => {
		const before = [corners('left'), corners('right')];
		expect(drag(tool, [200, 100], [205, 110], [220, 120])).toBe(true);
		expect([has('left', 220, 120), has('right', 220, 120)]).toEqual([true, true]);
		expect(host.editor.history.steps).toHaveLength(1);
		host.editor.undo();
		expect([corners('left'), corners('right')]).toEqual(before);
	});

	test('with Ctrl it moves alone', () => {
		tool.down({ px: 200, py: 100 }, PLAIN);
		tool.move({ px: 190, py: 110 }, { ...PLAIN, mod: true });
		tool.up({ px: 180, py: 120 }, { ...PLAIN, mod: true });
		expect([has('left', 180, 120), has('right', 200, 100)]).toEqual([true, true]);
	});

	test('a side moves with both its corners', () => {
		drag(tool, [200, 130], [210, 130], [230, 130]);
		for (const id of ['left', 'right']) {
			expect([has(id, 230, 100), has(id, 230, 200)]).toEqual([true, true]);
		}
	});

	test('the middle of a shared side becomes a corner of both', () => {
		drag(tool, [200, 150], [210, 150], [240, 150]);
		expect([has('left', 240, 150), has('right', 240, 150)]).toEqual([true, true]);
		expect(corners('left')).toHaveLength(6);
	});

	test('what would turn the outline over is not done: the last sound place stays, and it is said why', () => {
		drag(tool, [100, 100], [120, 120], [320, 150]);
		expect(host.refused).not.toBe(null);
		expect(has('left', 120, 120)).toBe(true);
	});

	test('while it lasts the other is seen to move along, with lengths, angle and area', () => {
		tool.down({ px: 200, py: 100 });
		tool.move({ px: 220, py: 120 });
		const sketch = host.sketches.at(-1);
		expect(sketch?.lines?.map(({ look }) => look)).toEqual(['along', 'line']);
		expect(sketch?.labels?.map(({ text }) => text)).toEqual([
			expect.stringMatching(/m$/),
			expect.stringMatching(/m$/),
			expect.stringMatching(/^∠ \d+° · .*m²$/)
		]);
		tool.cancel();
		expect(host.editor.history.steps).toHaveLength(0);
		expect(host.editor.preview).toBe(null);
	});
});

describe('corners', () => {
	test('shared ones look different', () => {
		const looks = new Map(host.sketches.at(-1)?.points?.map(({ at: place, look }) => [String(place), look]));
		expect(looks.get(String(at(200, 100)))).toBe('shared');
		expect(looks.get(String(at(100, 100)))).toBe('corner');
	});

	test('a double click on a side sets one, on a corner takes it away', () => {
		expect(tool.double({ px: 130, py: 200 })).toBe(true);
		expect(has('left', 130, 200)).toBe(true);
		expect(tool.double({ px: 130, py: 200 })).toBe(true);
		expect(has('left', 130, 200)).toBe(false);
	});

	test('Alt and a click take one away', () => {
		click(100, 100, { alt: true });
		expect(corners('left')).toHaveLength(4);
	});

	test('the one picked is moved by arrows and taken away by Delete', () => {
		click(100, 100);
		key('ArrowLeft');
		expect(has('left', 99, 100)).toBe(true);
		key('Delete');
		expect(corners('left')).toHaveLength(4);
	});

	test('Tab goes through them and then on through the page', () => {
		for (let i = 0; i < 6; i++) key('Tab');
		const held = host.sketches.at(-1)?.points?.filter(({ look }) => look === 'held');
		expect(held?.map(({ at: place }) => String(place))).toEqual([corners('left')[0]]);
	});

	test('where borders part one cannot be taken away, and that is said', () => {
		const host3 = new ToyHost([
			LEFT,
			RIGHT,
			zone('below', 2, [100, 300], [300, 300], [300, 200], [200, 200], [100, 200])
		]);
		host3.editor.select({ what: 'item', id: LEFT.id });
		const third = toolOf('reshape', host3) as ReshapeTool;
		third.double({ px: 200, py: 200 });
		expect(host3.refused?.code).toBe('corner-is-junction');
	});
});

test('a click beside it, or Enter, ends it', () => {
	click(400, 400);
	expect(host.editor.tool).toBe('select');
	host.editor.setTool('reshape');
	key('Enter');
	expect(host.editor.tool).toBe('select');
});
