import { beforeEach, describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../../../src/lib/domain/items.ts';
import type { PointerTool } from '../../../../src/lib/editor/tools/pointer-tool.ts';
import { toolOf } from '../../../../src/lib/editor/tools/tool-of.ts';
import { at, ToyHost } from '../toy-host.ts';

const box = (id: string, [left, bottom, right, top]: readonly [number, number, number, number]): Item =>
	({
		id,
		kind: 'patrol-zone',
		rank: Number(id.split('-').at(-1)),
		geometry: {
			type: 'Polygon',
			coordinates: [
				[at(left, bottom), at(right, bottom), at(right, top), at(left, top), at(left, bottom)].map((p) => [
					...p
				])
			]
		},
		properties: {}
	}) as unknown as Item;

/** Four zones around a hole from (200, 200) to (300, 300), and one that does not touch it. */
let host: ToyHost;
let tool: PointerTool;
beforeEach(() => {
	host = new ToyHost([
		box('patrol-zone-1', [100, 400, 300, 300]),
		box('patrol-zone-2', [300, 400, 400, 200]),
		box('patrol-zone-3', [200, 200, 400, 100]),
		box('patrol-zone-4', [100, 300, 200, 100]),
		box('patrol-zone-5', [400, 400, 500, 100])
	]);
	tool = toolOf('fill-gap', host);
	tool.begin?.();
});
function pick(id: string): void {
	host.editor.select({ what: 'item', id: id as ItemId });
	tool.follow?.();
}
function click(px: number, py: number): void {
	tool.move({ px, py });
	tool.down({ px, py });
	tool.up({ px, py });
}
const ringOf = (id: string): string[] =>
	(host.editor.plan.items.get(id as ItemId)?.geometry.coordinates as number[][][])[0].map(String);

describe('a click in a gap', () => {
	test('gives it to the selected zone, and undo takes it back', () => {
		pick('patrol-zone-1');
		const before = ringOf('patrol-zone-1');
		click(250, 250);
		expect(host.refused).toBeNull();
		expect(ringOf('patrol-zone-1')).toContain(String(at(200, 200)));
		expect(host.editor.history.cursor).toBe(1);
		host.editor.undo();
		expect(ringOf('patrol-zone-1')).toEqual(before);
	});

	test('is shown with its area before', () => {
		pick('patrol-zone-1');
		tool.move({ px: 250, py: 250 });
		const sketch = host.sketches.at(-1);
		expect(sketch?.fills).toHaveLength(1);
		expect(sketch?.labels?.[0]?.text).toMatch(/m²/);
	});

	test('that the zone does not border on is refused with the reason', () => {
		pick('patrol-zone-5');
		click(250, 250);
		expect(host.refused?.code).toBe('not-beside');
		expect(host.sketches.at(-1)?.fills).toEqual([]);
		expect(host.editor.history.cursor).toBe(0);
	});

	test('where there is none is refused', () => {
		pick('patrol-zone-1');
		click(900, 900);
		expect(host.refused?.code).toBe('nothing-filled');
	});

	test('with nothing selected picks out what lies there', () => {
		host.editor.select(null);
		host.extraHits = [{ selection: { what: 'item', id: 'patrol-zone-2' as ItemId }, extent: 'ground' }];
		click(350, 350);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'patrol-zone-2' });
		expect(host.refused).toBeNull();
	});
});
