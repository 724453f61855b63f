import Flatbush from 'flatbush';

/** The place of a loop nearest to a point. */
export interface LoopPlace {
	/** Metres along the loop from its first corner, counter-clockwise. */
	readonly alongM: number;
	readonly awayM: number;
}

/**
 * A rough closed line on a local plane, counter-clockwise, measured from its first corner. Corners are x and y by
 * turns, not closed; those that repeat are dropped.
 */
export class RoughLoop {
	/** Metres from the first corner to each corner. */
	readonly cornerM: Float64Array;
	readonly lengthM: number;
	readonly areaM2: number;
	private readonly index: Flatbush;

	private constructor(readonly xy: Float64Array) {
		const n = xy.length / 2;
		this.cornerM = new Float64Array(n);
		this.index = new Flatbush(n);
		let metres = 0;
		let doubled = 0;
		for (let i = 0; i < n; i++) {
			const j = (i + 1) % n;
			const [ax, ay, bx, by] = [xy[2 * i], xy[2 * i + 1], xy[2 * j], xy[2 * j + 1]];
			this.cornerM[i] = metres;
			metres += Math.hypot(bx - ax, by - ay);
			doubled += ax * by - bx * ay;
			this.index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
		}
		this.index.finish();
		this.lengthM = metres;
		this.areaM2 = doubled / 2;
	}

	/** The loop through `corners`, turned counter-clockwise; null where they span no ground. */
	static through(corners: ArrayLike<number>): RoughLoop | null {
		const xy: number[] = [];
		for (let i = 0; i + 1 < corners.length; i += 2) {
			const n = xy.length;
			if (n > 0 && xy[n - 2] === corners[i] && xy[n - 1] === corners[i + 1]) continue;
			xy.push(corners[i], corners[i + 1]);
		}
		while (xy.length > 2 && xy[0] === xy[xy.length - 2] && xy[1] === xy[xy.length - 1]) xy.length -= 2;
		if (xy.length < 6) return null;
		const loop = new RoughLoop(Float64Array.from(xy));
		if (loop.areaM2 > 0) return loop;
		if (loop.areaM2 === 0) return null;
		const back: number[] = [];
		for (let i = xy.length - 2; i >= 0; i -= 2) back.push(xy[i], xy[i + 1]);
		return new RoughLoop(Float64Array.from(back));
	}

	/** The place nearest to a point; null where none is within `reachM`. Ties go to the place passed first. */
	nearest(x: number, y: number, reachM: number): LoopPlace | null {
		const { xy, cornerM } = this;
		const n = cornerM.length;
		let best = reachM;
		let alongM = -1;
		for (const i of this.index.search(x - reachM, y - reachM, x + reachM, y + reachM)) {
			const j = (i + 1) % n;
			const dx = xy[2 * j] - xy[2 * i];
			const dy = xy[2 * j + 1] - xy[2 * i + 1];
			const px = x - xy[2 * i];
			const py = y - xy[2 * i + 1];
			const lengthSq = dx * dx + dy * dy;
			const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSq));
			const awayM = Math.hypot(px - t * dx, py - t * dy);
			const here = cornerM[i] + t * Math.sqrt(lengthSq);
			if (awayM > best || (awayM === best && alongM >= 0 && here >= alongM)) continue;
			best = awayM;
			alongM = here;
		}
		return alongM < 0 ? null : { alongM: alongM % this.lengthM, awayM: best };
	}

	/** How far along the loop it is from `fromM` to `toM`, the shorter way round: negative is clockwise. */
	advanceM(fromM: number, toM: number): number {
		const round = this.lengthM;
		return ((((toM - fromM + round / 2) % round) + round) % round) - round / 2;
	}

	/** Points every `stepM` or less along the loop, its corners among them: x, y and metres along by turns. */
	points(stepM: number): Float64Array {
		const { xy, cornerM } = this;
		const n = cornerM.length;
		const out: number[] = [];
		for (let i = 0; i < n; i++) {
			const j = (i + 1) % n;
			const sideM = (j === 0 ? this.lengthM : cornerM[j]) - cornerM[i];
			const pieces = Math.max(1, Math.ceil(sideM / stepM));
			for (let k = 0; k < pieces; k++) {
				const t = k / pieces;
				out.push(xy[2 * i] + t * (xy[2 * j] - xy[2 * i]));
				out.push(xy[2 * i + 1] + t * (xy[2 * j + 1] - xy[2 * i + 1]));
				out.push(cornerM[i] + t * sideM);
			}
		}
		return Float64Array.from(out);
	}
}
