import { GRID_PER_DEG } from '../../../geo/flat-rings.ts';
import { localPlane } from '../../../geo/local-plane.ts';
import type { WorkPieces } from '../../../network/balanced-parts.ts';
import { gridPointAt } from '../../../network/edge-line.ts';
import { middleMeasure } from '../../../network/edge-middle.ts';
import { NodeSets } from '../../../network/node-sets.ts';
import type { RoadGraph } from '../../../network/road-graph.ts';
import { sidesOf } from './street-cells.ts';
import { subNetwork } from '../../../network/sub-network.ts';
import type { GroundGrid } from './ground-grid.ts';

/**
 * Streets as pieces to be divided. Two touch where they meet at a junction and their squares lie side
 * by side, so that a zone hangs together by road and on the ground; only where that leaves parts of the
 * streets alone do they touch by squares, or where they are nearest, as well. `streets` must all have squares
 * but those that have none pass their junctions on.
 */
export function streetPieces(
	graph: RoadGraph,
	streets: ArrayLike<number>,
	work: Float64Array,
	grid: GroundGrid,
	streetOf: Int32Array
): WorkPieces {
	const n = streets.length;
	const bySide = sidePairs(grid, streetOf, n, true);
	const byRoad = roadPairs(graph, streets, streetOf);
	const sets = new NodeSets(n);
	const links = new Set<number>();
	const link = (pair: number): void => {
		links.add(pair);
		sets.join(Math.floor(pair / n), pair % n);
	};
	for (const pair of byRoad) if (bySide.has(pair)) link(pair);
	for (const pairs of [bySide, sidePairs(grid, streetOf, n, false)]) {
		// parts are told apart once, so that all links between two parts are taken
		const partOf = Array.from({ length: n }, (_, s) => sets.find(s));
		for (const pair of pairs) if (partOf[Math.floor(pair / n)] !== partOf[pair % n]) link(pair);
	}

	const plane = localPlane([0, (grid.south + (grid.rows / 2) * grid.stepY) / GRID_PER_DEG]);
	const x = new Float64Array(n);
	const y = new Float64Array(n);
	for (let s = 0; s < n; s++) {
		const [px, py] = gridPointAt(graph, streets[s], middleMeasure(graph, streets[s]));
		x[s] = ((px - grid.west) / GRID_PER_DEG) * plane.metresPerLng;
		y[s] = ((py - grid.south) / GRID_PER_DEG) * plane.metresPerLat;
	}
	for (let s = 0; s < n; s++) {
		if (sets.find(s) === sets.find(0)) continue;
		let nearest = 0;
		for (let t = 0; t < n; t++) {
			if (sets.find(t) !== sets.find(0)) continue;
			if (Math.hypot(x[t] - x[s], y[t] - y[s]) < Math.hypot(x[nearest] - x[s], y[nearest] - y[s]))
				nearest = t;
		}
		link(Math.min(s, nearest) * n + Math.max(s, nearest));
	}

	const degree = new Uint32Array(n + 1);
	for (const pair of links) {
		degree[Math.floor(pair / n) + 1]++;
		degree[(pair % n) + 1]++;
	}
	for (let s = 0; s < n; s++) degree[s + 1] += degree[s];
	const adjacent = new Uint32Array(2 * links.size);
	const next = degree.slice(0, n);
	for (const pair of [...links].sort((a, b) => a - b)) {
		const [a, b] = [Math.floor(pair / n), pair % n];
		adjacent[next[a]++] = b;
		adjacent[next[b]++] = a;
	}
	return { work, x, y, adjacentStart: degree, adjacent };
}

/** Pairs of streets whose squares lie side by side, on the ground or anywhere, as lesser times `n` plus greater. */
function sidePairs(grid: GroundGrid, streetOf: Int32Array, n: number, onGround: boolean): Set<number> {
	const pairs = new Set<number>();
	for (let cell = 0; cell < streetOf.length; cell++) {
		if (onGround && !grid.isWithin[cell]) continue;
		for (const next of sidesOf(grid, cell)) {
			const [a, b] = [streetOf[cell], streetOf[next]];
			if (a < b && (!onGround || grid.isWithin[next])) pairs.add(a * n + b);
		}
	}
	return pairs;
}

/** Pairs of streets that meet at a junction, or are joined by streets that have no squares. */
function roadPairs(graph: RoadGraph, streets: ArrayLike<number>, streetOf: Int32Array): Set<number> {
	const n = streets.length;
	const hasCells = new Uint8Array(n);
	for (const street of streetOf) hasCells[street] = 1;
	const net = subNetwork(graph, streets);
	const places = new NodeSets(net.nodeCount);
	for (let s = 0; s < n; s++) if (!hasCells[s]) places.join(net.edgeFrom[s], net.edgeTo[s]);
	const at = new Map<number, number[]>();
	for (let s = 0; s < n; s++) {
		if (!hasCells[s]) continue;
		for (const node of [net.edgeFrom[s], net.edgeTo[s]]) {
			const place = places.find(node);
			const list = at.get(place);
			if (list) list.push(s);
			else at.set(place, [s]);
		}
	}
	const pairs = new Set<number>();
	for (const list of at.values()) {
		for (const a of list) for (const b of list) if (a < b) pairs.add(a * n + b);
	}
	return pairs;
}
