import type { LngLat } from './coordinates.ts';
import { GRID_PER_DEG } from './flat-rings.ts';
import { EQUATOR_RADIUS_M, localPlane } from './local-plane.ts';
import { RingBuffer } from './ring-buffer.ts';

/** How far a drawn arc may leave the true one; two centimetres are left for the snap to the grid. */
const ARC_TOLERANCE_M = 0.23;
/** A view whose two sides are nearer than this at its range is one all round: the grid cannot keep them apart. */
const LEAST_OPENING_M = 0.05;
const RAD = Math.PI / 180;

/**
 * The annular sector about `at` as rings of the integer grid: one ring, counter-clockwise, or for
 * `hfovDeg` 360 with a blind zone the outer ring and the hole, clockwise.
 *
 * Distances and bearings are those of the ellipsoid; corners are snapped once. Arcs lie inside the true sector (outer arc inscribed,
 * inner arc circumscribed) and within 0.25 m of it, so what is drawn as seen is seen. A sector too
 * small for the grid, or whose blind zone reaches its range, is no ring at all.
 */
export function sectorRings(
	at: LngLat,
	azimuthDeg: number,
	hfovDeg: number,
	rangeM: number,
	nearM: number
): Int32Array[] {
	sheet.clear();
	drawSector(sheet, at[0], at[1], azimuthDeg, hfovDeg, rangeM, nearM);
	return sheet.rings();
}

const sheet = new RingBuffer();

/** Adds the rings of `sectorRings` to `into`. */
export function drawSector(
	into: RingBuffer,
	lng: number,
	lat: number,
	azimuthDeg: number,
	hfovDeg: number,
	rangeM: number,
	nearM: number
): void {
	const isFull = (360 - hfovDeg) * RAD * rangeM < LEAST_OPENING_M;
	const span = (isFull ? 360 : hfovDeg) * RAD;
	const from = isFull ? 0 : (90 - azimuthDeg - hfovDeg / 2) * RAD;
	const steps = arcSteps(span, outerStep(rangeM), isFull);
	const nearSteps = nearM > 0 ? arcSteps(span, innerStep(nearM), isFull) : 0;
	const blindM = nearM > 0 ? nearM / Math.cos(span / nearSteps / 2) : 0;
	if (!(rangeM > 0) || blindM >= rangeM) return;

	const frame = frameAt(lng, lat);
	if (isFull) {
		const rim = into.begin(steps);
		drawArc(into.coords, rim, frame, rangeM, 0, span / steps, steps);
		if (!into.end(steps) || blindM === 0) return;
		const hole = into.begin(nearSteps);
		drawArc(into.coords, hole, frame, blindM, span, -span / nearSteps, nearSteps);
		into.end(nearSteps);
		return;
	}
	// a plain sector begins at the camera
	const first = blindM > 0 ? 0 : 1;
	const points = first + steps + 1 + (blindM > 0 ? nearSteps + 1 : 0);
	const start = into.begin(points);
	const { coords } = into;
	coords[start] = Math.round(frame.originX);
	coords[start + 1] = Math.round(frame.originY);
	drawArc(coords, start + 2 * first, frame, rangeM, from, span / steps, steps + 1);
	if (blindM > 0) {
		drawArc(coords, start + 2 * (steps + 1), frame, blindM, from + span, -span / nearSteps, nearSteps + 1);
	}
	into.end(points);
}

/** The flat plane about a place, in units of the grid. */
interface Frame {
	readonly originX: number;
	readonly originY: number;
	/** Grid units to a metre. */
	readonly perX: number;
	readonly perY: number;
	/** How much meridians draw together to a metre north. */
	readonly bend: number;
}

function frameAt(lng: number, lat: number): Frame {
	const plane = localPlane([lng, lat]);
	return {
		originX: lng * GRID_PER_DEG,
		originY: lat * GRID_PER_DEG,
		perX: GRID_PER_DEG / plane.metresPerLng,
		perY: GRID_PER_DEG / plane.metresPerLat,
		bend: Math.tan(lat * RAD) / EQUATOR_RADIUS_M
	};
}

/**
 * Draws `count` points of an arc about a place into `coords` from number `first` on, snapped to the grid.
 * They are given by bearing and distance and moved to where the flat plane shows them: meridians draw
 * together (second order; what is left is a millimetre at two kilometres).
 */
function drawArc(
	coords: Int32Array,
	first: number,
	{ originX, originY, perX, perY, bend }: Frame,
	radiusM: number,
	from: number,
	step: number,
	count: number
): void {
	for (let i = 0; i < count; i++) {
		const angle = from + i * step;
		const x = radiusM * Math.cos(angle);
		const y = radiusM * Math.sin(angle);
		coords[first + 2 * i] = Math.round(originX + (x + x * y * bend) * perX);
		coords[first + 2 * i + 1] = Math.round(originY + (y - (x * x * bend) / 2) * perY);
	}
}

function arcSteps(span: number, step: number, isFull: boolean): number {
	return Math.max(isFull ? 8 : 1, Math.ceil(span / step));
}

function outerStep(radiusM: number): number {
	return 2 * Math.acos(Math.max(0.5, 1 - ARC_TOLERANCE_M / radiusM));
}

function innerStep(radiusM: number): number {
	return 2 * Math.acos(Math.max(0.5, radiusM / (radiusM + ARC_TOLERANCE_M)));
}
