import type { LngLat } from './coordinates.ts';
import { snapRing } from './grid-ring.ts';
import { EQUATOR_RADIUS_M, localPlane } from './local-plane.ts';

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
	const isFull = (360 - hfovDeg) * RAD * rangeM < LEAST_OPENING_M;
	const span = (isFull ? 360 : hfovDeg) * RAD;
	const from = isFull ? 0 : (90 - azimuthDeg - hfovDeg / 2) * RAD;
	const steps = arcSteps(span, outerStep(rangeM), isFull);
	const nearSteps = nearM > 0 ? arcSteps(span, innerStep(nearM), isFull) : 0;
	const blindM = nearM > 0 ? nearM / Math.cos(span / nearSteps / 2) : 0;
	if (!(rangeM > 0) || blindM >= rangeM) return [];

	const plane = localPlane(at);
	// a plain sector begins at the camera
	const outer: number[] = isFull || blindM > 0 ? [] : [0, 0];
	addArc(outer, rangeM, from, span / steps, isFull ? steps : steps + 1);
	const inner: number[] = [];
	if (blindM > 0) addArc(inner, blindM, from + span, -span / nearSteps, isFull ? nearSteps : nearSteps + 1);

	bend(outer, at[1]);
	bend(inner, at[1]);
	if (isFull) {
		const rim = snapRing(plane, outer);
		const hole = inner.length > 0 ? snapRing(plane, inner) : null;
		return rim ? (hole ? [rim, hole] : [rim]) : [];
	}
	const ring = snapRing(plane, inner.length > 0 ? outer.concat(inner) : outer);
	return ring ? [ring] : [];
}

function addArc(out: number[], radiusM: number, from: number, step: number, count: number): void {
	for (let i = 0; i < count; i++) {
		const angle = from + i * step;
		out.push(radiusM * Math.cos(angle), radiusM * Math.sin(angle));
	}
}

/**
 * Moves points given by bearing and distance from a place to where the flat plane there shows them:
 * meridians draw together (second order; what is left is a millimetre at two kilometres).
 */
function bend(points: number[], lat: number): void {
	const perMetre = Math.tan(lat * RAD) / EQUATOR_RADIUS_M;
	for (let i = 0; i < points.length; i += 2) {
		const x = points[i];
		const y = points[i + 1];
		points[i] = x + x * y * perMetre;
		points[i + 1] = y - (x * x * perMetre) / 2;
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
