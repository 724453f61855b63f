import { beforeEach, describe, expect, test } from 'vitest';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { PLAIN } from '../../../src/lib/editor/tools/pointer-tool.ts';
import { SelectTool } from '../../../src/lib/editor/tools/select-tool.ts';
import { at, drag, pointItem, ToyHost } from './toy-host.ts';

let host: ToyHost;
let tool: SelectTool;

beforeEach(() => {
	host = new ToyHost([
		pointItem('checkpoint', 'checkpoint-1', 100, 100, { controls: [{ way: 7, at: [71.4, 51.2] }] }),
		pointItem('camera', 'camera-2', 300, 300, { azimuthDeg: 0, hfovDeg: 60, rangeM: 100 }),
		pointItem('station', 'station-3', 500, 100)
	]);
	tool = new SelectTool(host);
});

const place = (id: string) => host.editor.plan.items.get(id as ItemId)?.geometry.coordinates;
const steps = () => host.editor.history.steps.length;

describe('a click', () => {
	test('picks out what lies there and changes nothing', () => {
		drag(tool, [101, 99]);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
		expect(steps()).toBe(0);
	});

	test('that strays no more than the threshold is still a click', () => {
		drag(tool, [100, 100], [103, 101]);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
		expect(place('checkpoint-1')).toEqual(at(100, 100));
	});

	test('on nothing picks out nothing, and the map may pan', () => {
		host.editor.select({ what: 'item', id: 'station-3' as ItemId });
		expect(drag(tool, [700, 700])).toBe(false);
		expect(host.editor.selection).toBe(null);
	});

	test('on empty ground that pans the map keeps what is selected', () => {
		host.editor.select({ what: 'item', id: 'station-3' as ItemId });
		drag(tool, [700, 700], [760, 700]);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'station-3' });
	});

	test('where several lie offers all of them', () => {
		host.extraHits = [
			{ selection: { what: 'leak', ring: 'ring-1' as ItemId, number: 2 }, extent: 'place' },
			{ selection: { what: 'gap', id: 'gap-9' }, extent: 'ground' }
		];
		drag(tool, [100, 100]);
		expect(host.offered).toHaveLength(3);
		expect(host.editor.selection).toBe(null);
	});
});

describe('a drag', () => {
	test('is one edit, done on release', () => {
		expect(drag(tool, [100, 100], [110, 100], [130, 90], [150, 80])).toBe(true);
		expect(place('checkpoint-1')).toEqual(at(150, 80));
		expect(steps()).toBe(1);
		expect(host.editor.preview).toBe(null);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
	});

	test('shows a preview on the way, and the plan stays as it is', () => {
		tool.down({ px: 100, py: 100 });
		tool.move({ px: 150, py: 100 });
		expect(host.editor.shown.items.get('checkpoint-1' as ItemId)?.geometry.coordinates).toEqual(at(150, 100));
		expect(place('checkpoint-1')).toEqual(at(100, 100));
		expect(host.told).toEqual(['put checkpoint-1 drop ']);
	});

	test('keeps hold where the pointer took it: pressed 3 pixels off, it lands 3 pixels off', () => {
		drag(tool, [103, 102], [203, 152]);
		expect(place('checkpoint-1')).toEqual(at(200, 150));
	});

	test('that is cancelled leaves nothing behind, and a click works afterwards', () => {
		tool.down({ px: 100, py: 100 });
		tool.move({ px: 180, py: 180 });
		expect(tool.cancel()).toBe(true);
		expect(host.editor.preview).toBe(null);
		tool.move({ px: 190, py: 190 });
		tool.up({ px: 190, py: 190 });
		expect(place('checkpoint-1')).toEqual(at(100, 100));
		expect(steps()).toBe(0);
		expect(tool.cancel()).toBe(false);
		drag(tool, [500, 100]);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'station-3' });
	});

	test('is undone and done again as one step', () => {
		drag(tool, [500, 100], [540, 100], [560, 120]);
		host.editor.undo();
		expect(place('station-3')).toEqual(at(500, 100));
		host.editor.redo();
		expect(place('station-3')).toEqual(at(560, 120));
	});

	test('of a checkpoint near a road lands on the road, and gives up what it controlled', () => {
		host.snapTo = at(205, 145);
		drag(tool, [100, 100], [200, 150]);
		expect(place('checkpoint-1')).toEqual(at(205, 145));
		expect(host.editor.plan.items.get('checkpoint-1' as ItemId)?.properties).toEqual({});
	});

	test('of a station does not snap', () => {
		host.snapTo = at(205, 145);
		drag(tool, [500, 100], [520, 100]);
		expect(place('station-3')).toEqual(at(520, 100));
	});

	test('of a camera that is drawn as a dot pans the map, unless it is selected', () => {
		host.camerasShown = false;
		expect(drag(tool, [300, 300], [350, 300])).toBe(false);
		expect(place('camera-2')).toEqual(at(300, 300));
		host.editor.select({ what: 'item', id: 'camera-2' as ItemId });
		expect(drag(tool, [300, 300], [350, 300])).toBe(true);
		expect(place('camera-2')).toEqual(at(350, 300));
	});

	test('of several on one pole moves the selected one', () => {
		const pole = new ToyHost(
			['camera-1', 'camera-2', 'camera-3'].map((id) => pointItem('camera', id, 50, 50))
		);
		pole.editor.select({ what: 'item', id: 'camera-2' as ItemId });
		drag(new SelectTool(pole), [50, 50], [90, 50]);
		expect(pole.placeOf('camera-2')).toEqual({ px: 90, py: 50 });
		expect(pole.placeOf('camera-1')).toEqual({ px: 50, py: 50 });
	});

	test('in review moves nothing, but a click still picks out', () => {
		host.editor.setMode('review');
		expect(drag(tool, [100, 100], [150, 100])).toBe(false);
		expect(place('checkpoint-1')).toEqual(at(100, 100));
		drag(tool, [100, 100]);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
	});
});

describe('handles of the selected camera', () => {
	beforeEach(() => host.editor.select({ what: 'item', id: 'camera-2' as ItemId }));
	const camera = () => host.editor.plan.items.get('camera-2' as ItemId)?.properties;
	// at 51.2 north 100 m are 89.9 pixels up and 143.1 across
	const north = { range: 300 - 89.9, turn: 300 - 107.8 };

	test('the range handle draws the range in', () => {
		drag(tool, [300, north.range], [300, 300 - 44.94]);
		expect(camera()).toMatchObject({ rangeM: 50, azimuthDeg: 0, hfovDeg: 60 });
		expect(steps()).toBe(1);
	});

	test('the turning handle turns to the pointer and keeps the width', () => {
		drag(tool, [300, north.turn], [380, 220], [454.3, 300]);
		expect(camera()).toMatchObject({ azimuthDeg: 90, hfovDeg: 60, rangeM: 100 });
	});

	test('an edge of the view opens both sides alike', () => {
		const edge = host.project([71.4 + (300 + 143.1 * 0.5) * 1e-5, 51.2 - (300 - 89.9 * 0.866) * 1e-5]);
		drag(tool, [edge.px, edge.py], [300 + 143.1, 300]);
		expect(camera()).toMatchObject({ hfovDeg: 180, azimuthDeg: 0 });
	});

	test('escape puts the camera back', () => {
		tool.down({ px: 300, py: north.range });
		tool.move({ px: 300, py: 100 });
		expect(host.editor.preview?.label.verb).toBe('widen');
		tool.cancel();
		expect(host.editor.shown).toBe(host.editor.plan);
		expect(steps()).toBe(0);
	});

	test('there are none in review', () => {
		host.editor.setMode('review');
		drag(tool, [300, north.range], [300, 280]);
		expect(camera()).toMatchObject({ rangeM: 100 });
	});
});

describe('a drag that asks for a box', () => {
	const press = (px: number, py: number) => tool.down({ px, py }, { ...PLAIN, shift: true });

	test('spans a rectangle, takes it away and picks out what stands in it', () => {
		expect(press(100, 100)).toBe(true);
		tool.move({ px: 102, py: 101 });
		expect(host.boxes).toEqual([]);
		tool.move({ px: 320, py: 340 });
		tool.up({ px: 330, py: 350 });
		expect(host.boxes).toEqual([
			[
				{ px: 100, py: 100 },
				{ px: 320, py: 340 }
			],
			null
		]);
		const corners = [
			[100, 100],
			[330, 100],
			[330, 350],
			[100, 350]
		];
		expect(host.picked).toEqual([{ polygon: corners.map(([px, py]) => ({ px, py })), taking: 'replace' }]);
		expect(place('checkpoint-1')).toEqual(at(100, 100));
		expect(steps()).toBe(0);
	});

	test.each([
		[{ mod: true }, 'add'],
		[{ alt: true }, 'take'],
		[{}, 'replace']
	] as const)('with %j held as it ends: %s', (held, taking) => {
		press(100, 100);
		tool.up({ px: 300, py: 300 }, { ...PLAIN, shift: true, ...held });
		expect(host.picked.map((one) => one.taking)).toEqual([taking]);
	});

	test('that does not stray adds what lies there, and the next takes it away', () => {
		const shiftClick = (px: number, py: number) => {
			press(px, py);
			tool.up({ px: px + 1, py: py + 1 }, { ...PLAIN, shift: true });
		};
		shiftClick(100, 100);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
		shiftClick(500, 100);
		shiftClick(700, 700);
		expect(host.editor.selection).toEqual({ what: 'items', ids: ['checkpoint-1', 'station-3'] });
		shiftClick(100, 100);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'station-3' });
		expect([host.picked, steps()]).toEqual([[], 0]);
	});

	test('is given up by escape, and the next drag is a plain one', () => {
		press(700, 700);
		tool.move({ px: 760, py: 760 });
		expect(tool.cancel()).toBe(true);
		expect(host.boxes.at(-1)).toBe(null);
		tool.up({ px: 760, py: 760 });
		expect(host.picked).toEqual([]);
		expect(drag(tool, [100, 100], [150, 80])).toBe(true);
		expect(place('checkpoint-1')).toEqual(at(150, 80));
	});

	test('works in review', () => {
		host.editor.setMode('review');
		press(0, 0);
		tool.up({ px: 400, py: 400 });
		expect(host.picked).toHaveLength(1);
	});
});

describe('a locked thing', () => {
	test('is picked out but not taken hold of', () => {
		host = new ToyHost([pointItem('checkpoint', 'checkpoint-1', 100, 100, { locked: true })]);
		tool = new SelectTool(host);
		expect(drag(tool, [100, 100], [150, 80])).toBe(false);
		expect([place('checkpoint-1'), steps()]).toEqual([at(100, 100), 0]);
		drag(tool, [100, 100]);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
	});
});
