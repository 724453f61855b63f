import { Overlay } from '../../geo/overlay/overlay.ts';
import type { Faces } from '../../geo/overlay/faces.ts';
import { areaUnder, parallelAt } from '../../geo/parallel.ts';
import { RingClipper } from '../../geo/overlay/ring-clipper.ts';
import type { CellGround } from './cell-work.ts';
import { isWatching } from './layers.ts';
import type { RingStore } from './ring-store.ts';
import { addSubject, clipSubject, squareRing } from './subject.ts';

/** Watchers are told apart up to this number; 3 is three or more. */
export const MOST_WATCHERS = 3;

const LAYER = { SUBJECT: 0, SEEN: 1, TWICE: 2, THRICE: 3, OWNER: 4 } as const;
const LAYERS = 5;
/** Squares with more rings than this are divided, down to about 24 m. */
const MOST_RINGS = 96;
const LEAST_SIZE = 1 << 11;
const WANTED = 0b1110;
const UNWATCHED = MOST_WATCHERS + 1;

/** What is measured of ground by its watchers: square metres by number, and of each camera what it alone holds. */
export interface WatchTally {
	readonly byWatchersM2: Float64Array;
	/** By camera number. */
	readonly soleM2: Float64Array;
}

/**
 * How many counted cameras see each place. A camera counts once, whatever its heads share. Patrols are
 * left out: they come and go, and what they hold needs its camera all the same.
 */
export class Watchers {
	private readonly overlay = new Overlay();
	private readonly clipper = new RingClipper();

	constructor(
		private readonly store: RingStore,
		private readonly granted: number
	) {}

	/** The ground that one, two, three or more cameras see, as faces of label 1, 2, 3. */
	faces(ground: CellGround): Faces[] {
		const found: Faces[] = [];
		this.divide(ground, (square) => found.push(this.overlaid(square, null)));
		return found;
	}

	/** Adds what is held in `ground` to `tally`; `cameraOf` gives the number, from 0 on, of the camera of a slot. */
	measure(ground: CellGround, tally: WatchTally, cameraOf: (slot: number) => number): void {
		this.divide(ground, (square) => {
			this.overlaid(square, cameraOf);
			this.addTo(square, tally);
		});
	}

	/** Calls `visit` for the parts of `ground` that have rings few enough to be overlaid. */
	divide(ground: CellGround, visit: (square: CellGround) => void): void {
		const { x, y, size } = ground;
		if (ground.slots.length <= MOST_RINGS || size <= LEAST_SIZE) {
			visit(ground);
			return;
		}
		const half = size / 2;
		for (let q = 0; q < 4; q++) {
			const west = x + (q & 1) * half;
			const south = y + (q >> 1) * half;
			const subject = clipSubject(ground.subject, west, south, half);
			if (subject === 'none') continue;
			const slots = ground.slots.filter((slot) => this.meets(slot, west, south, half));
			this.divide({ x: west, y: south, size: half, subject, slots }, visit);
		}
	}

	private overlaid(ground: CellGround, cameraOf: ((slot: number) => number) | null): Faces {
		const { x, y, size, slots } = ground;
		const { coords, start, points, layer } = this.store;
		const { overlay } = this;
		overlay.begin(x, y, size, LAYERS);
		addSubject(ground, overlay);
		// a layer that starts at minus one is present from the second ring on
		const square = squareRing(x, y, size);
		overlay.addRing(square, 0, 4, LAYER.TWICE, -1);
		overlay.addRing(square, 0, 4, LAYER.THRICE, -2);
		for (const slot of slots) {
			if (!isWatching(layer[slot], this.granted)) continue;
			const end = start[slot] + points[slot];
			for (let l = LAYER.SEEN; l <= LAYER.THRICE; l++) overlay.addRing(coords, start[slot], end, l);
			if (cameraOf) overlay.addRing(coords, start[slot], end, LAYER.OWNER, cameraOf(slot) + 1);
		}
		return overlay.faces(watchersOf, WANTED);
	}

	private addTo({ y, size }: CellGround, { byWatchersM2, soleM2 }: WatchTally): void {
		const { overlay } = this;
		const { segments, presentAbove, presentBelow } = overlay.arrangement;
		const { x1, y1, x2, y2, count } = segments;
		const parallel = parallelAt(y + size / 2);
		for (let e = 0; e < count; e++) {
			const above = presentAbove[e];
			const below = presentBelow[e];
			const isAbove = (above & 1) === 1;
			const isBelow = (below & 1) === 1;
			if (!isAbove && !isBelow) continue;
			const area = areaUnder(parallel, x1[e], y1[e] + y, x2[e], y2[e] + y);
			if (isAbove) byWatchersM2[watchersOf(above) % UNWATCHED] -= area;
			if (isBelow) byWatchersM2[watchersOf(below) % UNWATCHED] += area;
			if (isAbove && isSole(above)) soleM2[overlay.countAbove(e, LAYER.OWNER) - 1] -= area;
			if (isBelow && isSole(below)) soleM2[overlay.countBelow(e, LAYER.OWNER) - 1] += area;
		}
	}

	private meets(slot: number, x: number, y: number, size: number): boolean {
		const { box, coords, start, points } = this.store;
		if (box[4 * slot] >= x + size || box[4 * slot + 2] <= x) return false;
		if (box[4 * slot + 1] >= y + size || box[4 * slot + 3] <= y) return false;
		return this.clipper.clip(coords, start[slot], start[slot] + points[slot], x, y, size) > 0;
	}
}

/** Label of ground by the layers present: 1, 2, 3 cameras, `UNWATCHED`, 0 outside the subject. */
function watchersOf(present: number): number {
	if ((present & 1) === 0) return 0;
	if (present & (1 << LAYER.THRICE)) return 3;
	if (present & (1 << LAYER.TWICE)) return 2;
	return present & (1 << LAYER.SEEN) ? 1 : UNWATCHED;
}

function isSole(present: number): boolean {
	return watchersOf(present) === 1;
}
