import { CutList } from './cut-list.ts';
import { CutFinder } from './find-cuts.ts';
import { cutAtHotPixels } from './hot-pixels.ts';
import { mergeSegments } from './merge-segments.ts';
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
 * Cuts segments where they meet, rounds the cuts to the grid, and repeats until segments meet at
 * their ends only. Where that does not settle, begins again with snap rounding proper.
 */
export class Noder {
	private readonly sorter = new PointSorter();
	private readonly finder = new CutFinder();
	private readonly cuts = new CutList();
	private front = new Segments();
	private back = new Segments();

	/**
	 * `segments`, all within 0 to `size`, merged and noded, sorted by start and end. The result is
	 * this noder's own, good until the next call. Throws NodingError.
	 */
	node(segments: Segments, size: number): Segments {
		mergeSegments(segments, this.front, this.sorter);
		if (this.settle(size)) return this.front;

		mergeSegments(segments, this.front, this.sorter);
		for (let round = 0; round < HOT_ROUNDS; round++) {
			this.cuts.count = 0;
			this.finder.find(this.front, size, true, this.cuts);
			cutAtHotPixels(this.front, this.cuts, this.sorter);
			this.apply();
			if (this.settle(size)) return this.front;
		}
		throw new NodingError(`${segments.count} segments do not settle on the grid`);
	}

	private settle(size: number): boolean {
		for (let round = 0; round < ROUNDS; round++) {
			this.cuts.count = 0;
			this.finder.find(this.front, size, round === 0, this.cuts);
			if (this.cuts.count === 0) return true;
			this.apply();
		}
		return false;
	}

	private apply(): void {
		this.cuts.apply(this.front, this.back);
		mergeSegments(this.back, this.front, this.sorter);
	}
}
