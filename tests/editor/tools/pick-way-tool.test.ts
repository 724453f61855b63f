import { describe, expect, test } from 'vitest';
import { PickWayTool } from '../../../src/lib/editor/tools/pick-way-tool.ts';
import { at, ToyHost } from './toy-host.ts';

function start() {
	const host = new ToyHost([]);
	host.editor.setTool('pick-way');
	return { host, tool: new PickWayTool(host), escape: host.editor.escape };
}
const click = (tool: PickWayTool, px: number, py: number): void => {
	expect(tool.down({ px, py })).toBe(false);
	tool.up({ px, py });
};

describe('PickWayTool', () => {
	test('two clicks say where the way begins and ends, and put the tool away', () => {
		const { host, tool, escape } = start();
		click(tool, 10, 20);
		expect([escape.from, escape.to, escape.picking]).toEqual([at(10, 20), null, 'to']);
		expect(host.editor.tool).toBe('pick-way');
		click(tool, 30, 40);
		expect(escape.to).toEqual(at(30, 40));
		expect(host.editor.tool).toBe('select');
		expect(host.ghosts.at(-1)).toBeNull();
	});

	test('with both ends known one click says one of them anew', () => {
		const { host, tool, escape } = start();
		escape.set('from', at(1, 1));
		escape.set('to', at(2, 2));
		escape.picking = 'from';
		click(tool, 5, 5);
		expect([escape.from, escape.to]).toEqual([at(5, 5), at(2, 2)]);
		expect(host.editor.tool).toBe('select');
	});

	test('a drag pans and says nothing; nothing of it is an edit', () => {
		const { host, tool, escape } = start();
		tool.down({ px: 0, py: 0 });
		tool.up({ px: 40, py: 0 });
		expect(escape.from).toBeNull();
		expect(host.told).toEqual([]);
	});

	test('is to be had in review, where nothing else is', () => {
		const { host } = start();
		host.editor.setMode('review');
		host.editor.setTool('add-camera');
		expect(host.editor.tool).toBe('select');
		host.editor.setTool('pick-way');
		expect(host.editor.tool).toBe('pick-way');
	});

	test('turned round it begins where it ended; another plan forgets it', () => {
		const { host, escape } = start();
		escape.set('from', at(1, 1));
		escape.set('to', at(2, 2));
		escape.turnRound();
		expect([escape.from, escape.to]).toEqual([at(2, 2), at(1, 1)]);
		host.editor.open(host.editor.plan, null, { roads: null, buildings: null } as never);
		expect([escape.from, escape.to, escape.picking]).toEqual([null, null, 'from']);
	});
});
