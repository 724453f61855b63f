import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { atOnce } from '../../src/lib/analysis/at-once.ts';
import { response } from '../../src/lib/analysis/response/response.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { ItemId, Station } from '../../src/lib/domain/items.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { prepareRoads, type Roads } from '../../src/lib/network/roads.ts';
import { PATROL_CAR } from '../../src/lib/network/travel/travel-model.ts';
import { placeOnRoad, type RoadPlace } from '../../src/lib/network/travel/road-place.ts';
import { travelNetwork, type TravelNetwork } from '../../src/lib/network/travel/travel-network.ts';
import { travelTimes } from '../../src/lib/network/travel/travel-times.ts';
import { DEMO, quantile, readGraph } from './bench-roads.ts';
import { seededRandom, syntheticCity } from './synthetic-city.ts';

const STATIONS = 20;
const RUNS = 15;

/** Prints what five minutes from 20 stations cost, the areas as polygons included; beside networkx on the same roads. */
export async function benchRespond(): Promise<void> {
	process.stdout.write(
		'| roads | edges | network ms | 5 min, median ms | everywhere ms | areas of 1, 3, 5 min ms | networkx, 5 min ms | everywhere ms |\n'
	);
	process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- |\n');
	if (existsSync(DEMO)) benchCity('demo', readGraph(DEMO));
	else process.stdout.write(`(no ${DEMO}: build the demo pack first)\n`);
	benchCity('made up', syntheticCity(396));
	await Promise.resolve();
}

function benchCity(name: string, graph: RoadGraph): void {
	const roads = prepareRoads(graph);
	const [travel, networkMs] = timed(() => travelNetwork(roads));
	const stations = stationsOf(roads);
	const starts = stations.flatMap(({ geometry }) => {
		const place = placeOnRoad(travel, geometry.coordinates as [number, number]);
		return place ? [place] : [];
	});
	const nearMs = medianOf(() => travelTimes(travel, starts, { limitS: 300 }));
	const farMs = medianOf(() => travelTimes(travel, starts));
	const ask = {
		minutes: [1, 3, 5],
		from: ['stations'],
		zones: 'best',
		turnoutS: 0,
		model: PATROL_CAR
	} as const;
	const [, areasMs] = timed(() => atOnce(response(roads, stations, PRESENT, ask)));
	const peer = networkxMs(travel, starts);
	const cells = [name, graph.edgeCount, networkMs, nearMs, farMs, areasMs, ...(peer ?? ['no networkx', ''])];
	process.stdout.write(
		`| ${cells.map((cell) => (typeof cell === 'number' && cell % 1 ? cell.toFixed(0) : cell)).join(' | ')} |\n`
	);
}

function stationsOf({ graph }: Roads): Station[] {
	const random = seededRandom(20);
	return Array.from({ length: STATIONS }, (_, i) => {
		const v = Math.floor(random() * graph.nodeCount);
		return {
			id: `station-${i}` as ItemId,
			kind: 'station',
			rank: i,
			geometry: { type: 'Point', coordinates: [graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7] },
			properties: { teams: 1 }
		};
	});
}

const SEARCH = `
import json, sys, time
import networkx as nx
d = json.load(sys.stdin)
g = nx.DiGraph()
g.add_weighted_edges_from(zip(d["tail"], d["head"], d["s"]))
times = []
for cutoff in (300, None):
    begun = time.perf_counter()
    nx.multi_source_dijkstra_path_length(g, set(d["starts"]), cutoff=cutoff)
    times.append(1000 * (time.perf_counter() - begun))
print(json.dumps(times))
`;

/** The same search over junctions, without delays of turns, which networkx does not know. */
function networkxMs(travel: TravelNetwork, starts: readonly RoadPlace[]): number[] | null {
	const { edgeFrom, edgeTo } = travel.roads.graph;
	const [tail, head, s]: number[][] = [[], [], []];
	travel.seconds.forEach((seconds, direction) => {
		if (seconds === Infinity) return;
		const e = direction >>> 1;
		tail.push(direction & 1 ? edgeTo[e] : edgeFrom[e]);
		head.push(direction & 1 ? edgeFrom[e] : edgeTo[e]);
		s.push(seconds);
	});
	const input = JSON.stringify({ tail, head, s, starts: starts.map(({ edge }) => edgeFrom[edge]) });
	try {
		const printed = execFileSync('python3', ['-c', SEARCH], {
			input,
			encoding: 'utf8',
			stdio: ['pipe', 'pipe', 'ignore']
		});
		return JSON.parse(printed) as number[];
	} catch {
		return null;
	}
}

function medianOf(work: () => unknown): number {
	return quantile(
		Array.from({ length: RUNS }, () => timed(work)[1]),
		0.5
	);
}

function timed<T>(work: () => T): [result: T, ms: number] {
	const begun = performance.now();
	return [work(), performance.now() - begun];
}
