/**
 * Clips rings to a square cell (Sutherland and Hodgman 1974). Cuts are rounded to the grid, always
 * reckoned from the left end of an edge, so a ring and its reverse are cut at the same points.
 */
export class RingClipper {
	/** The clipped ring in cell-local coordinates, x and y by turns. Good until the next call. */
	points = new Float64Array(1 << 13);
	private spare = new Float64Array(1 << 13);
	private minX = 0;
	private minY = 0;
	private maxX = 0;
	private maxY = 0;

	/**
	 * Clips points `from` to `to` of `coords` to the cell of `size` at (`ox`, `oy`); returns how many
	 * points are left in `points`, 0 where the ring does not reach into the cell.
	 */
	clip(coords: Int32Array, from: number, to: number, ox: number, oy: number, size: number): number {
		let n = to - from;
		this.load(coords, from, n, ox, oy);
		const { minX, minY, maxX, maxY } = this;
		if (maxX <= 0 || maxY <= 0 || minX >= size || minY >= size) return 0;
		if (minX < 0) n = this.cut(n, 0, 0, 1);
		if (maxX > size && n > 2) n = this.cut(n, 0, size, -1);
		if (minY < 0 && n > 2) n = this.cut(n, 1, 0, 1);
		if (maxY > size && n > 2) n = this.cut(n, 1, size, -1);
		return n > 2 ? n : 0;
	}

	/** Leaves the ring, moved to the cell, in `points`, and its box. */
	private load(coords: Int32Array, from: number, n: number, ox: number, oy: number): void {
		if (this.points.length < 4 * n + 64) {
			this.points = new Float64Array(8 * n + 64);
			this.spare = new Float64Array(8 * n + 64);
		}
		const a = this.points;
		let minX = Infinity;
		let minY = Infinity;
		let maxX = -Infinity;
		let maxY = -Infinity;
		for (let i = 0, k = 2 * from; i < 2 * n; i += 2, k += 2) {
			const x = coords[k] - ox;
			const y = coords[k + 1] - oy;
			a[i] = x;
			a[i + 1] = y;
			if (x < minX) minX = x;
			if (x > maxX) maxX = x;
			if (y < minY) minY = y;
			if (y > maxY) maxY = y;
		}
		this.minX = minX;
		this.minY = minY;
		this.maxX = maxX;
		this.maxY = maxY;
	}

	/** Twice the signed area of the first `n` points left by `clip`. */
	doubleArea(n: number): number {
		const a = this.points;
		let sum = 0;
		for (let i = 0, j = n - 1; i < n; j = i++) {
			sum += a[2 * j] * a[2 * i + 1] - a[2 * i] * a[2 * j + 1];
		}
		return sum;
	}

	/** Keeps what lies on side `sign` of `limit` on `axis` (0 is x); returns the number of points left. */
	private cut(n: number, axis: number, limit: number, sign: number): number {
		const a = this.points;
		const b = this.spare;
		let k = 0;
		let px = a[2 * n - 2];
		let py = a[2 * n - 1];
		let isIn = sign * ((axis === 0 ? px : py) - limit) >= 0;
		for (let i = 0; i < n; i++) {
			const qx = a[2 * i];
			const qy = a[2 * i + 1];
			const isNextIn = sign * ((axis === 0 ? qx : qy) - limit) >= 0;
			if (isNextIn !== isIn) {
				const isForward = px < qx || (px === qx && py < qy);
				const ux = isForward ? px : qx;
				const uy = isForward ? py : qy;
				const vx = isForward ? qx : px;
				const vy = isForward ? qy : py;
				if (axis === 0) {
					b[k++] = limit;
					b[k++] = Math.round(uy + ((limit - ux) * (vy - uy)) / (vx - ux));
				} else {
					b[k++] = Math.round(ux + ((limit - uy) * (vx - ux)) / (vy - uy));
					b[k++] = limit;
				}
			}
			if (isNextIn) {
				b[k++] = qx;
				b[k++] = qy;
			}
			px = qx;
			py = qy;
			isIn = isNextIn;
		}
		this.points = b;
		this.spare = a;
		return k / 2;
	}
}
