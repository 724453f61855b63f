import { difference, featureCollection, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { CoverageModel, type CoverageOptions } from '../../src/lib/analysis/coverage/coverage-model.ts';
import { Walls } from '../../src/lib/analysis/coverage/walls.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Camera, Item } from '../../src/lib/domain/items.ts';
import { seeded } from '../support/random.ts';
import { cityBuildings } from './buildings.ts';
import { cityScene } from './scene.ts';

const DRAGS = 1000;

/** CPU seconds from the items to the figures. */
export interface Course {
	openS: number;
	workS: number;
	figuresS: number;
}

/** What a process of its own found out about a city of some number of cameras; CPU seconds. */
export interface CoverageFigures {
	/** The first time in the process, and once more with everything warm. */
	cold: Course;
	warm: Course;
	exportS: number;
	gaps: number;
	gapM2: number;
	peakMb: number;
	/** Milliseconds of compute for a camera dragged, sorted, without and with the figures; empty where not asked for. */
	dragMs: number[];
	dragWithFiguresMs: number[];
}

export interface TurfFigures {
	cpuS: number;
	polygons: number;
}

/** The footprints of a model as rings of degrees, closed. */
export function footprintRings(model: CoverageModel): [number, number][][] {
	const { ringStart, coords } = model.footprints();
	const rings: [number, number][][] = [];
	for (let r = 0; r + 1 < ringStart.length; r++) {
		const ring: [number, number][] = [];
		for (let i = ringStart[r]; i < ringStart[r + 1]; i++)
			ring.push([coords[2 * i] / 1e7, coords[2 * i + 1] / 1e7]);
		ring.push(ring[0]);
		rings.push(ring);
	}
	return rings;
}

/** A model of `items`, worked out to the end. */
export function workedOut(items: readonly Item[]): CoverageModel {
	const model = new CoverageModel({ assumptions: PRESENT, by: 'all', minAreaM2: 100 });
	model.open(items);
	finish(model);
	return model;
}

function finish(model: CoverageModel): void {
	for (;;) {
		const { done, total } = model.work(Infinity);
		if (done >= total) return;
	}
}

function measure(count: number, how: 'ours' | 'drag' | 'houses'): CoverageFigures {
	const { items, cameras } = cityScene(count);
	const walls = how === 'houses' ? new Walls(cityBuildings(cameras.map(placeOf))) : null;
	const options: CoverageOptions = { assumptions: PRESENT, by: 'all', minAreaM2: 100, walls };
	const first = run(items, options);
	const { gaps, gapM2 } = first.model.summary();
	const peakMb = process.resourceUsage().maxRSS / 1024;
	const start = cpuSeconds();
	first.model.answer();
	const exportS = cpuSeconds() - start;
	const dragged = how === 'drag' ? drag(first.model, cameras) : { dragMs: [], dragWithFiguresMs: [] };
	first.model = new CoverageModel(options);
	const warm = run(items, options).course;
	return { cold: first.course, warm, exportS, gaps, gapM2, peakMb, ...dragged };
}

function placeOf({ geometry }: Camera): number[] {
	return geometry.coordinates;
}

/** Works a city out from nothing. */
function run(items: readonly Item[], options: CoverageOptions): { model: CoverageModel; course: Course } {
	const model = new CoverageModel(options);
	const times = [cpuSeconds()];
	model.open(items);
	times.push(cpuSeconds());
	finish(model);
	times.push(cpuSeconds());
	model.summary();
	times.push(cpuSeconds());
	const [openS, workS, figuresS] = times.slice(1).map((time, i) => time - times[i]);
	return { model, course: { openS, workS, figuresS } };
}

function drag(
	model: CoverageModel,
	cameras: readonly Camera[]
): Pick<CoverageFigures, 'dragMs' | 'dragWithFiguresMs'> {
	const random = seeded(7);
	const moved = [...cameras];
	const dragMs: number[] = [];
	const dragWithFiguresMs: number[] = [];
	for (let step = 0; step < DRAGS; step++) {
		const i = Math.floor(random() * moved.length);
		const before = moved[i];
		const [lng, lat] = before.geometry.coordinates;
		const coordinates = [lng + (random() - 0.5) * 2e-4, lat + (random() - 0.5) * 2e-4];
		moved[i] = { ...before, geometry: { type: 'Point', coordinates } };
		const start = cpuSeconds();
		model.change([moved[i]], []);
		finish(model);
		dragMs.push(1000 * (cpuSeconds() - start));
		model.summary();
		dragWithFiguresMs.push(1000 * (cpuSeconds() - start));
	}
	return { dragMs: dragMs.sort((a, b) => a - b), dragWithFiguresMs: dragWithFiguresMs.sort((a, b) => a - b) };
}

function measureTurf(count: number): TurfFigures {
	const scene = cityScene(count);
	const clips = footprintRings(workedOut(scene.items)).map((ring) => polygon([ring]));
	const area: Feature<Polygon> = polygon((scene.area.geometry as Polygon).coordinates);
	const start = cpuSeconds();
	const seen = union(featureCollection<Polygon | MultiPolygon>(clips));
	const left = seen ? difference(featureCollection<Polygon | MultiPolygon>([area, seen])) : area;
	const cpuS = cpuSeconds() - start;
	return { cpuS, polygons: left?.geometry.type === 'MultiPolygon' ? left.geometry.coordinates.length : 1 };
}

function cpuSeconds(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1e6;
}

const [what, count] = process.argv.slice(2);
if (what === 'turf') console.log(JSON.stringify(measureTurf(Number(count))));
else if (what === 'ours' || what === 'drag' || what === 'houses')
	console.log(JSON.stringify(measure(Number(count), what)));
