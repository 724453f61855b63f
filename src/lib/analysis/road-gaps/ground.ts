import Flatbush from 'flatbush';
import { isLeftOf, roadCrosses } from '../../network/orientation.ts';

/** Rings of more points than this are searched by an index. */
const FEW_POINTS = 48;

/**
 * One piece of ground, an exterior with its holes on the integer grid, asked which part of a road lies
 * in it. Even-odd, with the ties of `orientation.ts`: a road along a border is on one side of it.
 */
export class Ground {
	/** Ends of border k: from a to b. */
	private readonly ax: Float64Array;
	private readonly ay: Float64Array;
	private readonly bx: Float64Array;
	private readonly by: Float64Array;
	private readonly index: Flatbush | null;
	readonly minX: number;
	readonly minY: number;
	readonly maxX: number;
	readonly maxY: number;

	/** `rings`: longitude and latitude by turns, not closed. */
	constructor(rings: readonly Int32Array[]) {
		let count = 0;
		for (const ring of rings) count += ring.length / 2;
		this.ax = new Float64Array(count);
		this.ay = new Float64Array(count);
		this.bx = new Float64Array(count);
		this.by = new Float64Array(count);
		let k = 0;
		let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
		for (const ring of rings) {
			for (let i = 0; i < ring.length; i += 2, k++) {
				const next = i + 2 === ring.length ? 0 : i + 2;
				this.ax[k] = ring[i];
				this.ay[k] = ring[i + 1];
				this.bx[k] = ring[next];
				this.by[k] = ring[next + 1];
				minX = Math.min(minX, ring[i]);
				minY = Math.min(minY, ring[i + 1]);
				maxX = Math.max(maxX, ring[i]);
				maxY = Math.max(maxY, ring[i + 1]);
			}
		}
		[this.minX, this.minY, this.maxX, this.maxY] = [minX, minY, maxX, maxY];
		this.index = count > FEW_POINTS ? this.indexBorders() : null;
	}

	contains(px: number, py: number): boolean {
		let inside = false;
		if (this.index) {
			for (const k of this.index.search(px, py, this.maxX, py))
				if (this.rayMeets(k, px, py)) inside = !inside;
		} else {
			for (let k = 0; k < this.ax.length; k++) if (this.rayMeets(k, px, py)) inside = !inside;
		}
		return inside;
	}

	/** Whether a border comes into the box. */
	hasBorderIn(minX: number, minY: number, maxX: number, maxY: number): boolean {
		if (this.index) return this.index.collides(minX, minY, maxX, maxY);
		return minX <= this.maxX && maxX >= this.minX && minY <= this.maxY && maxY >= this.minY;
	}

	/** Shares of the road from p to q at which it crosses a border, in order. */
	crossings(px: number, py: number, qx: number, qy: number): number[] {
		const minX = Math.min(px, qx);
		const minY = Math.min(py, qy);
		const maxX = Math.max(px, qx);
		const maxY = Math.max(py, qy);
		const shares: number[] = [];
		if (this.index) {
			for (const k of this.index.search(minX, minY, maxX, maxY)) this.addCrossing(k, px, py, qx, qy, shares);
		} else {
			for (let k = 0; k < this.ax.length; k++) {
				if (Math.min(this.ax[k], this.bx[k]) > maxX || Math.max(this.ax[k], this.bx[k]) < minX) continue;
				if (Math.min(this.ay[k], this.by[k]) > maxY || Math.max(this.ay[k], this.by[k]) < minY) continue;
				this.addCrossing(k, px, py, qx, qy, shares);
			}
		}
		return shares.length > 1 ? shares.sort((a, b) => a - b) : shares;
	}

	private addCrossing(k: number, px: number, py: number, qx: number, qy: number, shares: number[]): void {
		const ax = this.ax[k];
		const ay = this.ay[k];
		const bx = this.bx[k];
		const by = this.by[k];
		if (!roadCrosses(px, py, qx, qy, ax, ay, bx, by)) return;
		const before = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
		const after = (bx - ax) * (qy - ay) - (by - ay) * (qx - ax);
		const share = before === after ? 0 : before / (before - after);
		shares.push(Math.min(1, Math.max(0, share)));
	}

	private rayMeets(k: number, px: number, py: number): boolean {
		const rises = this.ay[k] <= py && this.by[k] > py;
		const falls = this.by[k] <= py && this.ay[k] > py;
		if (!rises && !falls) return false;
		return isLeftOf(this.ax[k], this.ay[k], this.bx[k], this.by[k], px, py) === rises;
	}

	private indexBorders(): Flatbush {
		const index = new Flatbush(this.ax.length, 16, Int32Array);
		for (let k = 0; k < this.ax.length; k++) {
			index.add(
				Math.min(this.ax[k], this.bx[k]),
				Math.min(this.ay[k], this.by[k]),
				Math.max(this.ax[k], this.bx[k]),
				Math.max(this.ay[k], this.by[k])
			);
		}
		index.finish();
		return index;
	}
}

/** Rings in the order of `FlatRings`, as pieces of ground: a clockwise ring is a hole in the exterior before it. */
export function groundsOf(rings: Iterable<Int32Array>): Ground[] {
	const grounds: Ground[] = [];
	let open: Int32Array[] = [];
	for (const ring of rings) {
		if (ring.length < 6) continue;
		if (open.length > 0 && !isClockwise(ring)) {
			grounds.push(new Ground(open));
			open = [];
		}
		open.push(ring);
	}
	if (open.length > 0) grounds.push(new Ground(open));
	return grounds;
}

function isClockwise(ring: Int32Array): boolean {
	let doubleArea = 0;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		doubleArea +=
			(ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
	}
	return doubleArea < 0;
}
