import type { Position } from 'geojson';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Item, ItemId } from '../../../../src/lib/domain/items.ts';
import type { PointerTool } from '../../../../src/lib/editor/tools/pointer-tool.ts';
import type { Tool } from '../../../../src/lib/editor/tools/tool.ts';
import { areaText } from '../../../../src/lib/editor/wording/quantity.ts';
import { areaWithinM2 } from '../../../../src/lib/geo/lnglat-area.ts';
import { toolOf } from '../../../../src/lib/editor/tools/tool-of.ts';
import { at, ToyHost } from '../toy-host.ts';

const square = (id: string, left: number, right: number): Item =>
	({
		id,
		kind: 'patrol-zone',
		rank: Number(id.split('-').at(-1)),
		geometry: {
			type: 'Polygon',
			coordinates: [
				[at(left, 300), at(right, 300), at(right, 100), at(left, 100), at(left, 300)].map((place) => [
					...place
				])
			]
		},
		properties: {}
	}) as unknown as Item;

let host: ToyHost;
let tool: PointerTool;

beforeEach(() => {
	host = new ToyHost([square('patrol-zone-1', 100, 300), square('patrol-zone-2', 300, 500)]);
	host.editor.select({ what: 'item', id: 'patrol-zone-1' as ItemId });
});

function use(name: Tool): void {
	host.editor.setTool(name);
	tool = toolOf(name, host);
	tool.begin?.();
}
function click(px: number, py: number): void {
	tool.move({ px, py });
	tool.down({ px, py });
	tool.up({ px, py });
}
const enter = () =>
	tool.key?.({ key: 'Enter', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false });
const zones = () => [...host.editor.plan.items.values()];
const corners = (id: string): string[] =>
	(host.editor.plan.items.get(id as ItemId)?.geometry.coordinates as Position[][]).flat().map(String);
const lies = (id: string) => ({
	selection: { what: 'item' as const, id: id as ItemId },
	extent: 'ground' as const
});
const json = () => JSON.stringify(zones());

describe('a line across the selected zone', () => {
	test('splits it, and the neighbour gets the new corner of the shared border', () => {
		const before = json();
		use('split');
		click(50, 200);
		click(350, 200);
		enter();
		expect(zones()).toHaveLength(3);
		const made = zones().find(({ id }) => id !== 'patrol-zone-1' && id !== 'patrol-zone-2')?.id as string;
		for (const id of ['patrol-zone-1', 'patrol-zone-2', made]) {
			expect(corners(id)).toContain(String(at(300, 200)));
		}
		expect(host.editor.selection).toEqual({ what: 'items', ids: ['patrol-zone-1', made] });
		expect(host.editor.tool).toBe('select');
		expect(host.editor.history.steps).toHaveLength(1);
		host.editor.undo();
		expect(json()).toBe(before);
	});

	test('shows the parts and their areas before it is set, and nothing once the pointer is short of them', () => {
		use('split');
		click(50, 200);
		tool.move({ px: 350, py: 200 });
		expect(host.editor.preview?.put.map(({ id }) => id)).toContain('patrol-zone-1');
		expect(zones()).toHaveLength(2);
		const said = () =>
			host.sketches
				.at(-1)
				?.labels?.map(({ text }) => text)
				.join(' ') ?? '';
		const half = areaText(areaWithinM2([at(100, 100), at(300, 100), at(300, 200), at(100, 200)]));
		expect(said()).toContain(`${half} + ${half}`);
		tool.move({ px: 200, py: 200 });
		expect(host.editor.preview).toBeNull();
		expect(said()).not.toContain('+');
		tool.move({ px: 350, py: 200 });
		tool.cancel();
		expect(host.editor.preview).toBeNull();
	});

	test('that ends within it is refused, and stays under the pen', () => {
		use('split');
		click(50, 200);
		click(200, 200);
		enter();
		expect(host.refused?.code).toBe('nothing-split');
		expect(host.editor.tool).toBe('split');
		expect(host.editor.pen.drawing?.steps).toBe(2);
		expect(zones()).toHaveLength(2);
	});

	test('splits what lies under it where nothing is selected', () => {
		host.editor.select(null);
		use('split');
		click(400, 50);
		click(400, 350);
		enter();
		expect(zones()).toHaveLength(3);
		expect(corners('patrol-zone-1')).toHaveLength(5);
	});
});

describe('a shape drawn within the selected zone', () => {
	test('is cut out as a hole', () => {
		use('cut');
		for (const [px, py] of [
			[150, 150],
			[250, 150],
			[200, 250]
		] as const)
			click(px, py);
		enter();
		expect(host.editor.plan.items.get('patrol-zone-1' as ItemId)?.geometry.coordinates).toHaveLength(2);
		expect(corners('patrol-zone-1')).toContain(String(at(200, 250)));
	});
});

describe('a border drawn over', () => {
	test('takes the new course, and the neighbour that shares it follows', () => {
		use('draw-over');
		click(300, 150);
		click(260, 200);
		click(300, 250);
		enter();
		expect(host.refused).toBeNull();
		expect(corners('patrol-zone-1')).toContain(String(at(260, 200)));
		expect(corners('patrol-zone-2')).toContain(String(at(260, 200)));
	});
});

describe('a click on another', () => {
	test('merges it into the selected zone', () => {
		host.extraHits = [lies('patrol-zone-2')];
		use('merge');
		tool.move({ px: 400, py: 200 });
		expect(host.sketches.at(-1)?.lines?.map(({ look }) => look)).toEqual(['line', 'along']);
		click(400, 200);
		expect(zones().map(({ id }) => id)).toEqual(['patrol-zone-1']);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'patrol-zone-1' });
		expect(host.editor.tool).toBe('select');
	});

	test('picks out the first where nothing is selected', () => {
		host.editor.select(null);
		host.extraHits = [lies('patrol-zone-2')];
		use('merge');
		click(400, 200);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'patrol-zone-2' });
		expect(zones()).toHaveLength(2);
		host.extraHits = [lies('patrol-zone-1')];
		click(200, 200);
		expect(zones().map(({ id }) => id)).toEqual(['patrol-zone-2']);
	});

	test('takes its ground off, and is refused where nothing of it lies there', () => {
		host.extraHits = [lies('patrol-zone-2')];
		use('subtract');
		click(400, 200);
		expect(host.refused).not.toBeNull();
		expect(host.editor.tool).toBe('subtract');
		expect(host.editor.history.steps).toHaveLength(0);
	});

	test('clips to it', () => {
		const area = { ...square('area-3', 200, 250), kind: 'area', properties: { name: 'A', level: 'custom' } };
		host = new ToyHost([square('patrol-zone-1', 100, 300), area as unknown as Item]);
		host.editor.select({ what: 'item', id: 'patrol-zone-1' as ItemId });
		host.extraHits = [lies('patrol-zone-1'), lies('area-3')];
		use('clip');
		click(220, 200);
		expect(new Set(corners('patrol-zone-1'))).toEqual(new Set(corners('area-3')));
	});

	test('a pan clicks nothing', () => {
		host.extraHits = [lies('patrol-zone-2')];
		use('merge');
		tool.down({ px: 400, py: 200 });
		tool.up({ px: 440, py: 200 });
		expect(zones()).toHaveLength(2);
	});
});
