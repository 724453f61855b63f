import type { LngLat } from '../../geo/coordinates.ts';
import { appendLine, gridLengthM, lengthBetweenM, lngLatAt } from '../../network/edge-line.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { EDGE, ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { headOf, tailOf } from '../../network/network.ts';
import { shortestPaths, wayTo } from '../../network/shortest-paths.ts';
import type { Leak } from '../../domain/findings/sealing.ts';
import type { Clockwise } from './clockwise.ts';
import type { RingCut } from './ring-cut.ts';
import { keyOfStretch, type RingGround } from './ring-ground.ts';
import { INSIDE, OUTSIDE, type RingNetwork } from './ring-network.ts';
import { SteadyNumbers } from './steady-numbers.ts';

/**
 * The leaks of a ring, clockwise from north: each edge of the residual cut with the shortest
 * way that leaves by it and by no other edge of the cut, from the border of the ground inside to the
 * border of the ground outside. With `isInwards` each way is told from outside to inside.
 */
export function ringLeaks(
	roads: Roads,
	ground: RingGround,
	net: RingNetwork,
	cut: RingCut,
	clockwise: Clockwise,
	isInwards = false,
	numbers = new SteadyNumbers()
): Leak[] {
	if (cut.directions.length === 0) {
		numbers.number([]);
		return [];
	}
	const { network, stretchOf, open } = net;
	const inner = new Float64Array(open.length).fill(Infinity);
	const outer = new Float64Array(open.length).fill(Infinity);
	for (let e = 0; e < stretchOf.length; e++) {
		const isOuter = cut.isOuter[network.edgeFrom[e]];
		if (isOuter !== cut.isOuter[network.edgeTo[e]]) continue;
		const [start, end] = trimmedPart(ground, net, stretchOf[e]);
		const lengthM = lengthBetweenM(roads.graph, ground.stretches[stretchOf[e]].edge, start, end);
		for (const direction of [2 * e, 2 * e + 1]) {
			if (open[direction]) (isOuter ? outer : inner)[direction] = lengthM;
		}
	}
	const out = shortestPaths(network, inner, [INSIDE]);
	const on = shortestPaths(network, outer, [OUTSIDE], { against: true });

	const leaks = cut.directions.map((direction) => {
		const before = wayTo(network, out, tailOf(network, direction)) ?? [];
		const after = wayTo(network, on, headOf(network, direction), true) ?? [];
		const way = [...before, direction, ...after];
		if (isInwards) way.reverse().forEach((step, i) => (way[i] = step ^ 1));
		const leak = describeLeak(roads, ground, net, direction, way);
		return { leak, key: keyOfStretch(ground, stretchOf[direction >>> 1]), roundM: clockwise.roundM(leak.at) };
	});
	leaks.sort((a, b) => a.roundM - b.roundM || a.leak.edge - b.leak.edge);
	const numberOf = numbers.number(leaks.map(({ key }) => key));
	return leaks.map(({ leak }, i) => ({ ...leak, number: numberOf[i] }));
}

/** Measures of a stretch without what lies deep inside or outside. */
function trimmedPart(ground: RingGround, net: RingNetwork, s: number): [number, number] {
	const stretch = ground.stretches[s];
	return [
		isEndOfWay(ground, net, stretch.from) ? stretch.bandStart : stretch.start,
		isEndOfWay(ground, net, stretch.to) ? stretch.bandEnd : stretch.end
	];
}

function isEndOfWay(ground: RingGround, net: RingNetwork, place: number): boolean {
	return place === 0 || (net.nodeOf[place] === OUTSIDE && ground.placeIsFar[place] === 1);
}

function describeLeak(
	roads: Roads,
	ground: RingGround,
	net: RingNetwork,
	cutDirection: number,
	way: readonly number[]
): Leak {
	const { graph } = roads;
	const route: LngLat[] = [];
	const names: string[] = [];
	for (const direction of way) {
		const s = net.stretchOf[direction >>> 1];
		const { edge } = ground.stretches[s];
		const [from, to] = trimmedPart(ground, net, s);
		if (direction & 1) appendLine(route, graph, edge, to, from);
		else appendLine(route, graph, edge, from, to);
		const name = graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]];
		if (name !== null && !names.includes(name)) names.push(name);
	}
	const cutStretch = ground.stretches[net.stretchOf[cutDirection >>> 1]];
	const { edge } = cutStretch;
	return {
		ring: ground.ring.id,
		number: 0,
		edge,
		at: lngLatAt(graph, edge, cutStretch.at),
		road: graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]],
		roadClass: ROAD_CLASSES[graph.edgeClass[edge]],
		bridge: (graph.edgeFlags[edge] & EDGE.BRIDGE) !== 0,
		route,
		lengthM: lineLengthM(route),
		roads: names
	};
}

function lineLengthM(line: readonly LngLat[]): number {
	let metres = 0;
	for (let i = 1; i < line.length; i++) {
		metres += gridLengthM(
			line[i - 1][0] * GRID_PER_DEG,
			line[i - 1][1] * GRID_PER_DEG,
			line[i][0] * GRID_PER_DEG,
			line[i][1] * GRID_PER_DEG
		);
	}
	return metres;
}
