import { expect, test } from 'vitest';
import { bridgePosts } from '../../../src/lib/analysis/ring-aid/bridge-posts.ts';
import type { RingPart } from '../../../src/lib/domain/findings/ring-aid.ts';
import type { Crossing } from '../../../src/lib/domain/findings/sealing.ts';
import type { ItemId } from '../../../src/lib/domain/items.ts';
import { gridTown, place } from '../../support/towns.ts';

const graph = gridTown(3);
const part = (follows: RingPart['follows'], y: number): RingPart => ({
	follows,
	name: null,
	lengthM: 2000,
	line: [place([-1000, y]), place([1000, y])]
});
const crossing = (edge: number, x: number, y: number, more: Partial<Crossing> = {}): Crossing => ({
	ring: 'ring' as ItemId,
	number: edge + 1,
	at: place([x, y]),
	edge,
	road: null,
	roadClass: 'primary',
	bridge: true,
	tunnel: false,
	state: 'open',
	checkpoint: null,
	...more
});
const parts = [part('river', 0), part('road', 500)];
const edgesOf = (crossings: Crossing[]): number[][] =>
	bridgePosts(graph, crossings, parts).map(({ controls }) =>
		controls.map(({ way }) => [...graph.edgeWay].indexOf(way))
	);

test('carriageways side by side are one bridge, whatever they are called; bridges apart are two', () => {
	const pair = [crossing(0, 0, 0, { road: 'Archar (M-1)' }), crossing(1, 40, 0, { road: '"Archar" (M-1)' })];
	const posts = bridgePosts(graph, [...pair, crossing(2, 400, 0)], parts);
	expect(posts.map(({ road, controls }) => [road, controls.length])).toEqual([
		['Archar (M-1)', 2],
		[null, 1]
	]);
});

test('a street under a bridge is a checkpoint of its own', () => {
	expect(edgesOf([crossing(0, 0, 0), crossing(2, 10, 0, { bridge: false })])).toHaveLength(2);
});

test('what crosses elsewhere, and what is held, needs none', () => {
	expect(edgesOf([crossing(0, 0, 500), crossing(1, 0, 0, { state: 'held' })])).toEqual([]);
	expect(edgesOf([crossing(1, 0, 0, { state: 'covered' })])).toHaveLength(1);
});
