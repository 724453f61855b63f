import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { answerRoads } from '../../src/lib/analysis/road-gaps/answer-routes.ts';
import { closedRoads } from '../../src/lib/analysis/road-gaps/closed-roads.ts';
import { atOnce } from '../../src/lib/analysis/at-once.ts';
import { leastExposed } from '../../src/lib/analysis/road-gaps/least-exposed.ts';
import { ringEscape } from '../../src/lib/analysis/road-gaps/ring-escape.ts';
import { RoadMemory } from '../../src/lib/analysis/road-gaps/road-memory.ts';
import { footprintsOf } from '../../src/lib/analysis/coverage/footprints.ts';
import { Walls } from '../../src/lib/analysis/coverage/walls.ts';
import { SealMemory } from '../../src/lib/analysis/sealing/seal-memory.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Camera, ControlRing, Item, ItemId } from '../../src/lib/domain/items.ts';
import { decodeBuildings } from '../../src/lib/formats/buildings-file.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { lengthBetweenM } from '../../src/lib/network/edge-line.ts';
import { EDGE, type RoadGraph } from '../../src/lib/network/road-graph.ts';
import { prepareRoads, type Roads } from '../../src/lib/network/roads.ts';
import { postgisMissing, startPostgis } from '../support/postgis.ts';
import { seededRandom, syntheticCity } from './synthetic-city.ts';

const PACK = 'tiles/astana';
const CAMERAS = 2000;
const PAIRS = 12;

/** Prints what the roads nobody sees, and ways between places, cost; beside PostGIS and networkx in the same run. */
export async function benchRoutes(): Promise<void> {
	const cities: { name: string; graph: RoadGraph; walls: Walls | null }[] = [];
	if (existsSync(`${PACK}/roads.bin`)) {
		const walls = new Walls(decodeBuildings(bytesOf(`${PACK}/buildings.bin`)));
		const graph = decodeRoadGraph(bytesOf(`${PACK}/roads.bin`));
		cities.push(
			{ name: 'demo (Astana)', graph, walls: null },
			{ name: 'demo, with buildings', graph, walls }
		);
	} else process.stdout.write(`(no ${PACK}: build the demo pack first)\n`);
	cities.push({ name: 'synthetic', graph: syntheticCity(222), walls: null });
	cities.push({ name: 'synthetic, large', graph: syntheticCity(396), walls: null });

	head(
		'roads',
		'edges',
		'first answer ms',
		'one camera moved ms',
		'longest step ms',
		'km unseen',
		'blind networks',
		'least-exposed ms',
		'out of a ring ms'
	);
	for (const city of cities) benchCity(city.name, prepareRoads(city.graph), city.walls);
	const [first] = cities;
	if (first) besidePeers(prepareRoads(first.graph));
	await Promise.resolve();
}

function benchCity(name: string, roads: Roads, walls: Walls | null): void {
	const items = plan(roads);
	const options = { assumptions: PRESENT, by: 'all', walls } as const;
	const memory = new RoadMemory(roads);
	let longestMs = 0;
	const answer = (list: readonly Item[]) => {
		const steps = answerRoads(memory, list, options);
		for (;;) {
			const before = performance.now();
			const step = steps.next();
			longestMs = Math.max(longestMs, performance.now() - before);
			if (step.done) return step.value;
		}
	};
	const [found, firstMs] = timed(() => answer(items));
	longestMs = 0;
	const again = [...items];
	const movedMs = median(
		Array.from({ length: 9 }, (_, k) => {
			const camera = items[k] as Camera;
			again[k] = { ...camera, geometry: (items[k + 20] as Camera).geometry };
			return timed(() => answer(again))[1];
		})
	);
	const sealing = new SealMemory(roads);
	const closures = closedRoads(sealing, [], PRESENT);
	const waysMs = pairs(roads).map(([from, to]) => {
		const ends = { from, to, lawful: false, avoidsCheckpoints: false, closures };
		return timed(() => atOnce(leastExposed(memory, found.watch, ends)))[1];
	});
	const ring = items.find((item): item is ControlRing => item.kind === 'control-ring') as ControlRing;
	const outMs = timed(() =>
		atOnce(ringEscape(memory, sealing, found.watch, ring, { closures, lawful: false }))
	)[1];
	row(
		name,
		roads.graph.edgeCount,
		firstMs.toFixed(0),
		movedMs.toFixed(0),
		longestMs.toFixed(0),
		(found.answer.summary.unseenM / 1000).toFixed(0),
		found.answer.blind.length,
		median(waysMs).toFixed(0),
		outMs.toFixed(0)
	);
}

function besidePeers(roads: Roads): void {
	const items = plan(roads);
	const memory = new RoadMemory(roads);
	const options = { assumptions: PRESENT, by: 'all', walls: null } as const;
	const [{ answer, watch }, oursMs] = timed(() => atOnce(answerRoads(memory, items, options)));
	process.stdout.write('\n');
	head('the same question', 'ours', 'peer', 'ours ms', 'peer ms');
	const missing = postgisMissing();
	if (missing) process.stdout.write(`(skipped: ${missing})\n`);
	else {
		const [theirs, theirMs] = postgisUnseenKm(roads, items);
		row(
			'km of road no camera sees (PostGIS)',
			(answer.summary.unseenM / 1000).toFixed(3),
			theirs.toFixed(3),
			oursMs.toFixed(0),
			theirMs.toFixed(0)
		);
	}
	const closures = closedRoads(new SealMemory(roads), [], PRESENT);
	const asked = pairs(roads);
	const [ours, waysMs] = timed(() =>
		asked.map(([from, to]) => {
			const ends = { from, to, lawful: false, avoidsCheckpoints: false, closures };
			const found = atOnce(leastExposed(memory, watch, ends));
			return 'reason' in found ? 0 : found.leastExposed.seenM;
		})
	);
	const theirs = networkxSeenM(roads, watch.held, asked);
	if (!theirs) process.stdout.write('(skipped: python3 has no networkx)\n');
	else {
		const sum = (values: readonly number[]) => (values.reduce((a, b) => a + b, 0) / 1000).toFixed(3);
		row(
			`km seen on ${PAIRS} least-exposed ways (networkx, seen metres alone)`,
			sum(ours),
			sum(theirs.seenM),
			waysMs.toFixed(0),
			theirs.ms.toFixed(0)
		);
	}
}

/** Cameras at junctions, and one ring. */
function plan({ graph, segments }: Roads): Item[] {
	const random = seededRandom(5);
	const items: Item[] = Array.from({ length: CAMERAS }, (_, i): Camera => {
		const v = Math.floor(random() * graph.nodeCount);
		return {
			id: `camera-${i}` as ItemId,
			kind: 'camera',
			rank: i,
			geometry: { type: 'Point', coordinates: [graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7] },
			properties: {
				azimuthDeg: Math.floor(random() * 360),
				hfovDeg: 80,
				rangeM: 60 + Math.floor(random() * 60)
			}
		};
	});
	const { minX, minY, maxX, maxY } = segments as NonNullable<Roads['segments']>;
	const [x, y] = [(minX + maxX) / 2e7, (minY + maxY) / 2e7];
	const [dx, dy] = [(maxX - minX) / 6e7, (maxY - minY) / 6e7];
	const corners = [
		[x - dx, y - dy],
		[x + dx, y - dy],
		[x + dx, y + dy],
		[x - dx, y + dy],
		[x - dx, y - dy]
	];
	items.push({
		id: 'ring' as ItemId,
		kind: 'control-ring',
		rank: CAMERAS,
		geometry: { type: 'Polygon', coordinates: [corners] },
		properties: { level: 1 }
	});
	// every road is asked about
	const [w, s, e, n] = [minX / 1e7 - 0.01, minY / 1e7 - 0.01, maxX / 1e7 + 0.01, maxY / 1e7 + 0.01];
	items.push({
		id: 'area' as ItemId,
		kind: 'area',
		rank: CAMERAS + 1,
		geometry: {
			type: 'Polygon',
			coordinates: [
				[
					[w, s],
					[e, s],
					[e, n],
					[w, n],
					[w, s]
				]
			]
		},
		properties: { name: 'all' }
	});
	return items;
}

function pairs({ graph }: Roads): [from: readonly [number, number], to: readonly [number, number]][] {
	const random = seededRandom(9);
	const place = (): readonly [number, number] => {
		for (;;) {
			const e = Math.floor(random() * graph.edgeCount);
			if (!(graph.edgeFlags[e] & EDGE.DRIVE)) continue;
			const v = graph.edgeFrom[e];
			return [graph.nodeLng[v] / 1e7, graph.nodeLat[v] / 1e7];
		}
	};
	return Array.from({ length: PAIRS }, () => [place(), place()]);
}

/** Kilometres outside all footprints by ST_Difference on geography, and the time of the query. */
function postgisUnseenKm({ graph }: Roads, items: readonly Item[]): [km: number, ms: number] {
	const { ringStart, coords } = footprintsOf(items, PRESENT, 'all');
	const shapes: string[] = [];
	for (let r = 0; r + 1 < ringStart.length; r++) {
		const points: string[] = [];
		for (let i = ringStart[r]; i < ringStart[r + 1]; i++)
			points.push(`${coords[2 * i] / 1e7} ${coords[2 * i + 1] / 1e7}`);
		shapes.push(`('SRID=4326;POLYGON((${[...points, points[0]].join(',')}))')`);
	}
	// no camera sees into tunnels; what lies under the decks of bridges is left to ours
	let tunnelsM = 0;
	const lines: string[] = [];
	for (let e = 0; e < graph.edgeCount; e++) {
		if (!(graph.edgeFlags[e] & EDGE.DRIVE)) continue;
		if (graph.edgeFlags[e] & EDGE.TUNNEL) {
			tunnelsM += graph.edgeLengthM[e];
			continue;
		}
		const points: string[] = [];
		for (let i = graph.shapeStart[e]; i < graph.shapeStart[e + 1]; i++)
			points.push(`${graph.shapeLng[i] / 1e7} ${graph.shapeLat[i] / 1e7}`);
		lines.push(`('SRID=4326;LINESTRING(${points.join(',')})')`);
	}
	const db = startPostgis();
	try {
		db.query(`CREATE TABLE road (g geometry); INSERT INTO road VALUES ${lines.join(',')};
			CREATE TABLE seen (g geometry); INSERT INTO seen VALUES ${shapes.join(',')};
			CREATE INDEX ON road USING gist (g); CREATE INDEX ON seen USING gist (g); ANALYZE;`);
		const before = performance.now();
		const [[metres]] =
			db.query(`SELECT sum(ST_Length(coalesce(ST_Difference(road.g, near.g), road.g)::geography))
			FROM road LEFT JOIN LATERAL (SELECT ST_Union(seen.g) AS g FROM seen WHERE ST_Intersects(seen.g, road.g)) near ON true;`);
		return [(Number(metres) + tunnelsM) / 1000, performance.now() - before];
	} finally {
		db.stop();
	}
}

function networkxSeenM(
	{ graph }: Roads,
	{ start, at }: { start: Uint32Array; at: Float64Array },
	asked: readonly (readonly [readonly [number, number], readonly [number, number]])[]
): { seenM: number[]; ms: number } | null {
	try {
		execFileSync('python3', ['-c', 'import networkx'], { stdio: 'pipe' });
	} catch {
		return null;
	}
	const rows: [number, number, number][] = [];
	for (let e = 0; e < graph.edgeCount; e++) {
		if (!(graph.edgeFlags[e] & EDGE.DRIVE)) continue;
		let seenM = 0;
		for (let k = start[e]; k < start[e + 1]; k += 2) seenM += lengthBetweenM(graph, e, at[k], at[k + 1]);
		rows.push([graph.edgeFrom[e], graph.edgeTo[e], seenM]);
	}
	const nodeAt = new Map<string, number>();
	for (let v = 0; v < graph.nodeCount; v++)
		nodeAt.set(`${graph.nodeLng[v] / 1e7},${graph.nodeLat[v] / 1e7}`, v);
	const nodes = asked.map((pair) => pair.map((place) => nodeAt.get(place.join(','))));
	const script = `
import json, sys, time, networkx as nx
rows, pairs = json.load(sys.stdin)
g = nx.MultiGraph()
for a, b, seen in rows: g.add_edge(a, b, seen=seen)
t = time.time()
seen = [nx.dijkstra_path_length(g, a, b, 'seen') if nx.has_path(g, a, b) else 0 for a, b in pairs]
print(json.dumps({'seenM': seen, 'ms': (time.time() - t) * 1000}))`;
	const out = execFileSync('python3', ['-c', script], {
		input: JSON.stringify([rows, nodes]),
		encoding: 'utf8',
		maxBuffer: 1 << 28
	});
	return JSON.parse(out) as { seenM: number[]; ms: number };
}

function head(...cells: string[]): void {
	row(...cells);
	row(...cells.map(() => '---'));
}

function row(...cells: (string | number)[]): void {
	process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function bytesOf(file: string): ArrayBuffer {
	const bytes = readFileSync(file);
	return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

/** What `work` answers and the processor time it took, which other programs on the machine hardly change. */
function timed<T>(work: () => T): [answer: T, ms: number] {
	const before = process.cpuUsage();
	const answer = work();
	const { user, system } = process.cpuUsage(before);
	return [answer, (user + system) / 1000];
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
