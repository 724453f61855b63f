import { beforeEach, describe, expect, test } from 'vitest';
import { MeasureTool } from '../../../src/lib/editor/tools/measure-tool.ts';
import { lengthText } from '../../../src/lib/editor/wording/quantity.ts';
import { sideM } from '../../../src/lib/editor/tools/drawing/measured-line.ts';
import { at, ToyHost } from './toy-host.ts';

let host: ToyHost;
let tool: MeasureTool;
beforeEach(() => {
	host = new ToyHost([]);
	tool = new MeasureTool(host);
});
function click(px: number, py: number): void {
	tool.move({ px, py });
	tool.down({ px, py });
	tool.up({ px, py });
}
const key = (name: string) =>
	tool.key({ key: name, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false });
const labels = () => host.sketches.at(-1)?.labels?.map(({ text }) => text) ?? [];

describe('measuring', () => {
	test('says length and bearing of each side while the pointer moves', () => {
		click(100, 100);
		tool.move({ px: 100, py: 0 });
		expect(labels()).toEqual([`${lengthText(sideM(at(100, 100), at(100, 0)))} · 0°`]);
		click(100, 0);
		tool.move({ px: 300, py: 0 });
		expect(labels()).toHaveLength(3);
		expect(labels()[1]).toMatch(/90°$/);
	});

	test('a click on the first point closes it to ground', () => {
		for (const [px, py] of [
			[100, 100],
			[300, 100],
			[300, 300],
			[100, 300]
		] as const)
			click(px, py);
		click(101, 101);
		expect(host.sketches.at(-1)?.fills).toHaveLength(1);
		// 200 pixels are 139.8 m west to east and 222.6 m south to north
		expect(tool.text).toMatch(/^31,1\d\d\s?m² · 72\d\s?m$/);
	});

	test('keeps nothing in the plan, and Escape throws the line away before it leaves', () => {
		click(100, 100);
		click(200, 100);
		expect(key('Escape')).toBe(true);
		expect(key('Escape')).toBe(false);
		expect(host.editor.history.cursor).toBe(0);
		expect(host.sketches.at(-1)).toBeNull();
	});

	test('Backspace takes the last point back, and begins anew after a closed one', () => {
		click(100, 100);
		click(200, 100);
		click(300, 100);
		key('Backspace');
		tool.move({ px: 200, py: 100 });
		expect(tool.text).toBe(lengthText(sideM(at(100, 100), at(200, 100))));
	});
});
