import type { CutList } from './cut-list.ts';
import { grown, type Segments } from './segments.ts';

const MAX_STRIPS = 512;

/** Finds where segments meet other than at a shared end, with a sweep along x in horizontal strips. */
export class CutFinder {
	private stripStart = new Int32Array(MAX_STRIPS + 2);
	private stripItem = new Int32Array(1 << 15);
	private active = new Int32Array(1 << 13);

	/**
	 * Adds to `cuts` every place where two of `segments` (sorted by start) meet inside one of them,
	 * crossings rounded to the grid. Looks only at pairs with a new segment, unless `all`.
	 */
	find(segments: Segments, size: number, all: boolean, cuts: CutList): void {
		const strips = this.fillStrips(segments, size);
		const perStrip = strips / (size + 1);
		const { x1, y1, x2, y2, isNew } = segments;
		for (let strip = 0; strip < strips; strip++) {
			let count = 0;
			const end = this.stripStart[strip + 1];
			for (let p = this.stripStart[strip]; p < end; p++) {
				const i = this.stripItem[p];
				const ax = x1[i];
				const ay = y1[i];
				const by = y2[i];
				const abx = x2[i] - ax;
				const aby = by - ay;
				const low = ay < by ? ay : by;
				const high = ay < by ? by : ay;
				const isWanted = all || isNew[i] === 1;
				const active = this.active;
				let kept = 0;
				for (let q = 0; q < count; q++) {
					const j = active[q];
					const dx = x2[j];
					if (dx < ax) continue;
					active[kept++] = j;
					const cy = y1[j];
					const dy = y2[j];
					const otherLow = cy < dy ? cy : dy;
					if (otherLow > high || (cy < dy ? dy : cy) < low) continue;
					const d = abx * (dy - ay) - aby * (dx - ax);
					const c = abx * (cy - ay) - aby * (x1[j] - ax);
					if ((c > 0 && d > 0) || (c < 0 && d < 0)) continue;
					// i begins where j ends: everything of j is before everything of i
					if (dx === ax && dy === ay) continue;
					if (!isWanted && isNew[j] === 0) continue;
					// a pair that shares several strips is looked at in the lowest of them only
					if ((((otherLow > low ? otherLow : low) * perStrip) | 0) !== strip) continue;
					cutPair(segments, i, j, c, d, cuts);
				}
				count = kept;
				if (count >= this.active.length) this.active = grown(this.active, 2 * count);
				this.active[count++] = i;
			}
		}
	}

	/** Sorts segments into strips about twice as high as the segments are; returns the number of strips. */
	private fillStrips(segments: Segments, size: number): number {
		const { y1, y2, count: n } = segments;
		let rise = 0;
		for (let i = 0; i < n; i++) rise += Math.abs(y2[i] - y1[i]);
		const mean = Math.max(1, (2.2 * rise) / Math.max(1, n));
		const strips = Math.max(1, Math.min(MAX_STRIPS, Math.floor(size / mean)));
		const perStrip = strips / (size + 1);
		const start = this.stripStart.fill(0, 0, strips + 2);
		for (let i = 0; i < n; i++) {
			const isUp = y1[i] < y2[i];
			const last = ((isUp ? y2[i] : y1[i]) * perStrip) | 0;
			for (let s = ((isUp ? y1[i] : y2[i]) * perStrip) | 0; s <= last; s++) start[s + 1]++;
		}
		for (let s = 0; s < strips; s++) start[s + 1] += start[s];
		const total = start[strips];
		if (this.stripItem.length < total) this.stripItem = new Int32Array(2 * total);
		for (let i = 0; i < n; i++) {
			const isUp = y1[i] < y2[i];
			const last = ((isUp ? y2[i] : y1[i]) * perStrip) | 0;
			for (let s = ((isUp ? y1[i] : y2[i]) * perStrip) | 0; s <= last; s++) this.stripItem[start[s]++] = i;
		}
		for (let s = strips; s > 0; s--) start[s] = start[s - 1];
		start[0] = 0;
		return strips;
	}
}

/** Adds where segments `i` and `j` meet inside one of them; `j` is before `i`, its ends on sides `c` and `d` of it. */
function cutPair(segments: Segments, i: number, j: number, c: number, d: number, cuts: CutList): void {
	const { x1, y1, x2, y2 } = segments;
	const ax = x1[i];
	const ay = y1[i];
	const bx = x2[i];
	const by = y2[i];
	const cx = x1[j];
	const cy = y1[j];
	const dx = x2[j];
	const dy = y2[j];
	const cdx = dx - cx;
	const cdy = dy - cy;
	const a = cdx * (ay - cy) - cdy * (ax - cx);
	const b = cdx * (by - cy) - cdy * (bx - cx);
	if ((a > 0 && b > 0) || (a < 0 && b < 0)) return;

	if (a !== 0 && b !== 0 && c !== 0 && d !== 0) {
		const t = a / (a - b);
		const px = Math.round(ax + t * (bx - ax));
		const py = Math.round(ay + t * (by - ay));
		if (!(px === ax && py === ay) && !(px === bx && py === by)) cuts.add(i, px, py);
		if (!(px === cx && py === cy) && !(px === dx && py === dy)) cuts.add(j, px, py);
		return;
	}
	// j starts no later than i in the order of the sweep, so its start cannot lie inside i
	if (d === 0 && isStrictlyBetween(ax, ay, bx, by, dx, dy)) cuts.add(i, dx, dy);
	if (a === 0 && isStrictlyBetween(cx, cy, dx, dy, ax, ay)) cuts.add(j, ax, ay);
	if (b === 0 && isStrictlyBetween(cx, cy, dx, dy, bx, by)) cuts.add(j, bx, by);
}

/** Whether p, on the line of a segment, lies inside it and is none of its ends. */
function isStrictlyBetween(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
	return ax !== bx ? px > ax && px < bx : py > ay && py < by;
}
