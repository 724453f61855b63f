import { NodingError } from './overlay/noder.ts';
import { doubleArea } from './grid-ring.ts';
import type { Overlay } from './overlay/overlay.ts';

/** Pieces below this many square grid units (about a square decimetre) are what rounding left over. */
const LEAST = 100;
const BARE = 2;

/**
 * The ground of the ring `seen` that none of the rings `taken` holds, as valid rings: exteriors counter-clockwise, each
 * followed by its holes. A clockwise ring in `taken` gives back what others take. Crumbs are left out.
 */
export function groundLeft(
	overlay: Overlay,
	seen: Int32Array,
	taken: readonly (Int32Array | null)[]
): Int32Array[] {
	let west = Infinity;
	let south = Infinity;
	let size = 0;
	for (let i = 0; i < seen.length; i += 2) {
		west = Math.min(west, seen[i]);
		south = Math.min(south, seen[i + 1]);
	}
	for (let i = 0; i < seen.length; i += 2) size = Math.max(size, seen[i] - west, seen[i + 1] - south);
	const out: Int32Array[] = [];
	cut(overlay, seen, taken, west, south, size, out);
	return out;
}

function cut(
	overlay: Overlay,
	seen: Int32Array,
	taken: readonly (Int32Array | null)[],
	west: number,
	south: number,
	size: number,
	out: Int32Array[]
): void {
	overlay.begin(west, south, size, BARE);
	overlay.addRing(seen, 0, seen.length / 2, 0);
	for (const ring of taken) if (ring) overlay.addRing(ring, 0, ring.length / 2, 1);
	try {
		const { faceStart, ringStart, coords } = overlay.faces(leftOf, 1 << BARE);
		for (let f = 0; f + 1 < faceStart.length; f++) {
			const rings: Int32Array[] = [];
			for (let r = faceStart[f]; r < faceStart[f + 1]; r++) {
				rings.push(coords.slice(2 * ringStart[r], 2 * ringStart[r + 1]));
			}
			if (rings.reduce((sum, ring) => sum + doubleArea(ring), 0) > 2 * LEAST) out.push(...rings);
		}
	} catch (error) {
		if (!(error instanceof NodingError) || size < 16) throw error;
		const half = Math.ceil(size / 2);
		for (const x of [west, west + half]) {
			for (const y of [south, south + half]) cut(overlay, seen, taken, x, y, half, out);
		}
	}
}

function leftOf(present: number): number {
	return present === 1 ? BARE : 1;
}
