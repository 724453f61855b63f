import { expect, test } from 'vitest';
import { LassoTool } from '../../../src/lib/editor/tools/lasso-tool.ts';
import { PLAIN } from '../../../src/lib/editor/tools/pointer-tool.ts';
import { drag, pointItem, ToyHost } from './toy-host.ts';

const scene = () => {
	const host = new ToyHost([pointItem('checkpoint', 'checkpoint-1', 100, 100)]);
	return { host, tool: new LassoTool(host) };
};

test('what lies within the line is picked out, and the line is taken away', () => {
	const { host, tool } = scene();
	expect(drag(tool, [0, 0], [200, 0], [201, 1], [200, 200], [0, 200])).toBe(true);
	expect(host.picked).toEqual([
		{
			polygon: [
				[0, 0],
				[200, 0],
				[200, 200],
				[0, 200]
			].map(([px, py]) => ({ px, py })),
			taking: 'replace'
		}
	]);
	expect(host.sketches.length).toBeGreaterThan(2);
	expect(host.sketches.at(-1)).toBe(null);
	tool.down({ px: 0, py: 0 });
	tool.move({ px: 90, py: 0 });
	tool.up({ px: 0, py: 90 }, { ...PLAIN, alt: true });
	expect(host.picked.at(-1)?.taking).toBe('take');
});
test('a click picks out what lies there', () => {
	const { host, tool } = scene();
	drag(tool, [100, 100]);
	expect(host.editor.selection).toEqual({ what: 'item', id: 'checkpoint-1' });
	expect([host.picked, host.sketches]).toEqual([[], []]);
});
test('is given up by escape', () => {
	const { host, tool } = scene();
	tool.down({ px: 0, py: 0 });
	expect(tool.cancel()).toBe(false);
	tool.down({ px: 0, py: 0 });
	tool.move({ px: 90, py: 0 });
	expect(tool.cancel()).toBe(true);
	tool.move({ px: 90, py: 90 });
	tool.up({ px: 0, py: 90 });
	expect(host.picked).toEqual([]);
	expect(host.sketches.at(-1)).toBe(null);
});
