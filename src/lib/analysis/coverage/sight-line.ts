import type { SightAsk, SightLine } from '../../domain/findings/sight.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { fromPlane, localPlane, toPlane } from '../../geo/local-plane.ts';
import type { Walls } from './walls.ts';

/** Half the width of the beam that is looked along. */
const BEAM_DEG = 0.25;
/** How far apart the places are that are looked at along it. */
const STEP_M = 0.5;
/** The place itself is looked at from a little before it: it may be a wall. */
const BEFORE_M = 0.6;

/**
 * Whether a camera sees a place on the ground past the buildings, and if not, how far along the way sight
 * first ends. By the same sight that coverage is reckoned with: a camera on a wall looks out from it, one above
 * a low building looks over it. O(n) in what `Walls` makes of the beam.
 */
export function sightLine(walls: Walls, { from, to, heightM }: SightAsk): SightLine {
	const plane = localPlane(from);
	const { x, y } = toPlane(plane, to);
	const awayM = Math.hypot(x, y);
	if (awayM <= BEFORE_M) return { isFree: true, blockedAtM: null };
	const azimuthDeg = ((Math.atan2(x, y) * 180) / Math.PI + 360) % 360;
	const beam = { azimuthDeg, hfovDeg: 2 * BEAM_DEG, rangeM: awayM, nearM: 0 };
	const rings = walls.cutRings(from, beam, heightM);
	if (rings === null) return { isFree: true, blockedAtM: null };
	const sees = (atM: number): boolean =>
		isSeen(rings, fromPlane(plane, { x: (x * atM) / awayM, y: (y * atM) / awayM }));
	if (sees(awayM - BEFORE_M)) return { isFree: true, blockedAtM: null };
	// a camera drawn inside a building looks out from its wall: what lies before that is no obstacle
	let firstM = STEP_M;
	while (firstM < awayM && !sees(firstM)) firstM += STEP_M;
	let endM = firstM;
	while (endM < awayM && sees(endM)) endM += STEP_M;
	return { isFree: false, blockedAtM: firstM >= awayM ? 0 : endM };
}

/** Whether a place lies in rings of the integer grid, holes counted out. */
function isSeen(rings: readonly Int32Array[], at: LngLat): boolean {
	const px = at[0] * GRID_PER_DEG;
	const py = at[1] * GRID_PER_DEG;
	let isInside = false;
	for (const ring of rings) {
		for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
			const [ax, ay, bx, by] = [ring[i], ring[i + 1], ring[j], ring[j + 1]] as [
				number,
				number,
				number,
				number
			];
			if (ay > py !== by > py && px < ax + ((py - ay) * (bx - ax)) / (by - ay)) isInside = !isInside;
		}
	}
	return isInside;
}
