import { GRID_PER_DEG } from './flat-rings.ts';
import { ECCENTRICITY_SQ, EQUATOR_RADIUS_M } from './local-plane.ts';

const UNIT = Math.PI / 180 / GRID_PER_DEG;
const GROUND = EQUATOR_RADIUS_M * EQUATOR_RADIUS_M * (1 - ECCENTRICITY_SQ);
const CURVE_STEP = 1e-4;

/**
 * The ground near a parallel, for many small areas close to it: square metres per grid unit of
 * longitude between the parallel and t grid units north of it are a t + b t^2 + c t^3. Within 0.05
 * degree of the parallel that is right to 1e-11; see `ellipsoid-area.ts` for areas of any height.
 */
export interface Parallel {
	readonly y: number;
	readonly a: number;
	readonly b: number;
	readonly c: number;
	/** Metres per grid unit of longitude and of latitude. */
	readonly metresPerX: number;
	readonly metresPerY: number;
}

/** The parallel at latitude `y` of the integer grid. */
export function parallelAt(y: number): Parallel {
	const lat = y * UNIT;
	const sin = Math.sin(lat);
	const w = 1 - ECCENTRICITY_SQ * sin * sin;
	const curve = (slope(lat + CURVE_STEP) - slope(lat - CURVE_STEP)) / (2 * CURVE_STEP);
	return {
		y,
		a: ((GROUND * Math.cos(lat)) / (w * w)) * UNIT ** 2,
		b: (slope(lat) / 2) * UNIT ** 3,
		c: (curve / 6) * UNIT ** 4,
		metresPerX: ((EQUATOR_RADIUS_M * Math.cos(lat)) / Math.sqrt(w)) * UNIT,
		metresPerY: (GROUND / (EQUATOR_RADIUS_M * w ** 1.5)) * UNIT
	};
}

/** Signed area on the ellipsoid of points `from` to `to` of `coords`; counter-clockwise is positive. */
export function areaNear(parallel: Parallel, coords: Int32Array, from: number, to: number): number {
	const { y, a, b, c } = parallel;
	let sum = 0;
	let px = coords[2 * to - 2];
	let pt = coords[2 * to - 1] - y;
	for (let i = from; i < to; i++) {
		const qx = coords[2 * i];
		const qt = coords[2 * i + 1] - y;
		const sumT = pt + qt;
		const squares = pt * pt + qt * qt;
		sum += (px - qx) * (sumT * (a / 2 + (c / 4) * squares) + (b / 3) * (squares + pt * qt));
		px = qx;
		pt = qt;
	}
	return sum;
}

/** Ground between the parallel and the segment from (`ax`, `ay`) east to (`bx`, `by`); see `areaNear`. */
export function areaUnder({ y, a, b, c }: Parallel, ax: number, ay: number, bx: number, by: number): number {
	const at = ay - y;
	const bt = by - y;
	const squares = at * at + bt * bt;
	return (bx - ax) * ((at + bt) * (a / 2 + (c / 4) * squares) + (b / 3) * (squares + at * bt));
}

/** Length in metres of the closed ring of points `from` to `to`; right to about 1e-3. */
export function perimeterNear(parallel: Parallel, coords: Int32Array, from: number, to: number): number {
	let sum = 0;
	let px = coords[2 * to - 2];
	let py = coords[2 * to - 1];
	for (let i = from; i < to; i++) {
		const dx = (coords[2 * i] - px) * parallel.metresPerX;
		const dy = (coords[2 * i + 1] - py) * parallel.metresPerY;
		sum += Math.sqrt(dx * dx + dy * dy);
		px = coords[2 * i];
		py = coords[2 * i + 1];
	}
	return sum;
}

/** How the ground per radian of latitude and longitude changes with latitude, in square metres. */
function slope(lat: number): number {
	const sin = Math.sin(lat);
	const cos = Math.cos(lat);
	const w = 1 - ECCENTRICITY_SQ * sin * sin;
	return (GROUND * (-sin + (4 * ECCENTRICITY_SQ * sin * cos * cos) / w)) / (w * w);
}
