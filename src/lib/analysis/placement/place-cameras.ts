import type { PlaceAsk, PlacementAnswer, Proposal } from '../../domain/findings/placement.ts';
import type { Camera, Item, ItemId } from '../../domain/items.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { doubleArea } from '../../geo/grid-ring.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { ringAreaM2 } from '../../geo/ellipsoid-area.ts';
import { sectorRings } from '../../geo/sector-rings.ts';
import type { CoverTable } from '../../network/siting/cover-table.ts';
import { CoverageModel } from '../coverage/coverage-model.ts';
import { askedGround } from './asked-ground.ts';
import { candidatePlaces, lngLatOf, type Places } from './candidate-places.ts';
import { CellGrid } from './cell-grid.ts';
import { chooseSites } from './choose-sites.ts';
import { markKeySites } from './mark-key-sites.ts';
import { Breather, checkAsk, PlaceRefused, type PlaceGround, type PlaceRun } from './place-run.ts';
import { roadAt } from './road-at.ts';

/** How far apart cameras are tried along a road. */
const SPACING_M = 40;
/** Places that are looked at closely: those with the most open ground about them. */
const MOST_PLACES = 5000;
/** Directions a camera is tried in where it does not see all round. */
const DIRECTIONS = 8;
/** Cells to the range of a camera. */
const CELLS_PER_RANGE = 12;
const EVERYWHERE = [-180, -90, 180, 90] as const;

/**
 * Where cameras would close most of the gap ground, ground near key sites counted more than once.
 *
 * Places are those along roads, junctions or poles; each is tried in eight directions, north by north-east first, with the buildings
 * in the way of sight. Gap ground is measured in square cells, a twelfth of the range wide, each view moved
 * by up to half a cell so that its camera stands on a corner: else views would be preferred for how they
 * happen to lie on the grid. What the chosen cameras really close is then found by the coverage model
 * itself, one after the other. Of more than 5,000 places those with most open ground in range are tried.
 * Throws `PlaceRefused`, and a `RangeError` for figures that cannot be.
 */
export async function placeCameras(
	ground: PlaceGround,
	ask: PlaceAsk,
	run: PlaceRun
): Promise<PlacementAnswer> {
	checkAsk(ask);
	const breather = new Breather(run);
	const grounds = askedGround(ground, ask.within);
	const all = candidatePlaces(ground.roads.graph, ground.items, {
		candidates: ask.candidates,
		spacingM: SPACING_M,
		grounds
	});
	if (all.x.length === 0) throw new PlaceRefused('no-candidates');
	const model = await openModel(ground, run, breather);

	const gridM = Math.min(50, Math.max(2, ask.camera.rangeM / CELLS_PER_RANGE));
	const grid = new CellGrid(lngLatOf(all, 0), gridM);
	wantAbout(grid, all, ask.camera.rangeM);
	model.forEachPiece([...EVERYWHERE], ({ rings }) => grid.paint(rings), 'gaps');
	await breather.rest();
	if (ask.keySiteWeight !== 1) markKeySites(grid, ground.items);
	const kept = await mostOpen(grid, all, ask, breather);
	const { table, columns } = await viewTable(ground, ask, { grid, all, kept }, run, breather);
	const chosen = await chooseSites(table, ask.count, run, breather);

	const gapM2 = model.summary().gapM2;
	const { proposals, gapAfterM2 } = await describe(ground, ask, all, chosen, columns, model, breather);
	const demand = table.weight.reduce((sum, weight) => sum + weight, 0);
	return {
		ask,
		unit: ask.keySiteWeight === 1 ? 'm2' : 'weighted-m2',
		proposals,
		gain: chosen.total,
		bound: chosen.bound,
		exact: chosen.isProven,
		demand,
		places: kept.length,
		placesInAll: all.x.length,
		cameras: { gapM2, gapAfterM2, gridM }
	};
}

async function openModel(ground: PlaceGround, run: PlaceRun, breather: Breather): Promise<CoverageModel> {
	const { assumptions, by, walls } = ground;
	const model = new CoverageModel({
		assumptions,
		by: by === 'patrols' ? 'all' : by,
		minAreaM2: 0,
		walls
	});
	model.openInSteps(ground.items);
	await workOut(model, breather, run);
	if (model.refusal) throw new PlaceRefused(model.refusal);
	return model;
}

async function workOut(model: CoverageModel, breather: Breather, run?: PlaceRun): Promise<void> {
	for (;;) {
		const { done, total } = model.work(6);
		run?.progress?.(done, 2 * total);
		if (done >= total) return;
		await breather.rest();
	}
}

/** Keeps the cells in reach of every place. */
function wantAbout(grid: CellGrid, { x, y }: Places, rangeM: number): void {
	for (let k = 0; k < x.length; k++) {
		const plane = localPlane([0, y[k] / GRID_PER_DEG]);
		const reachX = ((rangeM + grid.sizeM) * GRID_PER_DEG) / plane.metresPerLng;
		const reachY = ((rangeM + grid.sizeM) * GRID_PER_DEG) / plane.metresPerLat;
		grid.want(x[k] - reachX, y[k] - reachY, x[k] + reachX, y[k] + reachY);
	}
}

/** The places with most open ground in range, buildings left aside; in the order of `places`. */
async function mostOpen(
	grid: CellGrid,
	places: Places,
	{ camera, keySiteWeight }: PlaceAsk,
	breather: Breather
): Promise<number[]> {
	const open = new Float64Array(places.x.length);
	const order: number[] = [];
	for (let k = 0; k < open.length; k++) {
		open[k] = grid.openWithin(sectorRings(lngLatOf(places, k), 0, 360, camera.rangeM, 0), keySiteWeight);
		if (open[k] > 0) order.push(k);
		await breather.rest();
	}
	if (order.length <= MOST_PLACES) return order;
	// among equals they are strewn evenly over the ground
	order.sort((a, b) => open[b] - open[a] || scatter(a) - scatter(b));
	return order.slice(0, MOST_PLACES).sort((a, b) => a - b);
}

function scatter(k: number): number {
	return Math.imul(k, 0x9e3779b1) >>> 0;
}

interface OpenPlaces {
	readonly grid: CellGrid;
	readonly all: Places;
	readonly kept: readonly number[];
}

/** A view from a place: its number and its direction. */
interface ViewColumn {
	readonly place: number;
	readonly azimuthDeg: number;
	readonly rings: readonly Int32Array[];
}

async function viewTable(
	ground: PlaceGround,
	{ camera, keySiteWeight }: PlaceAsk,
	{ grid, all, kept }: OpenPlaces,
	run: PlaceRun,
	breather: Breather
): Promise<{ table: CoverTable; columns: ViewColumn[] }> {
	const turns = camera.hfovDeg >= 360 ? 1 : DIRECTIONS;
	const covers: Uint32Array[] = [];
	const columns: ViewColumn[] = [];
	for (const [done, place] of kept.entries()) {
		const at = lngLatOf(all, place);
		for (let turn = 0; turn < turns; turn++) {
			const azimuthDeg = directionDeg(turn, turns);
			const rings = seenFrom(ground, at, azimuthDeg, camera);
			const rows = grid.rowsWithin(onCorner(grid, at, rings));
			if (rows.length === 0) continue;
			covers.push(rows);
			columns.push({ place, azimuthDeg, rings });
		}
		run.progress?.(kept.length + done, 2 * kept.length);
		await breather.rest();
	}
	const fit = cellFit(grid, lngLatOf(all, 0), camera, turns);
	const weight = new Float64Array(grid.rowX.length);
	for (let i = 0; i < weight.length; i++) {
		const times = grid.isMarked(grid.rowX[i], grid.rowY[i]) ? keySiteWeight : 1;
		weight[i] = times * fit * grid.areaM2(grid.rowY[i]);
	}
	const start = new Uint32Array(covers.length + 1);
	covers.forEach((rows, j) => (start[j + 1] = start[j] + rows.length));
	const rows = new Uint32Array(start[covers.length]);
	covers.forEach((list, j) => rows.set(list, start[j]));
	return {
		table: { rowCount: weight.length, columnCount: covers.length, start, rows, weight },
		columns
	};
}

/** Directions lie between the compass points: so all of them lie alike on a grid of squares, and none measures more for it. */
function directionDeg(turn: number, turns: number): number {
	return ((turn + 0.5) * 360) / turns;
}

/** `rings` moved with their eye `at` to the nearest corner of a cell. */
function onCorner(grid: CellGrid, at: LngLat, rings: readonly Int32Array[]): Int32Array[] {
	const dx = offCorner(at[0], grid.cellX);
	const dy = offCorner(at[1], grid.cellY);
	return rings.map((ring) => ring.map((value, i) => value + (i % 2 === 0 ? dx : dy)));
}

function offCorner(degrees: number, cell: number): number {
	const value = Math.round(degrees * GRID_PER_DEG);
	return Math.round(value / cell) * cell - value;
}

/** What the free views of all directions measure on the ellipsoid against what they measure in cells. */
function cellFit(grid: CellGrid, at: LngLat, { hfovDeg, rangeM }: PlaceAsk['camera'], turns: number): number {
	let trueM2 = 0;
	let cellsM2 = 0;
	for (let turn = 0; turn < turns; turn++) {
		const rings = sectorRings(at, directionDeg(turn, turns), hfovDeg, rangeM, 0);
		for (const ring of rings) trueM2 += ringAreaM2(ring);
		cellsM2 +=
			grid.countWithin(onCorner(grid, at, rings)) *
			grid.areaM2(Math.floor((at[1] * GRID_PER_DEG) / grid.cellY));
	}
	return cellsM2 > 0 ? trueM2 / cellsM2 : 1;
}

function seenFrom(
	{ walls }: PlaceGround,
	at: LngLat,
	azimuthDeg: number,
	{ hfovDeg, rangeM, heightM }: PlaceAsk['camera']
): Int32Array[] {
	const view = { azimuthDeg, hfovDeg, rangeM, nearM: 0 };
	return walls
		? walls.sightRings(at, view, heightM ?? null)
		: sectorRings(at, azimuthDeg, hfovDeg, rangeM, 0);
}

/** The proposals with what each of them really closes after those before it. */
async function describe(
	ground: PlaceGround,
	ask: PlaceAsk,
	places: Places,
	{ chosen, gains }: { chosen: readonly number[]; gains: readonly number[] },
	columns: readonly ViewColumn[],
	model: CoverageModel,
	breather: Breather
): Promise<{ proposals: Proposal[]; gapAfterM2: number }> {
	const proposals: Proposal[] = [];
	let total = 0;
	let gapM2 = model.summary().gapM2;
	for (const [k, column] of chosen.entries()) {
		const { place, azimuthDeg, rings } = columns[column];
		const at = lngLatOf(places, place);
		model.change([cameraAt(at, azimuthDeg, ask, ground.items.length + k)], []);
		await workOut(model, breather);
		const leftM2 = model.summary().gapM2;
		total += gains[k];
		proposals.push({
			rank: k + 1,
			at,
			gain: gains[k],
			total,
			closesM2: gapM2 - leftM2,
			...roadAt(ground.roads, places.x[place], places.y[place], places.edge[place]),
			...(ask.camera.hfovDeg < 360 && { azimuthDeg }),
			sees: polygonsOf(rings)
		});
		gapM2 = leftM2;
	}
	return { proposals, gapAfterM2: gapM2 };
}

/** Rings, holes clockwise after their exterior, as the coordinates of a MultiPolygon. */
function polygonsOf(rings: readonly Int32Array[]): LngLat[][][] {
	const polygons: LngLat[][][] = [];
	for (const ring of rings) {
		const isHole = doubleArea(ring) < 0 && polygons.length > 0;
		if (isHole) polygons[polygons.length - 1].push(closedRing(ring));
		else polygons.push([closedRing(ring)]);
	}
	return polygons;
}

function closedRing(ring: Int32Array): LngLat[] {
	const line: LngLat[] = [];
	for (let i = 0; i < ring.length; i += 2) line.push([ring[i] / GRID_PER_DEG, ring[i + 1] / GRID_PER_DEG]);
	line.push(line[0]);
	return line;
}

/** A camera as it would be accepted: working, joined up and built. */
function cameraAt(at: LngLat, azimuthDeg: number, { camera }: PlaceAsk, rank: number): Item {
	const { hfovDeg, rangeM, heightM } = camera;
	const made: Camera = {
		id: `proposal ${rank}` as ItemId,
		kind: 'camera',
		rank,
		geometry: { type: 'Point', coordinates: [at[0], at[1]] },
		properties: {
			hfovDeg,
			rangeM,
			...(hfovDeg < 360 && { azimuthDeg }),
			...(heightM !== undefined && { heightM })
		}
	};
	return made;
}
