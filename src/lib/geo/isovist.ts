import { SightWalls } from './sight-walls.ts';
import { SweepEvents } from './sweep-events.ts';
import { turnKey } from './turn-key.ts';

/**
 * What an eye sees of the ground inside a rim, among walls that stop its sight: a rotational sweep (after
 * Asano 1985; Suri and O'Rourke 1986).
 *
 * Frame: grid units relative to the eye, whole numbers below 2^22; the eye is at (0, 0) and on no wall. Every
 * direction the sweep stops at is a grid point, so their order is exact; a corner is rounded once, towards the
 * piece of turn it belongs to. Corners therefore never turn back, and what comes out is a simple ring.
 *
 * `begin`, `addWall` for each wall, `look`: O(n log n + n k) for n walls with at most k in one direction. One
 * object serves any number of eyes; its buffers grow and stay.
 */
export class Isovist {
	/** The corners that `look` left, x and y by turns, counter-clockwise; the eye is not among them. */
	points = new Float64Array(512);
	/** Whether some wall cuts the ground. */
	isCut = false;

	private readonly walls = new SightWalls();
	private readonly events = new SweepEvents();
	private rimCount = 0;
	private rimKey = new Float64Array(256);
	private firstKey = 0;
	private endKey = 0;
	private reachSq = 0;
	private active = new Int32Array(64);
	private activeCount = 0;
	private pointCount = 0;
	/** The stretch of one wall under way: which, and where it began; and where the sweep has got to. */
	private current = -1;
	private startX = 0;
	private startY = 0;
	private atX = 0;
	private atY = 0;
	private endX = 0;
	private endY = 0;

	/**
	 * Begins with the rim: points `from` to `to` of `coords` (absolute grid), counter-clockwise about the eye at
	 * (`eyeX`, `eyeY`), steps below half a turn; closed round the eye where `isFull`. Points that turn back are left out.
	 */
	begin(coords: Int32Array, from: number, to: number, eyeX: number, eyeY: number, isFull: boolean): void {
		this.walls.clear();
		this.events.clear();
		this.reachSq = 0;
		this.rimCount = 0;
		const firstX = coords[2 * from] - eyeX;
		const firstY = coords[2 * from + 1] - eyeY;
		this.firstKey = turnKey(firstX, firstY);
		let px = firstX;
		let py = firstY;
		let last = 0;
		this.addRim(0);
		this.reachSq = px * px + py * py;
		for (let i = from + 1; i < to; i++) {
			const x = coords[2 * i] - eyeX;
			const y = coords[2 * i + 1] - eyeY;
			const key = this.keyOf(x, y);
			if (key <= last) continue;
			this.walls.add(px, py, x, y);
			this.addRim(key);
			this.reachSq = Math.max(this.reachSq, x * x + y * y);
			px = x;
			py = y;
			last = key;
		}
		if (isFull) {
			this.walls.add(px, py, firstX, firstY);
			this.addRim(4);
		}
		this.endKey = isFull ? 4 : last;
		this.atX = this.startX = firstX;
		this.atY = this.startY = firstY;
	}

	/** Adds the wall from a to b; one that is not counter-clockwise as the eye sees it, or beyond the rim, is passed over. */
	addWall(ax: number, ay: number, bx: number, by: number): void {
		const across = ax * by - ay * bx;
		if (across <= 0) return;
		const dx = bx - ax;
		const dy = by - ay;
		if (across * across >= this.reachSq * (dx * dx + dy * dy)) return;
		if (ax * dx + ay * dy >= 0 && ax * ax + ay * ay >= this.reachSq) return;
		if (bx * dx + by * dy <= 0 && bx * bx + by * by >= this.reachSq) return;
		const from = this.keyOf(ax, ay);
		const to = this.keyOf(bx, by);
		if (from < to) {
			if (from >= this.endKey) return;
			const wall = this.walls.add(ax, ay, bx, by);
			this.events.add(from, ax, ay, wall);
			this.events.add(to, bx, by, ~wall);
			return;
		}
		// it lies across the direction in which the sweep begins
		if (to === 0 && from >= this.endKey) return;
		const wall = this.walls.add(ax, ay, bx, by);
		if (to > 0) {
			this.events.add(0, this.atX, this.atY, wall);
			this.events.add(to, bx, by, ~wall);
		}
		if (from < this.endKey) this.events.add(from, ax, ay, wall);
	}

	/** Sweeps; returns how many corners there are in `points`. Fewer than two: nothing is seen. */
	look(): number {
		const { events, walls, rimKey } = this;
		this.isCut = false;
		this.pointCount = 0;
		this.activeCount = 0;
		this.current = -1;
		events.sort();
		let e = 0;
		let key = 0;
		let rim = 0;
		while (rim + 1 < this.rimCount) {
			for (; e < events.count && events.key[events.order[e]] <= key; e++)
				this.meet(events.wall[events.order[e]]);
			const next = e < events.count ? events.order[e] : -1;
			if (next >= 0 && events.key[next] < rimKey[rim + 1]) {
				key = events.key[next];
				this.endX = events.x[next];
				this.endY = events.y[next];
				this.cross(rim);
			} else {
				key = rimKey[rim + 1];
				this.endX = walls.endX(rim);
				this.endY = walls.endY(rim);
				this.cross(rim);
				rim++;
			}
		}
		this.close();
		const n = 2 * this.pointCount;
		// all round, the last stretch may end where the first began
		if (n > 2 && this.points[0] === this.points[n - 2] && this.points[1] === this.points[n - 1])
			this.pointCount--;
		return this.pointCount;
	}

	private keyOf(x: number, y: number): number {
		const key = turnKey(x, y) - this.firstKey;
		return key < 0 ? key + 4 : key;
	}

	private addRim(key: number): void {
		if (this.rimCount === this.rimKey.length) {
			const wider = new Float64Array(2 * this.rimCount);
			wider.set(this.rimKey);
			this.rimKey = wider;
		}
		this.rimKey[this.rimCount++] = key;
	}

	private meet(wall: number): void {
		const { active } = this;
		if (wall >= 0) {
			if (this.activeCount === active.length) {
				this.active = new Int32Array(2 * active.length);
				this.active.set(active);
			}
			this.active[this.activeCount++] = wall;
			return;
		}
		for (let i = 0; i < this.activeCount; i++) {
			if (active[i] !== ~wall) continue;
			active[i] = active[--this.activeCount];
			return;
		}
	}

	/** Sweeps on to the end direction; every wall at work spans that whole piece of turn, as does the chord `rim`. */
	private cross(rim: number): void {
		if (this.activeCount === 0) {
			this.extend(rim, this.endX, this.endY);
			return;
		}
		const fromX = this.atX;
		const fromY = this.atY;
		const first = this.nearest(rim, fromX, fromY);
		const last = this.nearest(rim, this.endX, this.endY);
		if (first !== last) this.split(rim, first, last, fromX, fromY, this.endX, this.endY, 0);
		this.extend(last, this.endX, this.endY);
	}

	/**
	 * Walks the nearest walls from `s`, nearest towards d, to `t`, nearest towards f. Nearness is linear in the direction,
	 * so what is nearest at both ends is nearest between, and two walls change places at most once.
	 */
	private split(
		rim: number,
		s: number,
		t: number,
		dx: number,
		dy: number,
		fx: number,
		fy: number,
		depth: number
	): void {
		const { walls } = this;
		const lead = Math.max(0, walls.nearness(s, dx, dy) - walls.nearness(t, dx, dy));
		const lag = Math.max(0, walls.nearness(t, fx, fy) - walls.nearness(s, fx, fy));
		const share = lead + lag > 0 ? lead / (lead + lag) : 0;
		const x = dx + share * (fx - dx);
		const y = dy + share * (fy - dy);
		const near = walls.nearness(s, x, y);
		const w = this.nearest(rim, x, y);
		if (w !== s && w !== t && depth < 64 && walls.nearness(w, x, y) > near * (1 + 1e-12)) {
			this.split(rim, s, w, dx, dy, x, y, depth + 1);
			this.split(rim, w, t, x, y, fx, fy, depth + 1);
			return;
		}
		let meetX = Math.round(x / near);
		let meetY = Math.round(y / near);
		if (!(this.atX * meetY - this.atY * meetX >= 0)) {
			meetX = this.atX;
			meetY = this.atY;
		} else if (!(meetX * this.endY - meetY * this.endX >= 0)) {
			meetX = this.endX;
			meetY = this.endY;
		}
		this.extend(s, meetX, meetY);
	}

	private nearest(rim: number, x: number, y: number): number {
		const { walls, active } = this;
		let best = rim;
		let most = walls.nearness(rim, x, y);
		for (let i = 0; i < this.activeCount; i++) {
			const nearness = walls.nearness(active[i], x, y);
			if (nearness > most) {
				most = nearness;
				best = active[i];
			}
		}
		return best;
	}

	/** `wall` is what is seen from where the sweep is to the direction (`x`, `y`), a grid point. */
	private extend(wall: number, x: number, y: number): void {
		if (this.atX * y - this.atY * x <= 0) return; // no turn at all
		if (wall !== this.current) {
			this.close();
			this.current = wall;
			this.startX = this.atX;
			this.startY = this.atY;
		}
		this.atX = x;
		this.atY = y;
	}

	/** Writes both ends of the stretch under way; one too thin for the grid is left out. */
	private close(): void {
		if (this.current < 0) return;
		const { walls } = this;
		walls.hit(this.current, this.startX, this.startY, 1);
		const px = walls.x;
		const py = walls.y;
		walls.hit(this.current, this.atX, this.atY, -1);
		if (px * walls.y - py * walls.x <= 0) return;
		if (this.current >= this.rimCount - 1) this.isCut = true;
		this.push(px, py);
		this.push(walls.x, walls.y);
	}

	private push(x: number, y: number): void {
		const n = 2 * this.pointCount;
		if (n > 0 && this.points[n - 2] === x && this.points[n - 1] === y) return;
		if (n === this.points.length) {
			const wider = new Float64Array(2 * n);
			wider.set(this.points);
			this.points = wider;
		}
		this.points[n] = x;
		this.points[n + 1] = y;
		this.pointCount++;
	}
}
