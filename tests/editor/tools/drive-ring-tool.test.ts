import { expect, test } from 'vitest';
import { DriveRingTool } from '../../../src/lib/editor/tools/drive-ring-tool.ts';
import { at, drag, ToyHost } from './toy-host.ts';

test('a click opens the ring aid there, on the road close by, and ends the tool', () => {
	const host = new ToyHost([]);
	host.editor.setTool('drive-ring');
	const tool = new DriveRingTool(host);
	tool.move({ px: 200, py: 100 });
	expect(host.ghosts).toHaveLength(1);
	host.snapTo = at(205, 95);
	drag(tool, [200, 100]);
	expect(host.editor.aid).toEqual({ what: 'drive', at: at(205, 95) });
	expect(host.editor.tool).toBe('select');
	expect(host.ghosts.at(-1)).toBe(null);
});

test('a drag pans the map and opens nothing', () => {
	const host = new ToyHost([]);
	expect(drag(new DriveRingTool(host), [200, 100], [240, 100])).toBe(false);
	expect(host.editor.aid).toBeNull();
});

test('the aid closes with another plan, and in review', () => {
	const host = new ToyHost([]);
	host.editor.aid = { what: 'drive', at: [71.4, 51.2] };
	host.editor.setMode('review');
	expect(host.editor.aid).toBeNull();
	host.editor.setMode('plan');
	host.editor.aid = { what: 'drive', at: [71.4, 51.2] };
	host.editor.open(host.editor.plan, null, { roads: null, buildings: null });
	expect(host.editor.aid).toBeNull();
});
