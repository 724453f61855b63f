import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seal, type SealOptions } from '../../../src/lib/analysis/sealing/seal.ts';
import { decodeRoadGraph } from '../../../src/lib/network/graph-file.ts';
import { EDGE } from '../../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
import type { ControlRing } from '../../../src/lib/domain/items.ts';
import { spotOf, squareRing, town, type Spot } from '../../support/towns.ts';

const OUT: Spot = [3000, 0];
/** Three ways out: one for cars only one way, a street, a footpath. */
const roads = prepareRoads(
	town({
		nodes: {
			m: [0, 0],
			in: [0, 60],
			out: OUT,
			motorwayOut: [3000, -60],
			motorwayIn: [3000, 60],
			pathOut: [0, -3000]
		},
		roads: [
			{ name: 'street, both ways', line: ['m', 'out'] },
			{ name: 'motorway, out only', line: ['m', [50, -60], 'motorwayOut'], oneway: 1, driveOnly: true },
			{ name: 'motorway, in only', line: ['motorwayIn', 'in', 'm'], oneway: 1, driveOnly: true },
			{ name: 'footpath', line: ['m', 'pathOut'], walkOnly: true }
		],
		ends: ['out', 'motorwayOut', 'motorwayIn', 'pathOut']
	})
);
const leaksOf = (options: SealOptions) =>
	seal(roads, [squareRing('ring', 200)], options)
		.leaks.map(({ road }) => road)
		.sort();

describe('by mode and by one-way signs, these leak', () => {
	test.each<[string, SealOptions, string[]]>([
		['cars, signs ignored', {}, ['motorway, in only', 'motorway, out only', 'street, both ways']],
		['cars going out', { lawful: 'out' }, ['motorway, out only', 'street, both ways']],
		['cars coming in', { lawful: 'in' }, ['motorway, in only', 'street, both ways']],
		['feet', { mode: 'walk' }, ['footpath', 'street, both ways']],
		['feet do not read signs', { mode: 'walk', lawful: 'out' }, ['footpath', 'street, both ways']],
		['all', { mode: 'all' }, ['footpath', 'motorway, in only', 'motorway, out only', 'street, both ways']],
		[
			'all, signs obeyed going out',
			{ mode: 'all', lawful: 'out' },
			['footpath', 'motorway, out only', 'street, both ways']
		],
		[
			'all, signs obeyed coming in',
			{ mode: 'all', lawful: 'in' },
			['footpath', 'motorway, in only', 'street, both ways']
		]
	])('%s', (_, options, expected) => {
		expect(leaksOf(options)).toEqual(expected);
	});

	test('a way in is told from outside to inside', () => {
		const { leaks } = seal(roads, [squareRing('ring', 200)], { lawful: 'in' });
		const way = leaks.find(({ road }) => road === 'motorway, in only');
		const east = (at?: readonly number[]) => Math.round(spotOf(at ?? [])[0]);
		expect(east(way?.route[0])).toBe(320);
		expect(east(way?.route.at(-1))).toBe(175);
	});

	test('the way by which no one may come is no way to be met on', () => {
		const ring = squareRing('ring', 200);
		const only = prepareRoads(
			town({
				nodes: { m: [0, 0], out: OUT },
				roads: [{ name: 'out only', line: ['m', 'out'], oneway: 1 }],
				ends: ['out']
			})
		);
		expect(seal(only, [ring], { lawful: 'out' }).depth).toBe(0);
		expect(seal(only, [ring], { lawful: 'in' })).toMatchObject({ depth: null, leaks: [] });
	});
});

const DEMO = 'tiles/astana/roads.bin';
if (!existsSync(DEMO)) process.stderr.write(`skipped: ${DEMO} is not there\n`);

describe.skipIf(!existsSync(DEMO))('on the roads of the demo city', () => {
	const { FORWARD, BACKWARD } = EDGE;
	const load = () => {
		const bytes = readFileSync(DEMO);
		return decodeRoadGraph(
			bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
		);
	};
	const graph = existsSync(DEMO) ? load() : null;
	const at = [71.43, 51.15] as const;
	const circle = (id: string, radiusDeg: number, level: 1 | 2): ControlRing => ({
		...squareRing(id, 1, level),
		geometry: {
			type: 'Polygon',
			coordinates: [
				Array.from({ length: 13 }, (_, k) => [
					at[0] + 1.6 * radiusDeg * Math.cos((k * Math.PI) / 6),
					at[1] + radiusDeg * Math.sin(((k % 12) * Math.PI) / 6)
				]).map(([x, y], k, all) => (k === 12 ? (all[0] as number[]) : [x, y]))
			]
		}
	});
	const rings = [circle('inner', 0.02, 1), circle('outer', 0.05, 2)];

	test('coming in is going out with every sign turned about', () => {
		if (!graph) return;
		const turned = {
			...graph,
			edgeFlags: graph.edgeFlags.map(
				(flags) =>
					(flags & ~(FORWARD | BACKWARD)) |
					(flags & FORWARD ? BACKWARD : 0) |
					(flags & BACKWARD ? FORWARD : 0)
			)
		};
		for (const mode of ['drive', 'all'] as const) {
			const inwards = seal(prepareRoads(graph), rings, { mode, lawful: 'in' });
			const outwards = seal(prepareRoads(turned), rings, { mode, lawful: 'out' });
			expect(inwards.leaks.length).toBeGreaterThan(10);
			expect(inwards.rings).toEqual(outwards.rings);
			expect(inwards.crossings).toEqual(outwards.crossings);
			expect(inwards.leaks.map(({ edge, route }) => [edge, route])).toEqual(
				outwards.leaks.map(({ edge, route }) => [edge, [...route].reverse()])
			);
			expect(inwards.depth).toBe(outwards.depth);
		}
	});

	test('the fewer roads and the more signs count, the fewer posts it takes', () => {
		if (!graph) return;
		const roads = prepareRoads(graph);
		const cuts = (options: SealOptions) =>
			seal(roads, rings, options).rings.map(({ minimumCut }) => minimumCut);
		const [all, drive, walk] = [cuts({ mode: 'all' }), cuts({}), cuts({ mode: 'walk' })];
		const [out, inn] = [cuts({ lawful: 'out' }), cuts({ lawful: 'in' })];
		rings.forEach((_, i) => {
			expect(all[i]).toBeGreaterThanOrEqual(Math.max(drive[i] ?? 0, walk[i] ?? 0));
			expect(drive[i]).toBeGreaterThanOrEqual(Math.max(out[i] ?? 0, inn[i] ?? 0));
			expect(drive[i]).toBeGreaterThan(Math.min(out[i] ?? 0, inn[i] ?? 0));
		});
	});
});
