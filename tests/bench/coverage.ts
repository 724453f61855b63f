import { existsSync, readFileSync } from 'node:fs';
import { difference, featureCollection, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { CoverageModel } from '../../src/lib/analysis/coverage/coverage-model.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Camera, Item } from '../../src/lib/domain/items.ts';
import { parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { seeded } from '../support/random.ts';
import { cityScene, type Scene } from './scene.ts';

const DRAGS = 1000;
const DEMO_PLAN = 'tiles/astana/demo-plan.geojson';

/**
 * Prints what `gaps` costs for 10,000 and 220,000 cameras, next to Turf for 10,000 in the same run,
 * and how soon the gaps follow a dragged camera. CPU seconds of the whole process, collector included.
 */
export async function benchCoverage(): Promise<void> {
	if (existsSync(DEMO_PLAN))
		print('gaps, demo plan (first run of all: nothing is warm)', measure(demoItems()).rows);
	else console.log(`(no ${DEMO_PLAN}: npm start makes it)`);
	const smallScene = cityScene(10_000);
	const small = measure(smallScene.items);
	print('gaps, 10,000 cameras', small.rows);
	const largeScene = cityScene(220_000, 42, 0.15);
	const large = measure(largeScene.items);
	print('gaps, 220,000 cameras, 15 % broken or not joined up', large.rows);
	print(`one of 220,000 cameras dragged, ${DRAGS} steps`, drag(large.model, largeScene.cameras));
	print('memory', [['most resident', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`]]);

	const turf = turfGaps(smallScene, small.model);
	const { gapM2 } = small.model.summary();
	print('Turf on the same 10,000 footprints', [
		['union and difference', `${turf.cpuS.toFixed(1)} s CPU`],
		['ours takes', `${(turf.cpuS / small.cpuS).toFixed(0)} times less`],
		['polygons', `${turf.polygons}; ours ${small.model.summary().gaps}`],
		['open ground, ours', `${(gapM2 / 1e6).toFixed(3)} km2`]
	]);
}

interface Measured {
	model: CoverageModel;
	cpuS: number;
	rows: [string, string][];
}

function measure(items: readonly Item[]): Measured {
	const model = new CoverageModel({ assumptions: PRESENT, by: 'all', minAreaM2: 100 });
	const start = cpuSeconds();
	model.open(items);
	const opened = cpuSeconds();
	while (isBusy(model)) continue;
	const summary = model.summary();
	const worked = cpuSeconds();
	model.gaps(1000);
	const listed = cpuSeconds();
	const { features } = model.answer();
	const answered = cpuSeconds();
	return {
		model,
		cpuS: worked - start,
		rows: [
			['footprints and cells', `${(opened - start).toFixed(2)} s CPU`],
			['area minus union, figures', `${(worked - opened).toFixed(2)} s CPU`],
			['together', `${(worked - start).toFixed(2)} s CPU`],
			['list of the 1,000 largest', `${(listed - worked).toFixed(2)} s CPU`],
			['whole export, polygons joined', `${(answered - listed).toFixed(2)} s CPU`],
			[
				'gaps',
				`${features.length}, ${(summary.gapM2 / 1e6).toFixed(1)} of ${(summary.areaM2 / 1e6).toFixed(1)} km2`
			]
		]
	};
}

function demoItems(): Item[] {
	const { plan } = parsePlan(readFileSync(DEMO_PLAN, 'utf8'), { newId: (kind, index) => `${kind}-${index}` });
	return [...plan.items.values()];
}

function drag(model: CoverageModel, cameras: readonly Camera[]): [string, string][] {
	const random = seeded(7);
	const moved = [...cameras];
	const gapsMs: number[] = [];
	const figuresMs: number[] = [];
	for (let step = 0; step < DRAGS; step++) {
		const i = Math.floor(random() * moved.length);
		const before = moved[i];
		const [lng, lat] = before.geometry.coordinates;
		const coordinates = [lng + (random() - 0.5) * 2e-4, lat + (random() - 0.5) * 2e-4];
		const camera: Camera = { ...before, geometry: { type: 'Point', coordinates } };
		moved[i] = camera;
		const start = performance.now();
		model.change([camera], []);
		while (isBusy(model)) continue;
		const done = performance.now();
		model.summary();
		gapsMs.push(done - start);
		figuresMs.push(performance.now() - done);
	}
	return [
		['gaps worked out', percentiles(gapsMs)],
		['figures on top', percentiles(figuresMs)]
	];
}

function isBusy(model: CoverageModel): boolean {
	const { done, total } = model.work(Infinity);
	return done < total;
}

function turfGaps(scene: Scene, model: CoverageModel): { cpuS: number; polygons: number } {
	const { ringStart, coords } = model.footprints();
	const clips: Feature<Polygon>[] = [];
	for (let r = 0; r + 1 < ringStart.length; r++) {
		const ring: [number, number][] = [];
		for (let i = ringStart[r]; i < ringStart[r + 1]; i++)
			ring.push([coords[2 * i] / 1e7, coords[2 * i + 1] / 1e7]);
		clips.push(polygon([[...ring, ring[0]]]));
	}
	const area: Feature<Polygon> = polygon((scene.area.geometry as Polygon).coordinates);
	const start = cpuSeconds();
	const seen = union(featureCollection<Polygon | MultiPolygon>(clips));
	const left = seen ? difference(featureCollection<Polygon | MultiPolygon>([area, seen])) : area;
	const cpuS = cpuSeconds() - start;
	const polygons = left?.geometry.type === 'MultiPolygon' ? left.geometry.coordinates.length : 1;
	return { cpuS, polygons };
}

function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

function percentiles(ms: readonly number[]): string {
	const sorted = [...ms].sort((a, b) => a - b);
	const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)].toFixed(2);
	return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  most ${at(1)} ms`;
}

function print(title: string, rows: readonly (readonly [string, string])[]): void {
	console.log(`\n${title}`);
	for (const [name, value] of rows) console.log(`  ${name.padEnd(32)} ${value}`);
}
