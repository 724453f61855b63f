import type { View } from '../../domain/camera-heads.ts';
import { NodingError } from '../../geo/overlay/noder.ts';
import { Overlay } from '../../geo/overlay/overlay.ts';
import { boxOfRings } from '../../geo/ring-box.ts';
import { squareRing } from './subject.ts';

const overlay = new Overlay();
const HELD = 1;
/** An overlay is narrower than this. */
const WIDEST = 1 << 22;
const NARROWEST = 16;

/**
 * What the heads of one camera see, each place once: heads whose views overlap are drawn together,
 * so that one camera never counts as two. Each head is an exterior with its holes after it; so is the
 * answer. Heads whose `views` do not overlap are handed on as they are.
 */
export function unionOfHeads(
	heads: readonly (readonly Int32Array[])[],
	views: readonly View[]
): Int32Array[] {
	const rings = heads.flat();
	if (rings.length < 2 || !overlap(views)) return rings;
	const [west, south, east, north] = boxOfRings(rings);
	const held: Int32Array[] = [];
	unite(rings, west, south, Math.max(east - west, north - south), held);
	return held;
}

/** Adds what of `rings` lies in a square to `held`; in quarters where it is too wide for one overlay, or the grid too coarse. */
function unite(rings: readonly Int32Array[], x: number, y: number, size: number, held: Int32Array[]): void {
	if (size < WIDEST) {
		try {
			held.push(...united(rings, x, y, size));
			return;
		} catch (error) {
			if (!(error instanceof NodingError) || size < NARROWEST) throw error;
		}
	}
	const half = Math.ceil(size / 2);
	for (const west of [x, x + half]) for (const south of [y, y + half]) unite(rings, west, south, half, held);
}

function united(rings: readonly Int32Array[], x: number, y: number, size: number): Int32Array[] {
	overlay.begin(x, y, size, HELD + 1);
	overlay.addRing(squareRing(x, y, size), 0, 4, 0);
	for (const ring of rings) overlay.addRing(ring, 0, ring.length / 2, HELD);
	const { faceStart, ringStart, coords } = overlay.faces((present) => (present & 2 ? HELD : 2), 1 << HELD);
	return Array.from({ length: faceStart[faceStart.length - 1] }, (_, r) =>
		coords.slice(2 * ringStart[r], 2 * ringStart[r + 1])
	);
}

/** Whether two of the views, from one place, hold ground in common. */
function overlap(views: readonly View[]): boolean {
	return views.some((a, i) =>
		views.slice(i + 1).some((b) => {
			if (a.nearM >= b.rangeM || b.nearM >= a.rangeM) return false;
			const turnDeg = Math.abs(((a.azimuthDeg - b.azimuthDeg + 540) % 360) - 180);
			return turnDeg < (a.hfovDeg + b.hfovDeg) / 2;
		})
	);
}
