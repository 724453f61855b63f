import { beforeEach, describe, expect, test } from 'vitest';
import { PLAIN } from '../../../src/lib/editor/tools/pointer-tool.ts';
import { PlaceCameraTool } from '../../../src/lib/editor/tools/place-camera-tool.ts';
import { PlaceCheckpointTool } from '../../../src/lib/editor/tools/place-checkpoint-tool.ts';
import { at, drag, pointItem, ToyHost } from './toy-host.ts';

let host: ToyHost;
beforeEach(() => {
	host = new ToyHost([pointItem('checkpoint', 'checkpoint-1', 10, 10)]);
});
const added = () => [...host.editor.plan.items.values()].slice(1);

describe('placing a checkpoint', () => {
	beforeEach(() => host.editor.setTool('add-checkpoint'));

	test('a click adds it there, picks it out and ends the tool', () => {
		drag(new PlaceCheckpointTool(host), [200, 100]);
		expect(added()).toMatchObject([{ id: 'checkpoint-2', kind: 'checkpoint', rank: 2 }]);
		expect(added()[0]?.geometry.coordinates).toEqual(at(200, 100));
		expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-2' });
		expect(host.editor.tool).toBe('select');
	});

	test('near a road it stands on the road, and the ghost shows it beforehand', () => {
		host.snapTo = at(205, 95);
		const tool = new PlaceCheckpointTool(host);
		tool.move({ px: 200, py: 100 });
		expect(host.ghosts).toEqual([at(205, 95)]);
		drag(tool, [200, 100]);
		expect(added()[0]?.geometry.coordinates).toEqual(at(205, 95));
		expect(host.ghosts.at(-1)).toBe(null);
	});

	test('a drag pans the map and adds nothing', () => {
		expect(drag(new PlaceCheckpointTool(host), [200, 100], [230, 100])).toBe(false);
		expect(added()).toEqual([]);
	});

	test('kept on, it places one after another', () => {
		const tool = new PlaceCheckpointTool(host);
		for (const px of [200, 300]) {
			tool.down({ px, py: 100 });
			tool.up({ px, py: 100 }, { ...PLAIN, shift: true });
		}
		expect(added().map(({ id }) => id)).toEqual(['checkpoint-2', 'checkpoint-3']);
		expect(host.editor.tool).toBe('add-checkpoint');
	});

	test('a place outside the world is refused in words', () => {
		host.snapTo = [200, 51];
		drag(new PlaceCheckpointTool(host), [200, 100]);
		expect(host.refused?.code).toBe('outside-the-world');
		expect(added()).toEqual([]);
	});
});

describe('placing a camera', () => {
	beforeEach(() => host.editor.setTool('add-camera'));

	test('press where it stands, drag to where it looks', () => {
		expect(drag(new PlaceCameraTool(host), [200, 100], [230, 100], [260, 100])).toBe(true);
		expect(added()).toMatchObject([{ id: 'camera-1', properties: { type: 'fixed', azimuthDeg: 90 } }]);
		expect(added()[0]?.geometry.coordinates).toEqual(at(200, 100));
		expect(host.editor.history.steps).toHaveLength(1);
	});

	test('a click looks north', () => {
		drag(new PlaceCameraTool(host), [200, 100]);
		expect(added()).toMatchObject([{ properties: { azimuthDeg: 0, hfovDeg: 60, rangeM: 80 } }]);
	});

	test('what it will see shows while it is aimed, and Escape takes it away', () => {
		const tool = new PlaceCameraTool(host);
		tool.down({ px: 200, py: 100 });
		tool.move({ px: 200, py: 150 });
		expect([...host.editor.shown.items.values()].at(-1)?.properties).toMatchObject({ azimuthDeg: 180 });
		expect(tool.cancel()).toBe(true);
		tool.up({ px: 200, py: 150 });
		expect(host.editor.shown.items.size).toBe(1);
		expect(added()).toEqual([]);
	});

	test('only aiming over the map shows nothing', () => {
		new PlaceCameraTool(host).move({ px: 200, py: 100 });
		expect(host.editor.preview).toBe(null);
	});
});
