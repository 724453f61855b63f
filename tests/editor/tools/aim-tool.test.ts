import { beforeEach, describe, expect, test } from 'vitest';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { AimTool } from '../../../src/lib/editor/tools/aim-tool.ts';
import { PLAIN } from '../../../src/lib/editor/tools/pointer-tool.ts';
import { at, drag, pointItem, ToyHost } from './toy-host.ts';

let host: ToyHost;
let tool: AimTool;
beforeEach(() => {
	host = new ToyHost([
		pointItem('camera', 'camera-1', 100, 100, { azimuthDeg: 0, hfovDeg: 60, rangeM: 80, resolutionPx: 1920 }),
		pointItem('camera', 'camera-2', 300, 100, { heads: [{ azimuthDeg: 0 }, { azimuthDeg: 180 }] }),
		pointItem('station', 'station-3', 100, 300)
	]);
	tool = new AimTool(host);
	host.editor.setTool('aim');
});
const camera = (id: string) =>
	host.editor.plan.items.get(id as ItemId)?.properties as {
		azimuthDeg?: number;
		heads?: { azimuthDeg: number }[];
	};
const pick = (...ids: string[]) =>
	host.editor.select(
		ids.length === 1 ? { what: 'item', id: ids[0] as ItemId } : { what: 'items', ids: ids as ItemId[] }
	);

describe('aiming', () => {
	test('a click turns the camera there, one step, and the tool ends', () => {
		pick('camera-1');
		expect(drag(tool, [200, 100])).toBe(false);
		expect(camera('camera-1').azimuthDeg).toBe(90);
		expect(host.editor.history.steps).toHaveLength(1);
		expect(host.editor.tool).toBe('select');
		expect(host.editor.aimed).toEqual({ at: at(200, 100), cameras: [{ id: 'camera-1', heads: [0] }] });
	});

	test('many turn at once; of a pole the head with least to turn, or the one at hand, or with Alt all', () => {
		pick('camera-1', 'camera-2');
		drag(tool, [100, 300]);
		expect(camera('camera-1').azimuthDeg).toBe(180);
		const [left, right] = camera('camera-2').heads!;
		expect(left!.azimuthDeg).toBe(0);
		expect(right!.azimuthDeg).toBeGreaterThan(200);
		expect(host.editor.history.steps).toHaveLength(1);

		pick('camera-2');
		host.editor.head = 0;
		drag(new AimTool(host), [400, 100]);
		expect(camera('camera-2').heads!.map(({ azimuthDeg }) => azimuthDeg)[0]).toBe(90);
		const all = new AimTool(host);
		all.down({ px: 300, py: 50 });
		all.up({ px: 300, py: 50 }, { ...PLAIN, alt: true });
		expect(camera('camera-2').heads!.map(({ azimuthDeg }) => azimuthDeg)).toEqual([0, 0]);
	});

	test('a thing under the pointer is aimed at as it stands', () => {
		pick('camera-1');
		drag(tool, [104, 303]);
		expect(camera('camera-1').azimuthDeg).toBe(180);
		expect(host.editor.aimed?.at).toEqual(at(100, 300));
	});

	test('turns along with the pointer and is put back by escape', () => {
		pick('camera-1');
		tool.move({ px: 200, py: 100 });
		expect(host.editor.preview?.put[0]?.properties).toMatchObject({ azimuthDeg: 90 });
		expect(host.sketches.at(-1)?.labels?.[0]?.text).toMatch(/m · .*px\/m/);
		tool.cancel();
		expect(host.editor.preview).toBeNull();
		expect(host.sketches.at(-1)).toBeNull();
		expect(camera('camera-1').azimuthDeg).toBe(0);
	});

	test('a drag pans; with nothing picked out a click picks the camera to aim', () => {
		drag(tool, [100, 100], [160, 100]);
		expect(host.editor.selection).toBeNull();
		drag(tool, [100, 100]);
		expect(host.editor.selection).toEqual({ what: 'item', id: 'camera-1' });
		drag(tool, [150, 100], [250, 100]);
		expect(camera('camera-1').azimuthDeg).toBe(0);
		expect(host.editor.tool).toBe('aim');
	});

	test('where the camera itself stands there is nothing to aim at', () => {
		pick('camera-1');
		drag(tool, [100, 100]);
		expect(host.refused?.code).toBe('nothing-to-add');
		expect(host.editor.history.steps).toHaveLength(0);
	});
});
