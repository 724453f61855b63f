import { existsSync, readFileSync } from 'node:fs';
import { unseenRoads } from '../../src/lib/analysis/road-gaps/unseen-roads.ts';
import { seal } from '../../src/lib/analysis/sealing/seal.ts';
import { SealMemory } from '../../src/lib/analysis/sealing/seal-memory.ts';
import type { Checkpoint, ControlRing, ItemId, RingLevel } from '../../src/lib/domain/items.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { prepareRoads, type Roads } from '../../src/lib/network/roads.ts';
import { seededRandom, syntheticCity } from './synthetic-city.ts';

const DEMO = 'tiles/astana/roads.bin';
const FRAMES = 300;

/** Prints what one frame of a dragged checkpoint costs in processor time, with three rings nearly sealed, p50 and p95. */
export async function benchSealing(): Promise<void> {
	process.stdout.write(
		'| roads | edges | prepare ms | first answer ms | suggestions ms | posts | drag p50 CPU ms | p95 | ring reshaped p50 |\n'
	);
	process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n');
	if (existsSync(DEMO)) benchCity('demo (Astana)', readGraph(DEMO), [0.1, 0.2, 0.34]);
	else process.stdout.write(`(no ${DEMO}: build the demo pack first)\n`);
	benchCity('synthetic', syntheticCity(396), [0.06, 0.14, 0.3]);
	await Promise.resolve();
}

function benchCity(name: string, graph: RoadGraph, shares: readonly number[]): void {
	const [roads, prepareMs] = timed(() => prepareRoads(graph));
	const rings = shares.map((share, i) => roundRing(roads, `ring-${i + 1}`, share, (i + 1) as RingLevel));
	const memory = new SealMemory(roads);
	const [, firstMs] = timed(() => seal(roads, rings, {}, memory));
	const [{ suggestions }, suggestMs] = timed(() => seal(roads, rings, { suggest: true }, memory));
	const posts = suggestions.map(({ at, controls }, i): Checkpoint => ({
		id: `post-${i}` as ItemId,
		kind: 'checkpoint',
		rank: 10 + i,
		geometry: { type: 'Point', coordinates: [...at] },
		properties: { controls }
	}));

	const random = seededRandom(7);
	const drag: number[] = [];
	for (let frame = 0; frame < FRAMES + 30; frame++) {
		const k = Math.floor(random() * posts.length);
		const [lng, lat] = posts[k].geometry.coordinates;
		const dragged: Checkpoint = {
			...posts[k],
			geometry: {
				type: 'Point',
				coordinates: [lng + (random() - 0.5) * 2e-3, lat + (random() - 0.5) * 2e-3]
			},
			properties: {}
		};
		const items = [...rings, ...posts.slice(0, k), dragged, ...posts.slice(k + 1)];
		const [, ms] = timed(() => seal(roads, items, {}, memory));
		if (frame >= 30) drag.push(ms);
	}
	const reshape: number[] = [];
	for (let frame = 0; frame < 20; frame++) {
		const k = frame % rings.length;
		const items = [...rings.map((ring, i) => (i === k ? { ...ring } : ring)), ...posts];
		reshape.push(timed(() => seal(roads, items, {}, memory))[1]);
	}
	const cells = [
		name,
		graph.edgeCount,
		prepareMs.toFixed(0),
		firstMs.toFixed(0),
		suggestMs.toFixed(0),
		posts.length,
		quantile(drag, 0.5).toFixed(1),
		quantile(drag, 0.95).toFixed(1),
		quantile(reshape, 0.5).toFixed(1)
	];
	process.stdout.write(`| ${cells.join(' | ')} |\n`);
	const [{ summary }, routesMs] = timed(() => unseenRoads(roads, someFootprints(roads, 2400)));
	process.stdout.write(
		`| ${name}: roads that 2,400 footprints do not see | ${(summary.unseenM / 1000).toFixed(0)} of ` +
			`${(summary.roadM / 1000).toFixed(0)} km | ${routesMs.toFixed(0)} ms | | | | | | |\n`
	);
}

function roundRing(roads: Roads, id: string, share: number, level: RingLevel): ControlRing {
	const { minX, minY, maxX, maxY } = roads.segments as NonNullable<Roads['segments']>;
	const points = Array.from({ length: 24 }, (_, k) => {
		const angle = (k / 24) * 2 * Math.PI;
		return [
			((minX + maxX) / 2 + (maxX - minX) * share * Math.cos(angle)) / 1e7,
			((minY + maxY) / 2 + (maxY - minY) * share * Math.sin(angle)) / 1e7
		];
	});
	return {
		id: id as ItemId,
		kind: 'control-ring',
		rank: level,
		geometry: { type: 'Polygon', coordinates: [[...points, points[0]]] },
		properties: { level }
	};
}

/** Eight-cornered footprints about 60 m wide at random junctions. */
function someFootprints(roads: Roads, count: number): { ringStart: Uint32Array; coords: Int32Array } {
	const random = seededRandom(3);
	const { nodeCount, nodeLng, nodeLat } = roads.graph;
	const coords: number[] = [];
	for (let c = 0; c < count; c++) {
		const v = Math.floor(random() * nodeCount);
		for (let k = 0; k < 8; k++) {
			const angle = (k / 8) * 2 * Math.PI;
			coords.push(
				nodeLng[v] + Math.round(4000 * Math.cos(angle)),
				nodeLat[v] + Math.round(2700 * Math.sin(angle))
			);
		}
	}
	return {
		ringStart: Uint32Array.from({ length: count + 1 }, (_, k) => 8 * k),
		coords: Int32Array.from(coords)
	};
}

function readGraph(file: string): RoadGraph {
	const bytes = readFileSync(file);
	return decodeRoadGraph(
		bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
	);
}

/** What `work` answers and the processor time it took, which other programs on the machine hardly change. */
function timed<T>(work: () => T): [answer: T, ms: number] {
	const before = process.cpuUsage();
	const answer = work();
	const { user, system } = process.cpuUsage(before);
	return [answer, (user + system) / 1000];
}

function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
