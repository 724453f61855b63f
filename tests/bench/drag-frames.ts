import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { serialize } from 'node:v8';
import { SealMemory } from '../../src/lib/analysis/sealing/seal-memory.ts';
import { seal, sealAdvice, sealVerdicts } from '../../src/lib/analysis/sealing/seal.ts';
import type { Checkpoint, ControlRing, Item, ItemId, RingLevel } from '../../src/lib/domain/items.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { prepareRoads, type Roads } from '../../src/lib/network/roads.ts';
import { DEMO, quantile, readGraph } from './bench-roads.ts';
import { seededRandom, syntheticCity } from './synthetic-city.ts';

const FRAMES = 400;
const WARM_UP = 40;
/** How far a corner moves from one frame to the next. */
const STEP_M = 25;

/**
 * Prints what one frame of a drag costs the network thread, the packing of its answer for the page included:
 * a ring's corner or a checkpoint, three rings nearly sealed or not at all; then, apart, depth and suggestions.
 */
export async function benchDragFrames(): Promise<void> {
	process.stdout.write(
		'| roads | posts | dragged | CPU p50 / p95 / p99 ms | clock p50 / p95 / p99 | of it packing p50 | advice after it, CPU p50 / p95 | its longest step |\n'
	);
	process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- |\n');
	if (existsSync(DEMO)) benchCity('demo, 26,928 edges', readGraph(DEMO), [0.1, 0.2, 0.34], 24);
	else process.stdout.write(`(no ${DEMO}: build the demo pack first)\n`);
	const large = syntheticCity(396);
	benchCity('made up, 289,986 edges', large, [0.06, 0.14, 0.3], 24);
	benchCity('the same, rings of 600 corners', large, [0.06, 0.14, 0.3], 600);
	await Promise.resolve();
}

function benchCity(name: string, graph: RoadGraph, shares: readonly number[], corners: number): void {
	const roads = prepareRoads(graph);
	const rings = shares.map((share, i) => roundRing(roads, i, share, corners));
	const suggested = seal(roads, rings, { suggest: true }).suggestions;
	const posts = suggested
		.map(({ at, controls }, i): Checkpoint => ({
			id: `post-${i}` as ItemId,
			kind: 'checkpoint',
			rank: 10 + i,
			geometry: { type: 'Point', coordinates: [...at] },
			properties: { controls }
		}))
		.filter((_, i) => i % 20 > 0);
	for (const [k, which] of ['core', 'outer', 'border'].entries()) {
		row(name, roads, posts.length, `corner of the ${which}`, cornerDrag(rings, k, posts));
	}
	row(name, roads, posts.length, 'checkpoint', postDrag(rings, posts));
	row(name, roads, 0, 'corner of the border', cornerDrag(rings, 2, []));
}

/** The plan of each frame. */
type Frames = (random: () => number) => Item[];

/** One corner after another wanders a few steps, as a hand would drag it. */
function cornerDrag(rings: readonly ControlRing[], k: number, posts: readonly Checkpoint[]): Frames {
	const corners = rings[k].geometry.coordinates[0].slice(0, -1).map(([x, y]) => [x, y]);
	let frame = 0;
	return (random) => {
		const c = Math.floor(frame++ / 20) % corners.length;
		const angle = 2 * Math.PI * random();
		corners[c] = [
			corners[c][0] + ((STEP_M / 111_000) * Math.cos(angle)) / Math.cos((corners[c][1] * Math.PI) / 180),
			corners[c][1] + (STEP_M / 111_000) * Math.sin(angle)
		];
		const geometry = { type: 'Polygon' as const, coordinates: [[...corners, corners[0]]] };
		return [...rings.map((ring, i) => (i === k ? { ...ring, geometry } : ring)), ...posts];
	};
}

function postDrag(rings: readonly ControlRing[], posts: readonly Checkpoint[]): Frames {
	return (random) => {
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
		return [...rings, ...posts.slice(0, k), dragged, ...posts.slice(k + 1)];
	};
}

function row(name: string, roads: Roads, posts: number, dragged: string, frames: Frames): void {
	const random = seededRandom(7);
	const memory = new SealMemory(roads);
	const cpu: number[] = [];
	const clock: number[] = [];
	const copy: number[] = [];
	const advice: number[] = [];
	let longest = 0;
	for (let frame = 0; frame < FRAMES + WARM_UP; frame++) {
		const items = frames(random);
		const began = performance.now();
		const [verdicts, ms] = timed(() => sealVerdicts(roads, items, {}, memory));
		const [, copyMs] = timed(() => serialize(verdicts));
		if (frame >= WARM_UP) {
			cpu.push(ms + copyMs);
			clock.push(performance.now() - began);
			copy.push(copyMs);
		}
		if (frame % 20 !== 19) continue;
		const [steps, firstMs] = timed(() => sealAdvice(roads, items, { suggest: true }, memory));
		let sum = firstMs;
		for (let isDone = false; !isDone;) {
			const [step, stepMs] = timed(() => steps.next());
			sum += stepMs;
			if (frame >= WARM_UP) longest = Math.max(longest, stepMs);
			isDone = step.done === true;
		}
		if (frame >= WARM_UP) advice.push(sum);
	}
	const three = (list: readonly number[]) =>
		[0.5, 0.95, 0.99].map((share) => quantile(list, share).toFixed(1)).join(' / ');
	const cells = [
		name,
		posts,
		dragged,
		three(cpu),
		three(clock),
		quantile(copy, 0.5).toFixed(1),
		[0.5, 0.95].map((share) => quantile(advice, share).toFixed(0)).join(' / '),
		`${longest.toFixed(0)} ms`
	];
	process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function roundRing(roads: Roads, i: number, share: number, corners: number): ControlRing {
	const { minX, minY, maxX, maxY } = roads.segments as NonNullable<Roads['segments']>;
	const points = Array.from({ length: corners }, (_, k) => {
		const angle = (k / corners) * 2 * Math.PI;
		return [
			((minX + maxX) / 2 + (maxX - minX) * share * Math.cos(angle)) / 1e7,
			((minY + maxY) / 2 + (maxX - minX) * share * Math.sin(angle)) / 1e7
		];
	});
	const level = (i + 1) as RingLevel;
	return {
		id: `ring-${level}` as ItemId,
		kind: 'control-ring',
		rank: level,
		geometry: { type: 'Polygon', coordinates: [[...points, points[0]]] },
		properties: { level }
	};
}

/** What `work` answers and the processor time it took. */
function timed<T>(work: () => T): [answer: T, ms: number] {
	const before = process.cpuUsage();
	const answer = work();
	const { user, system } = process.cpuUsage(before);
	return [answer, (user + system) / 1000];
}
