import { TILE_EXTENT } from '../mvt-encode.ts';
import { lineCommands, pointCommands, ringCommands } from '../mvt-geometry.ts';
import { TILE_BUFFER, type TileFrame } from './tile-frame.ts';

const LOW = -TILE_BUFFER;
const HIGH = TILE_EXTENT + TILE_BUFFER;

/**
 * Builds the command list of one MVT feature from grid coordinates (1e-7 degree): projects into the
 * tile, clips to the tile and its buffer, rounds, drops repeated points and what vanishes.
 *
 * One builder serves a whole tile; `take` hands the commands over and begins the next feature.
 */
export class TileGeometry {
	private paths: number[][] = [];
	private from = new Float64Array(512);
	private to = new Float64Array(512);
	/** Whether what was projected last lies within the tile and its buffer. */
	private isInside = false;

	constructor(private readonly frame: TileFrame) {}

	/** The polygon of the rings so far; empty where all lay outside or vanished. Begins the next feature. */
	takePolygon(): number[] {
		return ringCommands(this.take());
	}

	/** The lines so far; see `takePolygon`. */
	takeLine(): number[] {
		return lineCommands(this.take());
	}

	/** The points so far; see `takePolygon`. */
	takePoints(): number[] {
		return pointCommands(this.take().flat());
	}

	private take(): number[][] {
		const taken = this.paths;
		this.paths = [];
		return taken;
	}

	/** One point; nothing outside the tile and its buffer. */
	point(lngGrid: number, latGrid: number): void {
		const x = Math.round(this.frame.px(lngGrid));
		const y = Math.round(this.frame.py(latGrid));
		if (x < LOW || x > HIGH || y < LOW || y > HIGH) return;
		this.paths.push([x, y]);
	}

	/**
	 * A ring of a polygon, not closed: points `start` to `end` of `coords` (stride 2). Exterior rings
	 * come counter-clockwise on the globe and leave clockwise on the tile, as MVT wants them.
	 */
	ring(coords: ArrayLike<number>, start: number, end: number): void {
		const n = this.project(coords, start, end);
		const clipped = this.isInside ? n : this.clipRing(n);
		if (clipped < 3) return;

		const ring: number[] = [];
		// y turns over on the tile and the eye's sense stays: backwards makes counter-clockwise clockwise
		for (let i = 2 * clipped - 2; i >= 0; i -= 2) {
			const x = Math.round(this.from[i]);
			const y = Math.round(this.from[i + 1]);
			if (ring.length && ring[ring.length - 2] === x && ring[ring.length - 1] === y) continue;
			ring.push(x, y);
		}
		if (doubleArea(ring) !== 0) this.paths.push(ring);
	}

	/** A line: points `start` to `end` of `coords` (stride 2), cut where it leaves the tile. */
	line(coords: ArrayLike<number>, start: number, end: number): void {
		const n = this.project(coords, start, end);
		const xs = this.from;
		let run: number[] = [];
		for (let i = 1; i < n; i++) {
			const segment = clipSegment(xs[2 * i - 2], xs[2 * i - 1], xs[2 * i], xs[2 * i + 1]);
			if (!segment) continue;
			const ax = Math.round(segment[0]);
			const ay = Math.round(segment[1]);
			if (run[run.length - 2] !== ax || run[run.length - 1] !== ay) {
				run = [ax, ay];
				this.paths.push(run);
			}
			run.push(Math.round(segment[2]), Math.round(segment[3]));
		}
	}

	private project(coords: ArrayLike<number>, start: number, end: number): number {
		const n = end - start;
		// clipping against four sides can add a point per crossing
		if (this.from.length < 4 * n + 32) {
			this.from = new Float64Array(8 * n + 64);
			this.to = new Float64Array(8 * n + 64);
		}
		let isInside = true;
		for (let i = 0; i < n; i++) {
			const x = this.frame.px(coords[2 * (start + i)]);
			const y = this.frame.py(coords[2 * (start + i) + 1]);
			this.from[2 * i] = x;
			this.from[2 * i + 1] = y;
			isInside &&= x >= LOW && x <= HIGH && y >= LOW && y <= HIGH;
		}
		this.isInside = isInside;
		return n;
	}

	/** Sutherland and Hodgman 1974, side by side; the result is left in `from`. */
	private clipRing(n: number): number {
		for (let side = 0; side < 4 && n >= 3; side++) {
			const axis = side & 1;
			const isLow = side < 2;
			const limit = isLow ? LOW : HIGH;
			const { from, to } = this;
			let count = 0;
			let px = from[2 * n - 2];
			let py = from[2 * n - 1];
			let isIn = isLow ? (axis ? py : px) >= limit : (axis ? py : px) <= limit;
			for (let i = 0; i < n; i++) {
				const qx = from[2 * i];
				const qy = from[2 * i + 1];
				const v = axis ? qy : qx;
				const goesIn = isLow ? v >= limit : v <= limit;
				if (goesIn !== isIn) {
					const t = (limit - (axis ? py : px)) / (axis ? qy - py : qx - px);
					to[2 * count] = axis ? px + t * (qx - px) : limit;
					to[2 * count + 1] = axis ? limit : py + t * (qy - py);
					count++;
				}
				if (goesIn) {
					to[2 * count] = qx;
					to[2 * count + 1] = qy;
					count++;
				}
				px = qx;
				py = qy;
				isIn = goesIn;
			}
			this.from = to;
			this.to = from;
			n = count;
		}
		return n;
	}
}

function doubleArea(ring: readonly number[]): number {
	let sum = 0;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		sum += ring[j] * ring[i + 1] - ring[i] * ring[j + 1];
	}
	return sum;
}

/** The part of a segment within the tile and its buffer (Liang and Barsky 1984), or null. */
function clipSegment(
	ax: number,
	ay: number,
	bx: number,
	by: number
): [number, number, number, number] | null {
	const dx = bx - ax;
	const dy = by - ay;
	let t0 = 0;
	let t1 = 1;
	for (let side = 0; side < 4; side++) {
		const p = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy;
		const q = side === 0 ? ax - LOW : side === 1 ? HIGH - ax : side === 2 ? ay - LOW : HIGH - ay;
		if (p === 0) {
			if (q < 0) return null;
			continue;
		}
		const t = q / p;
		if (p < 0) {
			if (t > t1) return null;
			if (t > t0) t0 = t;
		} else {
			if (t < t0) return null;
			if (t < t1) t1 = t;
		}
	}
	return [ax + t0 * dx, ay + t0 * dy, ax + t1 * dx, ay + t1 * dy];
}
