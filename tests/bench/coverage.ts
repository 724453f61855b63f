import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Polygon } from 'geojson';
import { postgisMissing } from '../support/postgis.ts';
import { footprintRings, workedOut, type CoverageFigures, type TurfFigures } from './coverage-run.ts';
import { postgisInCells } from './postgis-cells.ts';
import { cityScene } from './scene.ts';

const SIZES = [1_000, 10_000, 100_000, 220_000, 1_000_000];
const TURF_SIZES = [1_000, 10_000];
const LARGE = 220_000;

/**
 * Prints what `gaps` costs from 1,000 to 1,000,000 cameras, each in a process of its own, next to
 * Turf and, where it is installed, PostGIS cut in cells, and how soon the gaps follow a dragged
 * camera. CPU seconds of whole processes, compiler and collector included.
 */
export async function benchCoverage(): Promise<void> {
	const found = new Map<number, CoverageFigures>();
	for (const count of SIZES) {
		const figures = inProcess<CoverageFigures>(count === LARGE ? 'drag' : 'ours', count);
		found.set(count, figures);
		print(`${count.toLocaleString('en')} cameras, a fresh process`, rowsOf(count, figures));
	}
	const small = costPerCamera(10_000, found);
	const most = costPerCamera(1_000_000, found);
	print('as the city grows', [
		['from 10,000 to 1,000,000', `${(most / small).toFixed(2)} times the cost per camera`]
	]);
	const large = found.get(LARGE);
	if (large) {
		print(`one of ${LARGE.toLocaleString('en')} cameras dragged, 1,000 steps, ms of CPU`, [
			['gaps worked out', percentiles(large.dragMs)],
			['figures on top', percentiles(large.dragFiguresMs)]
		]);
	}
	for (const count of TURF_SIZES) {
		const turf = inProcess<TurfFigures>('turf', count);
		const ours = found.get(count);
		print(`Turf on the same ${count.toLocaleString('en')} footprints`, [
			['union and difference', `${turf.cpuS.toFixed(2)} s CPU, ${turf.polygons} polygons`],
			['ours takes, fresh process', ours ? times(turf.cpuS, together(ours)) : ''],
			['ours takes, warm', ours ? times(turf.cpuS, ours.againS) : '']
		]);
	}
	comparePostgis(large);
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
	print(`PostGIS on the same ${LARGE.toLocaleString('en')} footprints, in cells of 0.01 degree`, [
		['union and difference', `${postgis.cpuS.toFixed(2)} s CPU of its backend, ${postgis.cells} cells`],
		['ours takes', times(postgis.cpuS, together(ours))],
		['open ground', `off by ${(ours.gapM2 / postgis.gapM2 - 1).toExponential(1)}`]
	]);
}

function rowsOf(count: number, figures: CoverageFigures): [string, string][] {
	const rows: [string, string][] = [
		['footprints and cells', seconds(figures.openS)],
		['area minus union', seconds(figures.workS)],
		['figures', seconds(figures.figuresS)],
		[
			'together',
			`${seconds(together(figures))}, ${((1e6 * together(figures)) / count).toFixed(1)} µs a camera`
		],
		['whole export, polygons joined', seconds(figures.exportS)],
		['gaps', `${figures.gaps}, ${(figures.gapM2 / 1e6).toFixed(3)} km2`],
		['most memory', `${Math.round(figures.peakMb)} MB, scene and answer`]
	];
	if (count <= 10_000) rows.splice(4, 0, ['the same again, warm', seconds(figures.againS)]);
	return rows;
}

function inProcess<Figures>(what: string, count: number): Figures {
	const script = fileURLToPath(new URL('./coverage-run.ts', import.meta.url));
	const args = ['--import', 'tsx', '--max-old-space-size=4096', script, what, String(count)];
	return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 }));
}

function together({ openS, workS, figuresS }: CoverageFigures): number {
	return openS + workS + figuresS;
}

function costPerCamera(count: number, found: ReadonlyMap<number, CoverageFigures>): number {
	const figures = found.get(count);
	return figures ? together(figures) / count : NaN;
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
