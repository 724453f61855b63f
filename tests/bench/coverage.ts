import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Polygon } from 'geojson';
import { postgisMissing } from '../support/postgis.ts';
import {
	footprintRings,
	workedOut,
	type Course,
	type CoverageFigures,
	type TurfFigures
} from './coverage-run.ts';
import { postgisInCells } from './postgis-cells.ts';
import { cityScene } from './scene.ts';

const SIZES = [1_000, 10_000, 100_000, 220_000, 1_000_000];
/** With houses about every camera; a million cameras' houses do not fit beside the scene. */
const SIZES_WITH_HOUSES = [10_000, 220_000];
const TURF_SIZES = [1_000, 10_000];
const LARGE = 220_000;

/** What is aimed at: CPU seconds, times less than the peer, milliseconds. */
const AIM = { largeS: 2.8, mostS: 20, mostMb: 1500, growth: 1.5, turf: 150, postgis: 5, dragP95Ms: 2 };

/**
 * Prints what `gaps` costs from 1,000 to 1,000,000 cameras, each in a process of its own, cold and
 * warm, in open country and between houses, next to Turf and, where it is installed, PostGIS cut in
 * cells, and how soon the gaps follow a dragged camera. CPU seconds of whole processes, compiler and
 * collector included.
 */
export async function benchCoverage(): Promise<void> {
	const found = new Map<number, CoverageFigures>();
	for (const count of SIZES) {
		const figures = inProcess<CoverageFigures>(count === LARGE ? 'drag' : 'ours', count);
		found.set(count, figures);
		print(`${written(count)} cameras, a fresh process`, rowsOf(count, figures));
	}
	for (const count of SIZES_WITH_HOUSES) {
		const figures = inProcess<CoverageFigures>('houses', count);
		print(`${written(count)} cameras between houses, a fresh process`, rowsOf(count, figures));
	}
	compareAims(found);
	for (const count of TURF_SIZES) compareTurf(count, found.get(count));
	comparePostgis(found.get(LARGE));
}

function compareAims(found: ReadonlyMap<number, CoverageFigures>): void {
	const large = found.get(LARGE);
	const most = found.get(1_000_000);
	const small = found.get(10_000);
	if (!large || !most || !small) return;
	const growth = together(most.cold) / 1_000_000 / (together(small.cold) / 10_000);
	const warmGrowth = together(most.warm) / 1_000_000 / (together(small.warm) / 10_000);
	print('aims', [
		[`${written(LARGE)} cameras`, `${seconds(together(large.cold))} (aim ${AIM.largeS})`],
		['1,000,000 cameras', `${seconds(together(most.cold))} (aim ${AIM.mostS})`],
		['most memory', `${Math.round(most.peakMb)} MB (aim ${AIM.mostMb})`],
		[
			'cost per camera, from 10,000 on',
			`${growth.toFixed(2)} times, warm ${warmGrowth.toFixed(2)} (aim ${AIM.growth})`
		]
	]);
	print(`one of ${written(LARGE)} cameras dragged, 1,000 steps, ms of CPU (aim p95 ${AIM.dragP95Ms})`, [
		['gaps worked out', percentiles(large.dragMs)],
		['gaps and figures', percentiles(large.dragWithFiguresMs)]
	]);
}

function compareTurf(count: number, ours: CoverageFigures | undefined): void {
	const turf = inProcess<TurfFigures>('turf', count);
	print(`Turf on the same ${written(count)} footprints (aim ${AIM.turf} times at 10,000)`, [
		['union and difference', `${turf.cpuS.toFixed(2)} s CPU, ${turf.polygons} polygons`],
		['ours takes, fresh process', ours ? times(turf.cpuS, together(ours.cold)) : ''],
		['ours takes, warm', ours ? times(turf.cpuS, together(ours.warm)) : '']
	]);
}

function comparePostgis(ours: CoverageFigures | undefined): void {
	const missing = postgisMissing();
	if (missing !== null || !ours) {
		console.log(`\n(not compared with PostGIS: ${missing})`);
		return;
	}
	const scene = cityScene(LARGE);
	const { coordinates } = scene.area.geometry as Polygon;
	const postgis = postgisInCells(coordinates, footprintRings(workedOut(scene.items)));
	print(`PostGIS on the same ${written(LARGE)} footprints, in cells of 0.01 degree`, [
		['union and difference', `${postgis.cpuS.toFixed(2)} s CPU of its backend, ${postgis.cells} cells`],
		['ours takes, fresh process', `${times(postgis.cpuS, together(ours.cold))} (aim ${AIM.postgis})`],
		['ours takes, warm', times(postgis.cpuS, together(ours.warm))],
		['open ground', `off by ${(ours.gapM2 / postgis.gapM2 - 1).toExponential(1)}`]
	]);
}

function rowsOf(count: number, figures: CoverageFigures): [string, string][] {
	const { openS, workS, figuresS } = figures.cold;
	return [
		['footprints and cells', `${seconds(openS)}, warm ${figures.warm.openS.toFixed(2)}`],
		['area minus union', `${seconds(workS)}, warm ${figures.warm.workS.toFixed(2)}`],
		['figures', `${seconds(figuresS)}, warm ${figures.warm.figuresS.toFixed(2)}`],
		[
			'together',
			`${seconds(together(figures.cold))}, warm ${together(figures.warm).toFixed(2)}; ` +
				`${((1e6 * together(figures.cold)) / count).toFixed(1)} µs a camera`
		],
		['whole export, polygons joined', seconds(figures.exportS)],
		['gaps', `${figures.gaps}, ${(figures.gapM2 / 1e6).toFixed(3)} km2`],
		['most memory', `${Math.round(figures.peakMb)} MB, scene and answer`]
	];
}

function inProcess<Figures>(what: string, count: number): Figures {
	const script = fileURLToPath(new URL('./coverage-run.ts', import.meta.url));
	const args = ['--import', 'tsx', '--max-old-space-size=4096', script, what, String(count)];
	return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 }));
}

function together({ openS, workS, figuresS }: Course): number {
	return openS + workS + figuresS;
}

function written(count: number): string {
	return count.toLocaleString('en');
}

function seconds(s: number): string {
	return `${s.toFixed(2)} s CPU`;
}

function times(theirs: number, ours: number): string {
	return `${(theirs / ours).toFixed(1)} times less`;
}

function percentiles(sorted: readonly number[]): string {
	const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)].toFixed(2);
	return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}  most ${at(1)}`;
}

function print(title: string, rows: readonly (readonly [string, string])[]): void {
	console.log(`\n${title}`);
	for (const [name, value] of rows) console.log(`  ${name.padEnd(32)} ${value}`);
}
