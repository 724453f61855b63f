import { spawnSync } from 'node:child_process';
import type { ControlRing } from '../../src/lib/domain/items.ts';
import { localPlane } from '../../src/lib/geo/local-plane.ts';
import { gridLengthM } from '../../src/lib/network/edge-line.ts';
import { EDGE, NODE, type RoadGraph, type TravelMode } from '../../src/lib/network/road-graph.ts';

const PYTHON = '/usr/bin/python3';

/** Nodes 0 (inside) and 1 (outside) and the roads between, of a whole city: what a minimum cut is asked of. */
export interface PlainNetwork {
	readonly nodeCount: number;
	readonly edges: readonly (readonly [number, number])[];
	/** A pocket is so nearly none, or the other way round, that it hangs on how a dip of road is measured. */
	readonly isBorderline: boolean;
}

/** How deep within the ring (above zero) or far beyond it (below) a node lies, by looking at every side. */
export function depthM(ring: ControlRing, lng: number, lat: number): number {
	const points = ring.geometry.coordinates[0].map(([x, y]) => [Math.round(x * 1e7), Math.round(y * 1e7)]);
	const plane = localPlane([0, lat / 1e7]);
	const [kx, ky] = [plane.metresPerLng / 1e7, plane.metresPerLat / 1e7];
	let inside = false;
	let best = Infinity;
	for (let k = 0; k + 1 < points.length; k++) {
		const [ax, ay] = [(points[k][0] - lng) * kx, (points[k][1] - lat) * ky];
		const [bx, by] = [(points[k + 1][0] - lng) * kx, (points[k + 1][1] - lat) * ky];
		if (ay > 0 !== by > 0 && ((bx - ax) * (0 - ay)) / (by - ay) + ax > 0) inside = !inside;
		const lengthSq = (bx - ax) ** 2 + (by - ay) ** 2;
		const t = Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / lengthSq));
		best = Math.min(best, Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)));
	}
	return inside ? best : -best;
}

/**
 * The band network of a ring the slow way: every road that comes near the line is cut into pieces of a
 * metre or less, every piece's end is looked at by itself, and pockets are found by whole components.
 */
export function plainNetwork(
	graph: RoadGraph,
	ring: ControlRing,
	mode: TravelMode,
	closed: ReadonlySet<number> = new Set()
): PlainNetwork {
	const wanted = { drive: EDGE.DRIVE, walk: EDGE.WALK, all: EDGE.DRIVE | EDGE.WALK }[mode];
	const isLocked = (v: number) => (graph.nodeFlags[v] & NODE.LOCKED) !== 0;
	const depth = Array.from({ length: graph.nodeCount }, (_, v) =>
		depthM(ring, graph.nodeLng[v], graph.nodeLat[v])
	);
	const pieces: { from: number; to: number; metres: number }[] = [];
	// outside on both sides of a dip into the ring that is not deep and has no junction
	const joined: [number, number][] = [];
	for (let e = 0; e < graph.edgeCount; e++) {
		if (!(graph.edgeFlags[e] & wanted) || closed.has(e)) continue;
		const [u, v] = [graph.edgeFrom[e], graph.edgeTo[e]];
		let from = isLocked(u) ? depth.push(depth[u]) - 1 : u;
		const end = isLocked(v) ? depth.push(depth[v]) - 1 : v;
		let lastOutside = depth[from] < 0 ? from : -1;
		const reachM = graph.edgeLengthM[e] + 130;
		if (Math.abs(depth[u]) > reachM) {
			pieces.push({ from, to: end, metres: graph.edgeLengthM[e] });
			continue;
		}
		for (let i = graph.shapeStart[e]; i < graph.shapeStart[e + 1] - 1; i++) {
			const [ax, ay, bx, by] = [
				graph.shapeLng[i],
				graph.shapeLat[i],
				graph.shapeLng[i + 1],
				graph.shapeLat[i + 1]
			];
			const lengthM = gridLengthM(ax, ay, bx, by);
			const steps = Math.max(1, Math.ceil(lengthM));
			for (let k = 1; k <= steps; k++) {
				const isEnd = k === steps && i === graph.shapeStart[e + 1] - 2;
				const x = ax + ((bx - ax) * k) / steps;
				const y = ay + ((by - ay) * k) / steps;
				const to = isEnd ? end : depth.push(depthM(ring, x, y)) - 1;
				pieces.push({ from, to, metres: lengthM / steps });
				if (depth[to] > 25) lastOutside = -1;
				if (depth[to] < 0) {
					if (lastOutside >= 0) joined.push([lastOutside, to]);
					lastOutside = to;
				}
				from = to;
			}
		}
	}

	// components of what lies outside, with their metres
	const parent = Int32Array.from(depth.keys());
	const find = (v: number): number => {
		while (parent[v] !== v) v = parent[v] = parent[parent[v]];
		return v;
	};
	for (const { from, to } of pieces) if (depth[from] < 0 && depth[to] < 0) parent[find(from)] = find(to);
	for (const [a, b] of joined) parent[find(a)] = find(b);
	const metres = new Float64Array(depth.length);
	for (const piece of pieces) if (depth[piece.from] < 0) metres[find(piece.from)] += piece.metres;
	for (let v = 0; v < graph.nodeCount; v++) {
		if (depth[v] < 0 && graph.nodeFlags[v] & NODE.EDGE_OF_DATA) metres[find(v)] = Infinity;
	}

	const name = new Int32Array(depth.length);
	let nodeCount = 2;
	for (let v = 0; v < depth.length; v++) {
		const isEnd = v < graph.nodeCount && (graph.nodeFlags[v] & NODE.EDGE_OF_DATA) !== 0;
		if (depth[v] > 25) name[v] = 0;
		else if (depth[v] < 0 && (isEnd || (depth[v] < -120 && metres[find(v)] >= 2000))) name[v] = 1;
		else name[v] = nodeCount++;
	}
	const edges = pieces.map(({ from, to }) => [name[from], name[to]] as const).filter(([u, v]) => u !== v);
	return {
		...withoutChains(nodeCount, edges),
		isBorderline: metres.some((sum) => Math.abs(sum - 2000) < 300)
	};
}

/** The same with nodes where only two roads meet taken out, so that a slow machine can bear it; cuts stay. */
function withoutChains(
	nodeCount: number,
	edges: readonly (readonly [number, number])[]
): Omit<PlainNetwork, 'isBorderline'> {
	const ends: (number | null)[][] = Array.from({ length: nodeCount }, () => []);
	const list = edges.map(([u, v]) => [u, v] as [number, number]);
	list.forEach(([u, v], e) => {
		ends[u].push(e);
		ends[v].push(e);
	});
	const isGone = new Uint8Array(list.length);
	for (let v = 2; v < nodeCount; v++) {
		const here = ends[v].filter((e) => e !== null && !isGone[e]) as number[];
		if (here.length !== 2 || here[0] === here[1]) continue;
		const [a, b] = here;
		const far = list[b][0] === v ? list[b][1] : list[b][0];
		if (list[a][0] === v) list[a][0] = far;
		else list[a][1] = far;
		isGone[b] = 1;
		ends[far].push(a);
	}
	return { nodeCount, edges: list.filter(([u, v], e) => !isGone[e] && u !== v) };
}

/** Whether the independent implementation is installed; says so on standard error where not. */
export function hasNetworkx(): boolean {
	const found = spawnSync(PYTHON, ['-c', 'import networkx'], { stdio: 'ignore' }).status === 0;
	if (!found) process.stderr.write("skipped: Debian's python3-networkx is not installed\n");
	return found;
}

/** The sizes of minimum cuts by networkx. */
export function networkxCuts(networks: readonly PlainNetwork[]): number[] {
	const program = `
import json, sys, networkx as nx
for net in json.load(sys.stdin):
    g = nx.Graph()
    g.add_nodes_from([0, 1])
    for u, v in net['edges']:
        if g.has_edge(u, v): g[u][v]['capacity'] += 1
        else: g.add_edge(u, v, capacity=1)
    g = g.subgraph(nx.node_connected_component(g, 0) | {1})
    print(nx.maximum_flow_value(g, 0, 1))
`;
	const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', program], {
		input: JSON.stringify(networks),
		maxBuffer: 1 << 28,
		encoding: 'utf8'
	});
	if (status !== 0) throw new Error(`networkx failed: ${stderr}`);
	return stdout.trim().split('\n').map(Number);
}
