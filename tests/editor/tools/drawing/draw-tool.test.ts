import fc from 'fast-check';
import type { Position } from 'geojson';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Item } from '../../../../src/lib/domain/items.ts';
import { validateItem } from '../../../../src/lib/domain/validate-item.ts';
import { DRAW_METHODS, type DrawMethod } from '../../../../src/lib/editor/tools/drawing/draw-method.ts';
import type { DrawTool } from '../../../../src/lib/editor/tools/drawing/draw-tool.ts';
import { lineM, sideM } from '../../../../src/lib/editor/tools/drawing/measured-line.ts';
import type { DrawingTool } from '../../../../src/lib/editor/tools/drawing/drawn-kind.ts';
import { PLAIN, type Press } from '../../../../src/lib/editor/tools/pointer-tool.ts';
import { toolOf } from '../../../../src/lib/editor/tools/tool-of.ts';
import { areaWithinM2 } from '../../../../src/lib/geo/lnglat-area.ts';
import type { LngLat } from '../../../../src/lib/geo/coordinates.ts';
import { at, drag, ToyHost } from '../toy-host.ts';

let host: ToyHost;
let tool: DrawTool;
const begin = (which: DrawingTool, method: DrawMethod = 'points'): void => {
	host = new ToyHost([]);
	host.editor.setTool(which);
	host.editor.pen.use(which, method);
	tool = toolOf(which, host) as DrawTool;
	tool.begin();
};
const click = (px: number, py: number, press: Partial<Press> = {}): void => {
	tool.move({ px, py }, { ...PLAIN, ...press });
	tool.down({ px, py }, { ...PLAIN, ...press });
	tool.up({ px, py }, { ...PLAIN, ...press });
};
const key = (name: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}): boolean =>
	tool.key({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });
const drawn = (): Item | undefined => [...host.editor.plan.items.values()].at(-1);
const outline = (): LngLat[] => (drawn()?.geometry.coordinates as unknown as LngLat[][])[0] as LngLat[];
const texts = (): string[] => (host.sketches.at(-1)?.labels ?? []).map(({ text }) => text);

beforeEach(() => begin('draw-zone'));

describe('click by click', () => {
	test('Enter closes ground, which is added, picked out, and ends the tool', () => {
		for (const [px, py] of [
			[100, 100],
			[200, 100],
			[200, 200]
		] as const)
			click(px, py);
		expect(key('Enter')).toBe(true);
		expect(outline()).toHaveLength(4);
		expect(new Set(outline().map(String))).toEqual(
			new Set([at(100, 100), at(200, 200), at(200, 100)].map(String))
		);
		expect(host.editor.selection).toEqual({ what: 'item', id: drawn()?.id });
		expect(host.editor.tool).toBe('select');
		expect(host.editor.history.steps).toHaveLength(1);
	});

	test.each([
		['the first point', 104, 103],
		['the last point', 203, 204]
	])('a click on %s closes it too, and a second one means nothing else', (_, px, py) => {
		click(100, 100);
		click(200, 100);
		click(200, 200);
		click(px, py);
		expect(drawn()?.kind).toBe('patrol-zone');
		expect(host.editor.pen.hasJustFinished).toBe(true);
	});

	test('two points are no ground: Enter waits for a third', () => {
		click(100, 100);
		click(200, 100);
		key('Enter');
		expect(drawn()).toBe(undefined);
		click(200, 200);
		key('Enter');
		expect(drawn()?.kind).toBe('patrol-zone');
	});

	test('a drag is no click: it pans, and the drawing goes on', () => {
		click(100, 100);
		expect(drag(tool, [300, 300], [340, 300])).toBe(false);
		expect(host.editor.pen.drawing?.steps).toBe(1);
	});

	test('a second finger gives up the press, not the drawing', () => {
		click(100, 100);
		tool.down({ px: 200, py: 100 });
		tool.lose();
		expect(host.editor.pen.drawing?.steps).toBe(1);
	});

	test('what crosses itself is refused and stays, so that it can be put right', () => {
		for (const [px, py] of [
			[100, 100],
			[200, 200],
			[200, 100],
			[100, 200]
		] as const)
			click(px, py);
		expect(host.sketches.at(-1)?.lines?.[0]?.look).toBe('wrong');
		key('Enter');
		expect(host.refused?.code).toBe('self-crossing');
		expect(host.editor.pen.drawing?.steps).toBe(4);
		key('Backspace');
		key('Enter');
		expect(drawn()?.kind).toBe('patrol-zone');
	});

	test('a line needs no closing', () => {
		begin('draw-route');
		click(100, 100);
		click(200, 100);
		click(200, 100);
		expect(drawn()?.geometry).toEqual({ type: 'LineString', coordinates: [at(100, 100), at(200, 100)] });
	});
});

describe('steps taken back in mid-drawing', () => {
	test.each([
		['Backspace', {}],
		['z', { ctrlKey: true }]
	])('%s takes the last point back, and the plan knows nothing of it', (name, held) => {
		click(100, 100);
		click(200, 100);
		expect(key(name, held)).toBe(true);
		expect(host.editor.pen.drawing?.steps).toBe(1);
		expect(key('z', { ctrlKey: true, shiftKey: true })).toBe(true);
		expect(host.editor.pen.drawing?.steps).toBe(2);
		expect(host.editor.history.steps).toHaveLength(0);
	});

	test('before the first point the keys are the page’s', () => {
		expect(['Backspace', 'Escape'].map((name) => key(name))).toEqual([false, false]);
		expect(key('z', { ctrlKey: true })).toBe(false);
	});

	test('Escape throws away what was drawn and keeps the tool', () => {
		click(100, 100);
		click(200, 100);
		expect(key('Escape')).toBe(true);
		expect(host.editor.pen.drawing?.steps).toBe(0);
		expect(host.editor.tool).toBe('draw-zone');
		expect(key('Escape')).toBe(false);
	});
});

describe('lengths and bearings', () => {
	test('typed metres hold the side ahead, towards the pointer', () => {
		click(100, 100);
		tool.move({ px: 300, py: 100 });
		for (const digit of '250') key(digit);
		key('Enter');
		const side = host.sketches.at(-1)?.lines?.[0]?.at.slice(0, 2) as unknown as [LngLat, LngLat];
		expect(sideM(...side)).toBeCloseTo(250, 1);
		expect(side[1][1]).toBeCloseTo(side[0][1], 6);
	});

	test('so does a typed bearing', () => {
		begin('draw-route');
		click(100, 100);
		for (const sign of '100<90') key(sign);
		key('Enter');
		for (const sign of '100<180') key(sign);
		key('Enter');
		key('Enter');
		const line = drawn()?.geometry.coordinates as unknown as LngLat[];
		expect(line).toHaveLength(3);
		expect(lineM(line)).toBeCloseTo(200, 1);
		expect(line[1]?.[1]).toBeCloseTo(line[0]?.[1] as number, 6);
		expect(line[2]?.[0]).toBeCloseTo(line[1]?.[0] as number, 6);
	});

	test('Shift keeps to steps of fifteen degrees', () => {
		begin('draw-route');
		click(100, 100);
		click(400, 104, { shift: true });
		key('Enter');
		const line = drawn()?.geometry.coordinates as unknown as LngLat[];
		expect(line[1]?.[1]).toBeCloseTo(line[0]?.[1] as number, 6);
	});

	test('are told while drawing: length, bearing, angle, the whole, and the area', () => {
		click(100, 100);
		click(200, 100);
		tool.move({ px: 200, py: 300 });
		const [side, whole] = texts();
		expect(side).toMatch(/^223\sm · 180° · ∠ 90°$/u);
		expect(whole).toMatch(/^\d+\sm · \d[\d,]*\sm²$/u);
	});

	test('Alt draws free of what is near', () => {
		const asked: (boolean | undefined)[] = [];
		const place = host.place;
		host.place = (p, about) => {
			asked.push(about?.isFree);
			return place(p);
		};
		tool.move({ px: 100, py: 100 });
		tool.move({ px: 100, py: 100 }, { ...PLAIN, alt: true });
		expect([asked[0], asked.at(-1)]).toEqual([false, true]);
	});
});

describe('other ways to draw', () => {
	test('a sweep of the hand is a drawing of its own, thinned to what is seen', () => {
		begin('draw-zone', 'freehand');
		const circle = Array.from({ length: 120 }, (_, i): [number, number] => [
			Math.round(300 + 100 * Math.cos((i / 120) * 6.1)),
			Math.round(300 + 100 * Math.sin((i / 120) * 6.1))
		]);
		expect(drag(tool, ...circle)).toBe(true);
		expect(outline().length).toBeGreaterThan(12);
		expect(outline().length).toBeLessThan(60);
	});

	test('a rectangle is pulled open', () => {
		begin('draw-zone', 'rectangle');
		expect(drag(tool, [100, 100], [150, 130], [200, 160])).toBe(true);
		expect(new Set(outline().map(String))).toEqual(
			new Set([at(100, 100), at(200, 100), at(200, 160), at(100, 160)].map(String))
		);
	});

	test('or set by two clicks', () => {
		begin('draw-zone', 'rectangle');
		click(100, 100);
		click(200, 160);
		expect(outline()).toHaveLength(5);
	});

	test('a circle of typed metres has their area', () => {
		begin('draw-zone', 'circle');
		click(300, 300);
		for (const digit of '500') key(digit);
		key('Enter');
		expect(areaWithinM2(outline()) / (Math.PI * 500 ** 2)).toBeGreaterThan(0.999);
		for (const corner of outline()) expect(sideM(at(300, 300), corner)).toBeCloseTo(500, 0);
	});

	test('one that is refused leaves nothing under the pen, and the next is pulled anew', () => {
		begin('draw-zone', 'rectangle');
		drag(tool, [100, 100], [150, 130], [200, 160]);
		host.editor.setTool('draw-zone');
		drag(tool, [120, 110], [150, 130], [180, 150]);
		expect(host.refused?.code).toBe('nothing-left');
		expect(host.editor.pen.drawing?.steps).toBe(0);
		drag(tool, [300, 100], [350, 130], [400, 160]);
		expect(host.editor.plan.items.size).toBe(2);
	});

	test('while points that were set are asked for, the pointer’s question waits', async () => {
		begin('draw-route', 'roads');
		let open = 0;
		let most = 0;
		host.answer = async (_, input) => {
			most = Math.max(most, ++open);
			await new Promise((done) => setTimeout(done, 2));
			open -= 1;
			const { from, to } = input as { from: LngLat; to: LngLat };
			return { line: [from, to], lengthM: 1, isFollowing: true };
		};
		click(100, 100);
		for (let i = 0; i < 8; i++) {
			tool.move({ px: 200 + 10 * i, py: 150 });
			await new Promise((done) => setTimeout(done, 1));
		}
		expect(most).toBe(1);
	});

	test('sides follow streets between clicks', async () => {
		begin('draw-route', 'roads');
		host.answer = (_, input) => {
			const { from, to } = input as { from: LngLat; to: LngLat };
			return { line: [from, [from[0], to[1]], to], lengthM: 1, isFollowing: true };
		};
		click(100, 100);
		click(300, 200);
		await Promise.resolve();
		await new Promise((done) => setTimeout(done));
		click(300, 200);
		expect(drawn()?.geometry.coordinates).toEqual([at(100, 100), at(100, 200), at(300, 200)]);
	});

	test('ground closes by the street too, and by a click on its first point', async () => {
		for (const end of [() => key('Enter'), () => click(100, 100)]) {
			begin('draw-zone', 'roads');
			const towards: string[] = [];
			host.answer = (_, input) => {
				const { from, to } = input as { from: LngLat; to: LngLat };
				towards.push(String(to));
				return { line: [from, [from[0], to[1]], to], lengthM: 1, isFollowing: true };
			};
			for (const [x, y] of [
				[100, 100],
				[300, 200],
				[400, 350]
			] as const) {
				click(x, y);
				await new Promise((done) => setTimeout(done));
			}
			end();
			await new Promise((done) => setTimeout(done));
			expect(towards.at(-1)).toBe(String(at(100, 100)));
			const corners = (drawn()?.geometry.coordinates as Position[][])[0].map(String);
			expect(corners).toContain(String(at(400, 100)));
			expect(new Set(corners).size).toBe(corners.length - 1);
			host.editor.undo();
		}
	});

	test('Enter before the answer waits for it', async () => {
		begin('draw-route', 'roads');
		const answers: (() => void)[] = [];
		host.answer = (_, input) => {
			const { from, to } = input as { from: LngLat; to: LngLat };
			const line = [from, [from[0], to[1]], to];
			return new Promise((done) => answers.push(() => done({ line, lengthM: 1, isFollowing: true })));
		};
		click(100, 100);
		click(300, 200);
		key('Enter');
		expect(drawn()).toBe(undefined);
		for (let round = 0; round < 3; round++) {
			for (const answer of answers.splice(0)) answer();
			await new Promise((done) => setTimeout(done));
		}
		expect(drawn()?.geometry.coordinates).toEqual([at(100, 100), at(100, 200), at(300, 200)]);
	});

	test('and are straight where nobody can say, which is told', async () => {
		begin('draw-route', 'roads');
		click(100, 100);
		click(300, 200);
		await new Promise((done) => setTimeout(done));
		expect(host.words).toHaveLength(1);
		key('Enter');
		expect(drawn()?.geometry.coordinates).toEqual([at(100, 100), at(300, 200)]);
	});

	test('arrow keys and Space draw with no pointer at all', () => {
		key('ArrowRight');
		key(' ');
		key('ArrowRight', { shiftKey: true });
		key(' ');
		key('ArrowDown', { shiftKey: true });
		key(' ');
		key('Enter');
		expect(new Set(outline().map(String))).toEqual(
			new Set([at(410, 300), at(510, 300), at(510, 400)].map(String))
		);
	});

	test('a place that is typed in is the next point', () => {
		host.editor.pen.drawing?.add([71.4, 51.2]);
		expect(host.editor.pen.drawing?.steps).toBe(1);
	});
});

const step = fc.oneof(
	{ weight: 6, arbitrary: fc.record({ do: fc.constant('click'), x: fc.nat(400), y: fc.nat(400) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('drag'), x: fc.nat(400), y: fc.nat(400) }) },
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constantFrom('Backspace', 'undo', 'redo', '7', '<', 'ArrowUp', ' ') })
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('method'), to: fc.constantFrom(...DRAW_METHODS) }) }
);

test('whatever is done, Enter gives something sound or a reason, and Escape leaves no trace', () => {
	let added = 0;
	let runs = 0;
	fc.assert(
		fc.property(
			fc.constantFrom<DrawingTool>('draw-zone', 'draw-route', 'draw-ring'),
			fc.array(step, { maxLength: 14 }),
			fc.boolean(),
			(which, steps, escapes) => {
				begin(which);
				for (const one of steps) {
					if ('x' in one && one.do === 'click') click(one.x, one.y);
					else if ('x' in one) drag(tool, [one.x, one.y], [one.x + 30, one.y + 50], [one.x + 90, one.y + 20]);
					else if ('to' in one) host.editor.pen.use(which, one.to);
					else if (one.do === 'undo') key('z', { ctrlKey: true });
					else if (one.do === 'redo') key('z', { ctrlKey: true, shiftKey: true });
					else key(one.do);
				}
				const before = host.editor.plan;
				if (escapes) {
					key('Escape');
					key('Escape');
					expect(host.editor.plan).toBe(before);
					expect(host.editor.pen.drawing?.steps).toBe(0);
					return;
				}
				key('Enter');
				for (const item of host.editor.plan.items.values()) {
					expect(validateItem(item).filter(({ severity }) => severity === 'error')).toEqual([]);
				}
				runs += 1;
				if (host.editor.plan.items.size > 0) added += 1;
			}
		),
		// the same walks each time: how many come to something is then no matter of luck
		{ numRuns: 400, seed: 20 }
	);
	expect(added / runs).toBeGreaterThan(0.2);
});
