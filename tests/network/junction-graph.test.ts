import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildJunctionGraph, type RoadWays } from '../../src/lib/network/junction-graph.ts';
import { EDGE, NODE, type RoadGraph } from '../../src/lib/network/road-graph.ts';
import { drawRoads, type DrawnWay } from '../support/road-ways.ts';

/** Edges as `from-to`, by the places of their nodes: letters of the town. */
function edgesOf(graph: RoadGraph, places: Record<string, readonly [number, number]>): string[] {
	const letterAt = (node: number) =>
		Object.keys(places).find(
			(letter) =>
				places[letter][0] * 9000 === graph.nodeLng[node] && places[letter][1] * -9000 === graph.nodeLat[node]
		);
	return Array.from(
		{ length: graph.edgeCount },
		(_, e) => `${letterAt(graph.edgeFrom[e])}-${letterAt(graph.edgeTo[e])}`
	);
}

const nodeAt = (graph: RoadGraph, [column, row]: readonly [number, number]) =>
	Array.from(graph.nodeLng).findIndex(
		(lng, node) => lng === column * 9000 && graph.nodeLat[node] === row * -9000
	);

describe('where ways are cut', () => {
	//   a--b--c--d      with e above b, f below c; g lies on the same place as c but is another node
	const places = {
		a: [0, 0],
		b: [1, 0],
		c: [2, 0],
		d: [3, 0],
		e: [1, -1],
		f: [2, 1],
		h: [4, 0]
	} as const;
	test.each<[string, DrawnWay[], string[]]>([
		['a lone way is one edge', [{ through: 'abcd' }], ['a-d']],
		['where another ends on it', [{ through: 'abcd' }, { through: 'eb' }], ['a-b', 'b-d', 'e-b']],
		['where two run through', [{ through: 'abcd' }, { through: 'ebf' }], ['a-b', 'b-d', 'e-b', 'b-f']],
		['a way through itself', [{ through: 'abecb' }], ['a-b', 'b-b']],
		['two ways end to end', [{ through: 'ab' }, { through: 'bcd' }], ['a-b', 'b-d']],
		['a closed way', [{ through: 'abea' }], ['a-a']],
		['a closed way with a street', [{ through: 'abea' }, { through: 'bd' }], ['a-b', 'b-a', 'b-d']],
		['a node given twice running', [{ through: 'abbd' }], ['a-d']],
		['a way of one node vanishes', [{ through: 'aa' }, { through: 'bc' }], ['b-c']],
		['beyond the data at the end', [{ through: 'abc?' }], ['a-c']],
		['beyond the data in the middle', [{ through: 'ab?dh' }], ['a-b', 'd-h']],
		['a single node between gaps', [{ through: 'ab?d?h' }], ['a-b']],
		['all beyond', [{ through: '???' }], []]
	])('%s', (_, ways, expected) => {
		const graph = buildJunctionGraph(drawRoads(places, ways));
		expect(edgesOf(graph, places)).toEqual(expected);
		expectSound(graph);
	});
});

test('a bridge over a road is no junction, even through the same place', () => {
	const places = { a: [0, 1], m: [1, 1], b: [2, 1], c: [1, 0], n: [1, 1], d: [1, 2] } as const;
	const graph = buildJunctionGraph(
		drawRoads(places, [{ through: 'amb' }, { through: 'cnd', flags: 3 | EDGE.BRIDGE, layer: 1 }])
	);
	expect(graph.edgeCount).toBe(2);
	expect(graph.nodeCount).toBe(4);
	expect(graph.edgeLayer).toEqual(Int8Array.of(0, 1));
});

describe('flags of nodes', () => {
	const places = { a: [0, 0], b: [1, 0], c: [2, 0], d: [3, 0] } as const;
	const flagAt = (ways: DrawnWay[], letter: keyof typeof places, more = {}) => {
		const graph = buildJunctionGraph(drawRoads(places, ways, more));
		return graph.nodeFlags[nodeAt(graph, places[letter])];
	};
	const EDGE_OF_DATA = NODE.EDGE_OF_DATA;

	test.each<[string, number, number]>([
		['last node before the gap', flagAt([{ through: 'abc?' }], 'c'), EDGE_OF_DATA],
		['first node after the gap', flagAt([{ through: '?bcd' }], 'b'), EDGE_OF_DATA],
		['last of all after a gap', flagAt([{ through: 'a?d' }, { through: 'dc' }], 'd'), EDGE_OF_DATA],
		['the other end', flagAt([{ through: 'abc?' }], 'a'), 0],
		[
			'a gate cuts the way',
			flagAt([{ through: 'abc' }], 'b', { nodeFlags: { b: NODE.BARRIER } }),
			NODE.BARRIER
		],
		['outside the box, dead end', flagAt([{ through: 'abc' }], 'c', { nodeFlags: { c: 1 } }), EDGE_OF_DATA],
		[
			'outside the box, going on',
			flagAt([{ through: 'ab' }, { through: 'bc' }], 'b', { nodeFlags: { b: 1 } }),
			0
		],
		[
			'a main road that just ends, ways whole',
			flagAt([{ through: 'ab', roadClass: 'primary' }], 'b', { areWaysWhole: true }),
			EDGE_OF_DATA
		],
		['a main road that just ends, ways cut', flagAt([{ through: 'ab', roadClass: 'primary' }], 'b'), 0],
		['a street that just ends', flagAt([{ through: 'ab' }], 'b', { areWaysWhole: true }), 0]
	])('%s', (_, flags, expected) => {
		expect(flags).toBe(expected);
	});
});

describe('turn restrictions', () => {
	const places = { a: [0, 0], b: [1, 0], c: [2, 0], d: [1, 1], e: [1, -1] } as const;
	const turn = (fromWay: number, toWay: number, isOnly = false, viaRef = 1) => ({
		fromWay,
		toWay,
		viaRef,
		isOnly
	});
	const ways: DrawnWay[] = [{ through: 'ab' }, { through: 'bc' }, { through: 'dbe' }];

	test.each([
		['from one way into another', [turn(100, 101)], [[0, 1]], [0]],
		['the only one allowed', [turn(100, 101, true)], [[0, 1]], [1]],
		['back into the same way', [turn(100, 100)], [[0, 0]], [0]],
		['a way that does not touch the node', [turn(100, 999)], [], []],
		['a way that runs through, side unknown', [turn(100, 102)], [], []],
		['a node that is no junction', [turn(100, 101, false, 77)], [], []]
	])('%s', (_, turns, edges, only) => {
		const graph = buildJunctionGraph(drawRoads(places, ways, { turns }));
		const via = nodeAt(graph, places.b);
		expect(Array.from(graph.restrictions)).toEqual(edges.flatMap(([from, to]) => [from, via, to]));
		expect(Array.from(graph.restrictionOnly)).toEqual(only);
	});
});

test('names, lengths and shapes go with the edges', () => {
	const places = { a: [0, 0], b: [1, 0], c: [1, 1], d: [2, 1] } as const;
	const graph = buildJunctionGraph(
		drawRoads(places, [
			{ through: 'abcd', name: 'still open' },
			{ through: 'cb', flags: 1 }
		])
	);
	expect(graph.names[graph.edgeName[0]]).toBe('still open');
	expect(graph.edgeName[3]).toBe(-1);
	expect(Array.from(graph.edgeWay)).toEqual([100, 100, 100, 101]);
	// 0.0009 degrees of latitude and of longitude at the equator
	expect(graph.edgeLengthM[1]).toBeCloseTo(99.52, 2);
	expect(graph.edgeLengthM[0]).toBeCloseTo(100.19, 2);
});

describe('on any ways at all', () => {
	const letters = [...'abcdefgh'];
	const places = Object.fromEntries(
		letters.map((letter, i) => [letter, [i % 4, Math.floor(i / 4)] as const])
	);
	const ways = fc.array(
		fc
			.array(fc.constantFrom(...letters, '?'), { minLength: 1, maxLength: 7 })
			.map((path) => ({ through: path.join('') })),
		{ minLength: 1, maxLength: 6 }
	);

	test('steps between nodes are kept, each once, and nodes that are not shared stay apart', () => {
		fc.assert(
			fc.property(ways, (ways) => {
				const roads = drawRoads(places, ways);
				const graph = buildJunctionGraph(roads);
				expectSound(graph);
				expect(stepsOfGraph(graph).sort()).toEqual(stepsOfWays(roads).sort());
				expect(inner(graph)).toEqual(innerOfWays(roads));
			}),
			{ numRuns: 500, seed: 5 }
		);
	});
});

/** Invariants of every junction graph. */
function expectSound(graph: RoadGraph): void {
	for (let e = 0; e < graph.edgeCount; e++) {
		const [first, last] = [graph.shapeStart[e], graph.shapeStart[e + 1] - 1];
		expect(last).toBeGreaterThan(first);
		expect([graph.shapeLng[first], graph.shapeLat[first]]).toEqual([
			graph.nodeLng[graph.edgeFrom[e]],
			graph.nodeLat[graph.edgeFrom[e]]
		]);
		expect([graph.shapeLng[last], graph.shapeLat[last]]).toEqual([
			graph.nodeLng[graph.edgeTo[e]],
			graph.nodeLat[graph.edgeTo[e]]
		]);
	}
	for (let node = 0; node < graph.nodeCount; node++) {
		expect(graph.adjacentStart[node + 1]).toBeGreaterThan(graph.adjacentStart[node]);
	}
}

function stepsOfGraph(graph: RoadGraph): string[] {
	const steps: string[] = [];
	for (let e = 0; e < graph.edgeCount; e++) {
		for (let i = graph.shapeStart[e] + 1; i < graph.shapeStart[e + 1]; i++) {
			steps.push(
				`${graph.shapeLng[i - 1]},${graph.shapeLat[i - 1]} ${graph.shapeLng[i]},${graph.shapeLat[i]}`
			);
		}
	}
	return steps;
}

function stepsOfWays({ refs, refStart, nodeLng, nodeLat, wayId }: RoadWays): string[] {
	const steps: string[] = [];
	for (let way = 0; way < wayId.length; way++) {
		for (let i = refStart[way] + 1; i < refStart[way + 1]; i++) {
			const [a, b] = [refs[i - 1], refs[i]];
			if (a >= 0 && b >= 0 && a !== b) steps.push(`${nodeLng[a]},${nodeLat[a]} ${nodeLng[b]},${nodeLat[b]}`);
		}
	}
	return steps;
}

/** Places that are only inside edges. */
function inner(graph: RoadGraph): Set<string> {
	const found = new Set<string>();
	for (let e = 0; e < graph.edgeCount; e++) {
		for (let i = graph.shapeStart[e] + 1; i < graph.shapeStart[e + 1] - 1; i++) {
			found.add(`${graph.shapeLng[i]},${graph.shapeLat[i]}`);
		}
	}
	return found;
}

/** The slow, obvious rule: a node with one step in and one step out, of one visit of one way, is no junction. */
function innerOfWays({ refs, refStart, nodeLng, nodeLat, wayId }: RoadWays): Set<string> {
	const visits = new Map<number, boolean[]>();
	for (let way = 0; way < wayId.length; way++) {
		const path: number[] = [];
		for (let i = refStart[way]; i < refStart[way + 1]; i++) {
			if (refs[i] < 0 || refs[i] !== path[path.length - 1]) path.push(refs[i]);
		}
		path.forEach((ref, i) => {
			if (ref < 0) return;
			const isPassed = (path[i - 1] ?? -1) >= 0 && (path[i + 1] ?? -1) >= 0;
			visits.set(ref, [...(visits.get(ref) ?? []), isPassed]);
		});
	}
	const found = new Set<string>();
	for (const [ref, passed] of visits) {
		if (passed.length === 1 && passed[0]) found.add(`${nodeLng[ref]},${nodeLat[ref]}`);
	}
	return found;
}
