import { NodingError } from './overlay/noder.ts';
import { Overlay } from './overlay/overlay.ts';
import { boxOfRings } from './ring-box.ts';

const HELD = 0;
const TAKEN = 1;
/** Label of ground that is held and not taken. */
const BARE = 2;
/** An overlay is narrower than this. */
const WIDEST = 1 << 22;
/** Coarser than about two metres nothing is answered. */
const COARSEST = 256;

let overlay: Overlay | null = null;

/**
 * The ground that rings of `held` hold and none of `taken` does, as faces: valid rings of the integer grid, the
 * exterior (counter-clockwise) first, its holes (clockwise) after it. Rings in any number may overlap or cross
 * themselves: ground is held where the winding sum of a list is positive, so clockwise rings take away.
 *
 * Exact on the grid up to 0.4 degrees across; wider ground is reckoned on a coarser grid (8 cm for 3 degrees),
 * and so is what the grid is too fine for. Empty where nothing is held. O(n log n + k).
 */
export function groundOfRings(
	held: readonly Int32Array[],
	taken: readonly Int32Array[] = []
): Int32Array[][] {
	if (held.length === 0) return [];
	const [west, south, east, north] = boxOfRings(held);
	let step = 1;
	while (Math.ceil(Math.max(east - west, north - south) / step) + 2 >= WIDEST) step *= 2;
	for (; step <= COARSEST; step *= 2) {
		try {
			return faces(held, taken, west, south, Math.max(east - west, north - south), step);
		} catch (error) {
			if (!(error instanceof NodingError)) throw error;
		}
	}
	throw new RangeError(`rings ${east - west} grid units wide that cannot be laid over each other`);
}

function faces(
	held: readonly Int32Array[],
	taken: readonly Int32Array[],
	west: number,
	south: number,
	size: number,
	step: number
): Int32Array[][] {
	const x0 = Math.floor(west / step);
	const y0 = Math.floor(south / step);
	overlay ??= new Overlay();
	overlay.begin(x0, y0, Math.ceil(size / step) + 2, 2);
	for (const [rings, layer] of [
		[held, HELD],
		[taken, TAKEN]
	] as const) {
		for (const ring of rings) {
			const coarse = step === 1 ? ring : ring.map((value) => Math.round(value / step));
			overlay.addRing(coarse, 0, coarse.length / 2, layer);
		}
	}
	const found = overlay.faces(leftOf, 1 << BARE);
	const { faceStart, ringStart, coords } = found;
	return Array.from({ length: faceStart.length - 1 }, (_, f) =>
		Array.from({ length: faceStart[f + 1] - faceStart[f] }, (_, i) => {
			const r = faceStart[f] + i;
			const ring = coords.slice(2 * ringStart[r], 2 * ringStart[r + 1]);
			return step === 1 ? ring : ring.map((value) => value * step);
		})
	);
}

function leftOf(present: number): number {
	return present === 1 << HELD ? BARE : 1;
}
