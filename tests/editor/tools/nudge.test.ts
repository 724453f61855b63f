import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { SelectTool } from '../../../src/lib/editor/tools/select-tool.ts';
import { PLAIN } from '../../../src/lib/editor/tools/pointer-tool.ts';
import { at, drag, pointItem, ToyHost } from './toy-host.ts';

let host: ToyHost;
let tool: SelectTool;

beforeEach(() => {
	vi.useFakeTimers();
	host = new ToyHost([
		pointItem('checkpoint', 'checkpoint-1', 100, 100),
		pointItem('camera', 'camera-2', 300, 300),
		pointItem('station', 'station-3', 500, 100)
	]);
	tool = new SelectTool(host);
});
afterEach(() => {
	vi.useRealTimers();
});

const place = (id: string) => host.editor.plan.items.get(id as ItemId)?.geometry.coordinates;
const shown = (id: string) => host.editor.shown.items.get(id as ItemId)?.geometry.coordinates;
const steps = () => host.editor.history.steps.length;
const press = (key: string, shiftKey = false) =>
	tool.key({ key, shiftKey, ctrlKey: false, metaKey: false, altKey: false });
const pick = (...ids: string[]) => host.editor.select({ what: 'items', ids: ids as ItemId[] });

describe('arrow keys', () => {
	test("move nothing while nothing is picked out: they are the map's", () => {
		expect(press('ArrowLeft')).toBe(false);
	});

	test('of one burst are one step, done once they rest', () => {
		pick('checkpoint-1', 'camera-2');
		for (let i = 0; i < 5; i++) {
			expect(press('ArrowRight')).toBe(true);
			vi.advanceTimersByTime(500);
		}
		press('ArrowDown', true);
		expect([shown('checkpoint-1'), shown('camera-2')]).toEqual([at(105, 110), at(305, 310)]);
		expect([place('checkpoint-1'), steps()]).toEqual([at(100, 100), 0]);
		vi.advanceTimersByTime(600);
		expect([place('checkpoint-1'), place('camera-2'), steps()]).toEqual([at(105, 110), at(305, 310), 1]);
		press('ArrowLeft');
		vi.advanceTimersByTime(600);
		expect(steps()).toBe(2);
		host.editor.undo();
		host.editor.undo();
		expect(place('checkpoint-1')).toEqual(at(100, 100));
	});

	test('Escape puts a burst back', () => {
		pick('checkpoint-1', 'camera-2');
		press('ArrowUp');
		expect(press('Escape')).toBe(true);
		vi.advanceTimersByTime(1000);
		expect([shown('checkpoint-1'), steps()]).toEqual([at(100, 100), 0]);
		expect(press('Escape')).toBe(false);
	});

	test.each([
		['undo takes the burst back, not what was before it', () => host.editor.undo(), at(100, 100), 1],
		['another tool leaves it done', () => void tool.cancel(), at(101, 100), 1],
		['review leaves it done', () => host.editor.setMode('review'), at(101, 100), 1],
		['leaving the page leaves it done', () => host.editor.settle(), at(101, 100), 1]
	])('%s', (_, act, where, count) => {
		pick('checkpoint-1', 'camera-2');
		press('ArrowRight');
		act();
		vi.advanceTimersByTime(1000);
		expect([place('checkpoint-1'), steps()]).toEqual([where, count]);
	});

	test('say why they do nothing to a locked one', () => {
		host = new ToyHost([pointItem('checkpoint', 'checkpoint-1', 100, 100, { locked: true })]);
		tool = new SelectTool(host);
		pick('checkpoint-1');
		press('ArrowRight');
		vi.advanceTimersByTime(1000);
		expect([host.refused?.code, steps()]).toEqual(['locked', 0]);
	});
});

describe('a drag of one of several', () => {
	test('takes all along as one edit, and they stay picked out', () => {
		pick('checkpoint-1', 'camera-2', 'station-3');
		expect(drag(tool, [302, 301], [312, 301], [342, 331])).toBe(true);
		expect([place('checkpoint-1'), place('camera-2'), place('station-3')]).toEqual([
			at(140, 130),
			at(340, 330),
			at(540, 130)
		]);
		expect(steps()).toBe(1);
		expect(host.editor.selection).toEqual({ what: 'items', ids: ['checkpoint-1', 'camera-2', 'station-3'] });
	});

	test('of a checkpoint draws it to the road, the others about it', () => {
		pick('checkpoint-1', 'camera-2');
		host.snapTo = at(151, 99);
		drag(tool, [100, 100], [150, 100]);
		expect([place('checkpoint-1'), place('camera-2')]).toEqual([at(151, 99), at(351, 299)]);
	});

	test('cancelled puts all back', () => {
		pick('checkpoint-1', 'camera-2');
		tool.down({ px: 100, py: 100 });
		tool.move({ px: 150, py: 100 });
		expect(shown('camera-2')).toEqual(at(350, 300));
		expect(tool.cancel()).toBe(true);
		expect([shown('camera-2'), steps(), host.editor.preview]).toEqual([at(300, 300), 0, null]);
	});

	test('of one that is not among them moves that one alone', () => {
		pick('checkpoint-1', 'camera-2');
		drag(tool, [500, 100], [550, 100]);
		expect([place('station-3'), place('checkpoint-1')]).toEqual([at(550, 100), at(100, 100)]);
	});

	test('of many shows outlines and asks nobody on the way', () => {
		const cameras = Array.from({ length: 600 }, (_, i) => pointItem('camera', `camera-${i}`, i * 20, 50));
		host = new ToyHost(cameras);
		tool = new SelectTool(host);
		pick(...cameras.map(({ id }) => id));
		tool.down({ px: 0, py: 50 });
		tool.move({ px: 30, py: 50 });
		tool.move({ px: 60, py: 50 });
		expect([host.told, host.editor.preview, host.words.length]).toEqual([[], null, 1]);
		expect(host.sketches.at(-1)?.points?.[0].at[0]).toBeCloseTo(at(60, 50)[0], 9);
		tool.up({ px: 60, py: 50 });
		expect([place('camera-599'), steps(), host.sketches.at(-1)]).toEqual([at(599 * 20 + 60, 50), 1, null]);
	});
});

test('clicks with Alt go through what lies on one another, and begin again', () => {
	host.extraHits = [
		{ selection: { what: 'item', id: 'zone' as ItemId }, extent: 'ground' },
		{ selection: { what: 'item', id: 'ring' as ItemId }, extent: 'line' }
	];
	const seen = Array.from({ length: 4 }, () => {
		tool.click({ px: 100, py: 100 }, { ...PLAIN, alt: true });
		return host.editor.selection && 'id' in host.editor.selection && host.editor.selection.id;
	});
	expect(seen).toEqual(['checkpoint-1', 'ring', 'zone', 'checkpoint-1']);
});
