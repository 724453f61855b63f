import { TILE_BUFFER, TILE_EXTENT, type TileFrame } from './tile-frame.ts';

const MOVE_TO = 1;
const LINE_TO = 2;
const CLOSE_PATH = 7;

const zigzag = (n: number): number => (n << 1) ^ (n >> 31);

const LOW = -TILE_BUFFER;
const HIGH = TILE_EXTENT + TILE_BUFFER;

/**
 * Builds the command list of one MVT feature from grid coordinates (1e-7 degree): projects into the
 * tile, clips to the tile and its buffer, rounds, drops repeated points and what vanishes.
 *
 * One builder serves a whole tile; `take` hands the commands over and begins the next feature.
 */
export class TileGeometry {
	private commands: number[] = [];
	private cursorX = 0;
	private cursorY = 0;
	private from = new Float64Array(512);
	private to = new Float64Array(512);

	constructor(private readonly frame: TileFrame) {}

	/** The commands so far; empty where all of the feature lay outside or vanished. */
	take(): number[] {
		const taken = this.commands;
		this.commands = [];
		this.cursorX = this.cursorY = 0;
		return taken;
	}

	/** One point; nothing outside the tile and its buffer. */
	point(lngGrid: number, latGrid: number): void {
		const x = Math.round(this.frame.px(lngGrid));
		const y = Math.round(this.frame.py(latGrid));
		if (x < LOW || x > HIGH || y < LOW || y > HIGH) return;
		this.moveTo(x, y);
	}

	/**
	 * A ring of a polygon, not closed: points `start` to `end` of `coords` (stride 2). Exterior rings
	 * come counter-clockwise on the globe and leave clockwise on the tile, as MVT wants them.
	 */
	ring(coords: ArrayLike<number>, start: number, end: number): void {
		const n = this.project(coords, start, end);
		const clipped = this.clipRing(n);
		if (clipped < 3) return;

		const xs = this.from;
		let count = 0;
		for (let i = 0; i < clipped; i++) {
			const x = Math.round(xs[2 * i] as number);
			const y = Math.round(xs[2 * i + 1] as number);
			if (count && xs[2 * count - 2] === x && xs[2 * count - 1] === y) continue;
			xs[2 * count] = x;
			xs[2 * count + 1] = y;
			count++;
		}
		while (count > 1 && xs[0] === xs[2 * count - 2] && xs[1] === xs[2 * count - 1]) count--;
		if (count < 3 || doubleArea(xs, count) === 0) return;

		this.moveTo(xs[0] as number, xs[1] as number);
		this.lineTo(xs, 1, count);
		this.commands.push((1 << 3) | CLOSE_PATH);
	}

	/** A line: points `start` to `end` of `coords` (stride 2), cut where it leaves the tile. */
	line(coords: ArrayLike<number>, start: number, end: number): void {
		const n = this.project(coords, start, end);
		const xs = this.from;
		const run = this.to;
		let count = 0;
		for (let i = 1; i < n; i++) {
			const segment = clipSegment(
				xs[2 * i - 2] as number,
				xs[2 * i - 1] as number,
				xs[2 * i] as number,
				xs[2 * i + 1] as number
			);
			if (!segment) {
				this.flushLine(run, count);
				count = 0;
				continue;
			}
			const [ax, ay, bx, by] = segment.map(Math.round) as [number, number, number, number];
			if (count && (run[2 * count - 2] !== ax || run[2 * count - 1] !== ay)) {
				this.flushLine(run, count);
				count = 0;
			}
			if (!count) {
				run[0] = ax;
				run[1] = ay;
				count = 1;
			}
			if (ax === bx && ay === by) continue;
			run[2 * count] = bx;
			run[2 * count + 1] = by;
			count++;
		}
		this.flushLine(run, count);
	}

	private flushLine(run: Float64Array, count: number): void {
		if (count < 2) return;
		this.moveTo(run[0] as number, run[1] as number);
		this.lineTo(run, 1, count);
	}

	private project(coords: ArrayLike<number>, start: number, end: number): number {
		const n = end - start;
		// clipping against four sides can add a point per crossing
		if (this.from.length < 4 * n + 32) {
			this.from = new Float64Array(8 * n + 64);
			this.to = new Float64Array(8 * n + 64);
		}
		for (let i = 0; i < n; i++) {
			this.from[2 * i] = this.frame.px(coords[2 * (start + i)] as number);
			this.from[2 * i + 1] = this.frame.py(coords[2 * (start + i) + 1] as number);
		}
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
			let px = from[2 * n - 2] as number;
			let py = from[2 * n - 1] as number;
			let isIn = isLow ? (axis ? py : px) >= limit : (axis ? py : px) <= limit;
			for (let i = 0; i < n; i++) {
				const qx = from[2 * i] as number;
				const qy = from[2 * i + 1] as number;
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

	private moveTo(x: number, y: number): void {
		this.commands.push((1 << 3) | MOVE_TO, zigzag(x - this.cursorX), zigzag(y - this.cursorY));
		this.cursorX = x;
		this.cursorY = y;
	}

	private lineTo(xs: ArrayLike<number>, start: number, end: number): void {
		this.commands.push(((end - start) << 3) | LINE_TO);
		for (let i = start; i < end; i++) {
			const x = xs[2 * i] as number;
			const y = xs[2 * i + 1] as number;
			this.commands.push(zigzag(x - this.cursorX), zigzag(y - this.cursorY));
			this.cursorX = x;
			this.cursorY = y;
		}
	}
}

function doubleArea(xs: ArrayLike<number>, n: number): number {
	let sum = 0;
	for (let i = 0, j = n - 1; i < n; j = i++) {
		sum +=
			(xs[2 * j] as number) * (xs[2 * i + 1] as number) - (xs[2 * i] as number) * (xs[2 * j + 1] as number);
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
