import { difference, featureCollection, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { CoverageModel } from '../../src/lib/analysis/coverage/coverage-model.ts';
import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { Camera, Item } from '../../src/lib/domain/items.ts';
import { seeded } from '../support/random.ts';
import { cityScene } from './scene.ts';

const DRAGS = 1000;

/** What a process of its own found out about a city of some number of cameras; CPU seconds. */
export interface CoverageFigures {
	openS: number;
	workS: number;
	figuresS: number;
	exportS: number;
	gaps: number;
	gapM2: number;
	/** The same from the start once more in the same process, with everything warm. */
	againS: number;
	peakMb: number;
	/** Milliseconds of compute for a camera dragged, sorted; empty where not asked for. */
	dragMs: number[];
	dragFiguresMs: number[];
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

function measure(count: number, isDragged: boolean): CoverageFigures {
	const { items, cameras } = cityScene(count);
	const model = new CoverageModel({ assumptions: PRESENT, by: 'all', minAreaM2: 100 });
	const times = [cpuSeconds()];
	model.open(items);
	times.push(cpuSeconds());
	finish(model);
	times.push(cpuSeconds());
	const { gaps, gapM2 } = model.summary();
	times.push(cpuSeconds());
	const peakMb = process.resourceUsage().maxRSS / 1024;
	model.answer();
	times.push(cpuSeconds());
	if (count <= 10_000) workedOut(items).summary();
	times.push(cpuSeconds());
	const [openS, workS, figuresS, exportS, againS] = times.slice(1).map((time, i) => time - times[i]);
	const dragged = isDragged ? drag(model, cameras) : { dragMs: [], dragFiguresMs: [] };
	return { openS, workS, figuresS, exportS, againS, gaps, gapM2, peakMb, ...dragged };
}

function drag(
	model: CoverageModel,
	cameras: readonly Camera[]
): Pick<CoverageFigures, 'dragMs' | 'dragFiguresMs'> {
	const random = seeded(7);
	const moved = [...cameras];
	const dragMs: number[] = [];
	const dragFiguresMs: number[] = [];
	for (let step = 0; step < DRAGS; step++) {
		const i = Math.floor(random() * moved.length);
		const before = moved[i];
		const [lng, lat] = before.geometry.coordinates;
		const coordinates = [lng + (random() - 0.5) * 2e-4, lat + (random() - 0.5) * 2e-4];
		moved[i] = { ...before, geometry: { type: 'Point', coordinates } };
		const start = cpuSeconds();
		model.change([moved[i]], []);
		finish(model);
		const done = cpuSeconds();
		model.summary();
		dragMs.push(1000 * (done - start));
		dragFiguresMs.push(1000 * (cpuSeconds() - done));
	}
	return { dragMs: dragMs.sort((a, b) => a - b), dragFiguresMs: dragFiguresMs.sort((a, b) => a - b) };
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
else if (what === 'ours' || what === 'drag')
	console.log(JSON.stringify(measure(Number(count), what === 'drag')));
