import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FeatureCollection, LineString } from 'geojson';
import PathFinderModule from 'geojson-path-finder';
import { buildIncidence } from '../../src/lib/network/incidence.ts';
import { maxFlow } from '../../src/lib/network/max-flow.ts';
import { pushRelabel } from '../../src/lib/network/push-relabel.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { gothenburg } from '../support/real-roads.ts';
import { DEMO, readGraph } from './bench-roads.ts';
import { syntheticCity } from './synthetic-city.ts';

// the package is a CommonJS module in disguise
const PathFinder =
	(PathFinderModule as unknown as { default?: typeof PathFinderModule }).default ?? PathFinderModule;
const GOTHENBURG = 'node_modules/geojson-path-finder/test/large-network.json';

/** Prints what a cut through a whole graph costs, both ways and by scipy, and what an edge takes in memory. */
export async function benchFlows(): Promise<void> {
	process.stdout.write(
		'| roads | nodes | cut | push-relabel ms | Dinic ms | scipy ms |\n| --- | --- | --- | --- | --- | --- |\n'
	);
	if (existsSync(DEMO)) cutRow('demo', readGraph(DEMO));
	cutRow('made up', syntheticCity(310));
	cutRow('made up, large', syntheticCity(396));
	process.stdout.write(
		'\n| roads | edges | bytes an edge, typed arrays | with index of segments |\n| --- | --- | --- | --- |\n'
	);
	if (existsSync(DEMO)) memoryRow('demo', readGraph(DEMO));
	memoryRow('made up, large', syntheticCity(396));
	const city = gothenburg();
	if (city) {
		memoryRow('Gothenburg', city);
		process.stdout.write(
			`\ngeojson-path-finder on Gothenburg: ${peerBytesPerEdge(city.edgeCount)} bytes an edge of ours\n`
		);
	}
	await Promise.resolve();
}

/** From the junctions of the middle tenth to those at the rim; every road may be cut once. */
function cutRow(name: string, graph: RoadGraph): void {
	const { scene, source, sink } = between(graph);
	const times = [pushRelabel, maxFlow].map((flow) => {
		const runs = Array.from({ length: 3 }, () => {
			const residual = new Float64Array(2 * scene.edgeFrom.length).fill(1);
			const begun = performance.now();
			const { value } = flow(scene, residual, source, sink);
			return { value, ms: performance.now() - begun };
		});
		return { value: runs[0].value, ms: Math.min(...runs.map(({ ms }) => ms)) };
	});
	const peer = scipyFlow(scene, source, sink);
	const values = new Set([...times.map(({ value }) => value), ...(peer ? [peer.value] : [])]);
	process.stdout.write(
		`| ${name} | ${graph.nodeCount} | ${[...values].join(' and ')} | ${times.map(({ ms }) => ms.toFixed(0)).join(' | ')} | ${peer ? peer.ms.toFixed(0) : 'no scipy'} |\n`
	);
}

function between(graph: RoadGraph) {
	const { nodeLng, nodeLat, nodeCount } = graph;
	const [minX, maxX] = [nodeLng.reduce((a, b) => Math.min(a, b)), nodeLng.reduce((a, b) => Math.max(a, b))];
	const [minY, maxY] = [nodeLat.reduce((a, b) => Math.min(a, b)), nodeLat.reduce((a, b) => Math.max(a, b))];
	const [source, sink] = [nodeCount, nodeCount + 1];
	const nodeOf = Uint32Array.from({ length: nodeCount }, (_, v) => {
		const off = Math.max(
			Math.abs((2 * (nodeLng[v] - minX)) / (maxX - minX) - 1),
			Math.abs((2 * (nodeLat[v] - minY)) / (maxY - minY) - 1)
		);
		return off < 0.1 ? source : off > 0.98 ? sink : v;
	});
	const edgeFrom = graph.edgeFrom.map((v) => nodeOf[v]);
	const edgeTo = graph.edgeTo.map((v) => nodeOf[v]);
	return {
		scene: { nodeCount: nodeCount + 2, edgeFrom, edgeTo, ...buildIncidence(nodeCount + 2, edgeFrom, edgeTo) },
		source,
		sink
	};
}

const FLOW = `
import json, sys, time
import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import maximum_flow
d = json.load(sys.stdin)
f, t = np.array(d["from"]), np.array(d["to"])
keep = f != t
f, t = f[keep], t[keep]
ones = np.ones(2 * len(f), dtype=np.int32)
m = coo_matrix((ones, (np.concatenate([f, t]), np.concatenate([t, f]))), shape=(d["n"], d["n"])).tocsr()
begun = time.perf_counter()
value = maximum_flow(m, d["source"], d["sink"]).flow_value
print(json.dumps({"value": int(value), "ms": 1000 * (time.perf_counter() - begun)}))
`;

function scipyFlow(
	scene: { nodeCount: number; edgeFrom: Uint32Array; edgeTo: Uint32Array },
	source: number,
	sink: number
): { value: number; ms: number } | null {
	const input = JSON.stringify({
		n: scene.nodeCount,
		from: [...scene.edgeFrom],
		to: [...scene.edgeTo],
		source,
		sink
	});
	try {
		const printed = execFileSync('python3', ['-c', FLOW], {
			input,
			encoding: 'utf8',
			stdio: ['pipe', 'pipe', 'ignore'],
			maxBuffer: 2 ** 26
		});
		return JSON.parse(printed) as { value: number; ms: number };
	} catch {
		return null;
	}
}

function memoryRow(name: string, graph: RoadGraph): void {
	const bytes = bytesOf(graph);
	const { segments, segmentEdge } = prepareRoads(graph);
	const index = (segments?.data.byteLength ?? 0) + segmentEdge.byteLength;
	process.stdout.write(
		`| ${name} | ${graph.edgeCount} | ${(bytes / graph.edgeCount).toFixed(0)} | ${((bytes + index) / graph.edgeCount).toFixed(0)} |\n`
	);
}

function bytesOf(graph: object): number {
	return Object.values(graph).reduce<number>(
		(sum, value) => sum + (ArrayBuffer.isView(value) ? value.byteLength : 0),
		0
	);
}

/** What the other network of the same roads adds to the heap. */
function peerBytesPerEdge(edgeCount: number): string {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	const roads = JSON.parse(readFileSync(GOTHENBURG, 'utf8')) as FeatureCollection<LineString>;
	collect();
	const before = process.memoryUsage().heapUsed;
	const begun = performance.now();
	const peer = new PathFinder(roads);
	const seconds = (performance.now() - begun) / 1000;
	collect();
	const bytes = process.memoryUsage().heapUsed - before;
	return `${(bytes / edgeCount).toFixed(0)} (built in ${seconds.toFixed(1)} s${peer ? '' : ', nothing kept'})`;
}
