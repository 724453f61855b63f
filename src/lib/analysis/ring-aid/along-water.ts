import Flatbush from 'flatbush';
import type { Borders } from '../../geo/borders.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { doubleArea, gridRing } from '../../geo/grid-ring.ts';
import { groundOfRings } from '../../geo/ground-of-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { FollowedRing } from './follow-loop.ts';
import { closed, smoothRing } from './ring-of-trail.ts';
import type { Trail } from './trail.ts';
import { ringParts } from './ring-parts.ts';
import { waterAt } from './water-at.ts';

/** Water this close to the place that was pointed at is meant. */
const NEAR_M = 150;
/** Pieces of land below this share of the frame are crumbs. */
const LEAST_SHARE = 1e-3;
const SMOOTH_M = 1;

/** The rings that water makes within a frame. */
export interface WaterRings {
	readonly name: string | null;
	/** Largest first: land on each side of the water, closed by the frame, and the shore of water that lies in it whole. */
	readonly rings: FollowedRing[];
}

/**
 * The ground that the water at `at` cuts out of `frame` (a closed line): each piece is a ring along the bank, closed by the
 * frame where the water runs out of it; holes are filled. Water that lies in the frame whole makes a ring along its shore.
 * Null where no water is near, or it neither parts the land of the frame nor lies in it whole.
 */
export function alongWater(borders: Borders, frame: readonly LngLat[], at: LngLat): WaterRings | null {
	const water = waterAt(borders, at, NEAR_M);
	const outline = gridRing(frame.slice(0, -1), false);
	if (!water || !outline) return null;
	const least = doubleArea(outline) * LEAST_SHARE;
	const land = groundOfRings([outline], water.rings);
	const pieces = land.filter(([exterior]) => doubleArea(exterior) >= least);
	const found: Int32Array[] = [];
	for (const [exterior, ...holes] of pieces) {
		// water that does not part the land makes only a slit in it
		if (pieces.length > 1) found.push(exterior);
		found.push(...holes);
	}
	const plane = localPlane(at);
	const rings = found
		.map((ring) => {
			const turned = doubleArea(ring) > 0 ? ring : backwards(ring);
			const smooth = closed(smoothRing(plane, turned, SMOOTH_M));
			return {
				outline: smooth,
				parts: ringParts(plane, smooth, bankTrail(plane, turned, outline, water.name), 2 * SMOOTH_M)
			};
		})
		.filter(({ parts }) => parts.some(({ follows }) => follows === 'river'))
		.sort((a, b) => ringArea(b) - ringArea(a));
	return rings.length > 0 ? { name: water.name, rings } : null;
}

/** What each leg of a ring of land follows: the frame, which somebody drew, or the bank. */
function bankTrail(
	plane: ReturnType<typeof localPlane>,
	ring: Int32Array,
	frame: Int32Array,
	name: string | null
): Trail {
	const sides = frame.length / 2;
	const index = new Flatbush(sides);
	for (let i = 0; i < sides; i++) {
		const j = (i + 1) % sides;
		index.add(
			Math.min(frame[2 * i], frame[2 * j]),
			Math.min(frame[2 * i + 1], frame[2 * j + 1]),
			Math.max(frame[2 * i], frame[2 * j]),
			Math.max(frame[2 * i + 1], frame[2 * j + 1])
		);
	}
	index.finish();
	const count = ring.length / 2;
	const xy = new Float64Array(ring.length);
	const follows: ('drawn' | 'river')[] = [];
	for (let i = 0; i < count; i++) {
		const j = (i + 1) % count;
		xy[2 * i] = (ring[2 * i] / GRID_PER_DEG - plane.origin[0]) * plane.metresPerLng;
		xy[2 * i + 1] = (ring[2 * i + 1] / GRID_PER_DEG - plane.origin[1]) * plane.metresPerLat;
		const isOnFrame = index
			.search(
				Math.min(ring[2 * i], ring[2 * j]) - 2,
				Math.min(ring[2 * i + 1], ring[2 * j + 1]) - 2,
				Math.max(ring[2 * i], ring[2 * j]) + 2,
				Math.max(ring[2 * i + 1], ring[2 * j + 1]) + 2
			)
			.some((side) => liesOn(frame, side, ring, i) && liesOn(frame, side, ring, j));
		follows.push(isOnFrame ? 'drawn' : 'river');
	}
	return {
		xy,
		follows,
		names: follows.map((one) => (one === 'river' ? name : null)),
		edges: new Int32Array(count).fill(-1)
	};
}

/** Whether point `i` of `ring` lies on side `side` of `frame`, to two units of the grid: cuts are rounded. */
function liesOn(frame: Int32Array, side: number, ring: Int32Array, i: number): boolean {
	const next = (side + 1) % (frame.length / 2);
	const dx = frame[2 * next] - frame[2 * side];
	const dy = frame[2 * next + 1] - frame[2 * side + 1];
	const px = ring[2 * i] - frame[2 * side];
	const py = ring[2 * i + 1] - frame[2 * side + 1];
	return Math.abs(px * dy - py * dx) <= 2 * Math.hypot(dx, dy);
}

function backwards(ring: Int32Array): Int32Array {
	const back = new Int32Array(ring.length);
	for (let i = 0; i < ring.length; i += 2) back.set(ring.subarray(i, i + 2), ring.length - 2 - i);
	return back;
}

/** Area in square degrees, to compare rings of one place by. */
function ringArea({ outline }: FollowedRing): number {
	let sum = 0;
	for (let i = 0; i + 1 < outline.length; i++) {
		sum += outline[i][0] * outline[i + 1][1] - outline[i + 1][0] * outline[i][1];
	}
	return sum;
}
