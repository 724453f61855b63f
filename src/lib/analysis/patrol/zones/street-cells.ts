import { gridPointAt, lastMeasure } from '../../../network/edge-line.ts';
import { middleMeasure } from '../../../network/edge-middle.ts';
import type { RoadGraph } from '../../../network/road-graph.ts';
import type { GroundGrid } from './ground-grid.ts';

/**
 * The street that each square of the ground belongs to, as an index into `streets`: the one that runs
 * through it, else the one that is nearest along squares. The squares of a street hang together by
 * their sides. Squares off the ground follow those on it. -1 everywhere where there is no street.
 */
export function streetCells(graph: RoadGraph, streets: ArrayLike<number>, grid: GroundGrid): Int32Array {
	const streetOf = new Int32Array(grid.columns * grid.rows).fill(-1);
	// middles first: a street is to lie where its middle does
	for (let s = 0; s < streets.length; s++) {
		const cell = cellAt(grid, ...gridPointAt(graph, streets[s], middleMeasure(graph, streets[s])));
		if (cell >= 0 && streetOf[cell] < 0) streetOf[cell] = s;
	}
	for (let s = 0; s < streets.length; s++) markAlong(graph, streets[s], s, grid, streetOf);
	flood(grid, streetOf);
	dropFragments(grid, streetOf, streets.length);
	flood(grid, streetOf);
	return streetOf;
}

/** The square that holds a point, -1 off the grid. */
export function cellAt(grid: GroundGrid, x: number, y: number): number {
	const column = Math.floor((x - grid.west) / grid.stepX);
	const row = Math.floor((y - grid.south) / grid.stepY);
	if (column < 0 || row < 0 || column >= grid.columns || row >= grid.rows) return -1;
	return row * grid.columns + column;
}

function markAlong(
	graph: RoadGraph,
	edge: number,
	street: number,
	grid: GroundGrid,
	streetOf: Int32Array
): void {
	const { shapeLng, shapeLat, shapeStart } = graph;
	const last = lastMeasure(graph, edge);
	for (let m = 0; m < last; m++) {
		const i = shapeStart[edge] + m;
		const steps = Math.ceil(
			2 *
				Math.max(
					Math.abs(shapeLng[i + 1] - shapeLng[i]) / grid.stepX,
					Math.abs(shapeLat[i + 1] - shapeLat[i]) / grid.stepY,
					0.5
				)
		);
		for (let k = 0; k <= steps; k++) {
			const t = k / steps;
			const cell = cellAt(
				grid,
				shapeLng[i] + t * (shapeLng[i + 1] - shapeLng[i]),
				shapeLat[i] + t * (shapeLat[i + 1] - shapeLat[i])
			);
			if (cell >= 0 && streetOf[cell] < 0 && grid.isWithin[cell]) streetOf[cell] = street;
		}
	}
}

/** Spreads streets over squares without one, over the ground first, then over the rest of the grid. */
function flood(grid: GroundGrid, streetOf: Int32Array): void {
	for (const isOff of [0, 1]) {
		const queue: number[] = [];
		for (let cell = 0; cell < streetOf.length; cell++) if (streetOf[cell] >= 0) queue.push(cell);
		for (let k = 0; k < queue.length; k++) {
			for (const next of sidesOf(grid, queue[k])) {
				if (streetOf[next] >= 0 || (!isOff && !grid.isWithin[next])) continue;
				streetOf[next] = streetOf[queue[k]];
				queue.push(next);
			}
		}
	}
}

/** Empties all squares of a street but those that hang together with most of it. */
function dropFragments(grid: GroundGrid, streetOf: Int32Array, streets: number): void {
	const islandOf = new Int32Array(streetOf.length).fill(-1);
	const sizes: number[] = [];
	const largest = new Int32Array(streets).fill(-1);
	for (let start = 0; start < streetOf.length; start++) {
		if (streetOf[start] < 0 || islandOf[start] >= 0) continue;
		const island = sizes.length;
		const reached = [start];
		let size = 0;
		islandOf[start] = island;
		for (let k = 0; k < reached.length; k++) {
			// ground weighs more than what lies off it
			size += grid.isWithin[reached[k]] ? 1000 : 1;
			for (const next of sidesOf(grid, reached[k])) {
				if (islandOf[next] >= 0 || streetOf[next] !== streetOf[start]) continue;
				islandOf[next] = island;
				reached.push(next);
			}
		}
		sizes.push(size);
		const street = streetOf[start];
		if (largest[street] < 0 || size > sizes[largest[street]]) largest[street] = island;
	}
	for (let cell = 0; cell < streetOf.length; cell++) {
		if (streetOf[cell] >= 0 && largest[streetOf[cell]] !== islandOf[cell]) streetOf[cell] = -1;
	}
}

/** The squares that share a side with `cell`. */
export function sidesOf({ columns, rows }: GroundGrid, cell: number): number[] {
	const column = cell % columns;
	const sides: number[] = [];
	if (cell >= columns) sides.push(cell - columns);
	if (column > 0) sides.push(cell - 1);
	if (column < columns - 1) sides.push(cell + 1);
	if (cell < columns * (rows - 1)) sides.push(cell + columns);
	return sides;
}
