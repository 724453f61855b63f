import { describe, expect, test } from 'vitest';
import { seal, type SealOptions } from '../../../src/lib/analysis/sealing/seal.ts';
import { prepareRoads } from '../../../src/lib/network/roads.ts';
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
