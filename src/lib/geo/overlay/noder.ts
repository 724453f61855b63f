import type { Arrangement } from './arrangement.ts';
import { CutList } from './cut-list.ts';
import type { RingEdges } from './ring-edges.ts';
import { CutFinder } from './find-cuts.ts';
import { cutAtHotPixels } from './hot-pixels.ts';
import { mergeEdges, mergeSegments } from './merge-segments.ts';
import { PointSorter } from './point-sorter.ts';
import { Segments } from './segments.ts';

/** Rounds of cutting before the hot pixels are called in, and between calls. */
const ROUNDS = 8;
const HOT_ROUNDS = 6;

/** The segments of a cell could not be made to meet at their ends only. */
export class NodingError extends Error {
	override name = 'NodingError';
}

/**
 * Cuts segments where they meet, rounds the cuts to the grid, and repeats until the sweep of the
 * arrangement finds that they meet at their ends only. Where that does not settle, begins again with
 * snap rounding proper.
 */
export class Noder {
	private readonly sorter = new PointSorter();
	private readonly finder = new CutFinder();
	private readonly cuts = new CutList();
	private front = new Segments();
	private back = new Segments();

	constructor(private readonly arrangement: Arrangement) {}

	/** Leaves `edges`, all within 0 to `size`, merged and noded in the arrangement. Throws NodingError. */
	node(edges: RingEdges, size: number): void {
		mergeEdges(edges, this.front, this.sorter);
		if (this.settle(size)) return;

		mergeEdges(edges, this.front, this.sorter);
		for (let round = 0; round < HOT_ROUNDS; round++) {
			this.cuts.clear(this.front.count);
			this.finder.find(this.front, size, true, this.cuts);
			cutAtHotPixels(this.front, this.cuts, this.sorter);
			this.apply();
			if (this.settle(size)) return;
		}
		throw new NodingError(`${edges.count} segments do not settle on the grid`);
	}

	private settle(size: number): boolean {
		for (let round = 0; round < ROUNDS; round++) {
			if (round > 0 && this.arrangement.sweep(this.front)) return true;
			this.cuts.clear(this.front.count);
			this.finder.find(this.front, size, round === 0, this.cuts);
			if (this.cuts.count === 0) {
				if (round === 0 && this.arrangement.sweep(this.front)) return true;
				throw new RangeError('segments cross where no crossing is found');
			}
			this.apply();
		}
		return false;
	}

	private apply(): void {
		this.cuts.apply(this.front, this.back);
		mergeSegments(this.back, this.front, this.sorter);
	}
}
