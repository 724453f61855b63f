import Flatbush from 'flatbush';
import { buildIncidence } from '../../network/incidence.ts';
import type { Network } from '../../network/network.ts';
import type { BorderLine } from './border-line.ts';
import type { RoughLoop } from './rough-loop.ts';

/** Longer stretches of a line are cut, so that it can be left and entered anywhere. */
const STEP_M = 30;
/** A metre as far off as it may be costs so much more than one on the loop. */
const STRAY_PENALTY = 2;
/** What a metre costs that follows nothing: more than any that follows something. */
const DRAWN_WEIGHT = 6;
/** What leaving one line for another costs besides its length. */
const HOP_M = 15;
/** Lines closer than this can be changed over without going back to the loop. */
const HOP_REACH_M = 30;

/** Follows the loop as it was drawn. */
export const DRAWN = -1;
/** Goes from one line to another. */
export const HOP = -2;

/** The ground about a loop as a network of what may be followed, cut open at one place. */
export interface Belt {
	readonly network: Network;
	/** Place of each node, x and y by turns. */
	readonly xy: Float64Array;
	readonly cost: Float64Array;
	readonly lengthM: Float64Array;
	/** Line that each edge is of, or `DRAWN`, or `HOP`. */
	readonly line: Int32Array;
	/** As `cheapestRound` wants it. */
	readonly gate: Int8Array;
}

/**
 * The belt of `reachM` about `loop`: the stretches of `lines` within it, the loop itself, and hops between them.
 *
 * A metre costs its weight, and up to three times that toward the rim of the belt; the drawn line and hops cost more than any
 * line. The belt is cut where the fewest edges pass. Stretches that jump across a neck of the loop are left out.
 */
export function beltAbout(loop: RoughLoop, lines: readonly BorderLine[], reachM: number): Belt {
	const make = new BeltMaker(loop, reachM);
	lines.forEach((line, l) => make.addLine(line, l));
	make.addLoop();
	make.addHops();
	return make.belt();
}

class BeltMaker {
	private readonly xy: number[] = [];
	private readonly alongM: number[] = [];
	private readonly awayM: number[] = [];
	private readonly nodeOfJoint = new Map<number, number>();
	private readonly lineOfNode: number[] = [];

	private readonly from: number[] = [];
	private readonly to: number[] = [];
	private readonly cost: number[] = [];
	private readonly lengthM: number[] = [];
	private readonly line: number[] = [];
	/** Signed metres along the loop from start to end of each edge. */
	private readonly advanceM: number[] = [];
	/** Nodes below this are of lines, those from here on of the loop. */
	private loopFrom = 0;
	private loopPoints: Float64Array = new Float64Array(0);

	constructor(
		private readonly loop: RoughLoop,
		private readonly reachM: number
	) {}

	addLine({ xy, joints, weight }: BorderLine, l: number): void {
		let before = this.node(xy[0], xy[1], joints[0], l);
		for (let i = 1; i < joints.length; i++) {
			const [ax, ay, bx, by] = [xy[2 * i - 2], xy[2 * i - 1], xy[2 * i], xy[2 * i + 1]];
			const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / STEP_M));
			for (let k = 1; k <= pieces; k++) {
				const t = k / pieces;
				const node =
					k < pieces
						? this.node(ax + t * (bx - ax), ay + t * (by - ay), -1, l)
						: this.node(bx, by, joints[i], l);
				if (before >= 0 && node >= 0) this.join(before, node, weight, 0, l);
				before = node;
			}
		}
	}

	addLoop(): void {
		this.loopFrom = this.alongM.length;
		const points = (this.loopPoints = this.loop.points(STEP_M));
		for (let i = 0; i < points.length; i += 3) {
			this.xy.push(points[i], points[i + 1]);
			this.alongM.push(points[i + 2]);
			this.awayM.push(0);
			this.lineOfNode.push(DRAWN);
		}
		const count = points.length / 3;
		for (let k = 0; k < count; k++) {
			this.join(this.loopFrom + k, this.loopFrom + ((k + 1) % count), DRAWN_WEIGHT, 0, DRAWN);
		}
	}

	addHops(): void {
		const count = this.loopFrom;
		if (count === 0) return;
		const index = new Flatbush(count);
		for (let v = 0; v < count; v++) index.add(this.xy[2 * v], this.xy[2 * v + 1]);
		index.finish();
		for (let v = 0; v < count; v++) {
			this.join(v, this.loopFrom + this.loopPointNear(this.alongM[v]), DRAWN_WEIGHT, HOP_M, HOP);
			const [x, y] = [this.xy[2 * v], this.xy[2 * v + 1]];
			const near = index.search(x - HOP_REACH_M, y - HOP_REACH_M, x + HOP_REACH_M, y + HOP_REACH_M);
			for (const w of near) {
				if (w <= v || this.lineOfNode[w] === this.lineOfNode[v]) continue;
				if (Math.hypot(this.xy[2 * w] - x, this.xy[2 * w + 1] - y) > HOP_REACH_M) continue;
				this.join(v, w, DRAWN_WEIGHT, HOP_M, HOP);
			}
		}
	}

	belt(): Belt {
		const gateM = this.gateM();
		const round = this.loop.lengthM;
		const after = (v: number): number => (this.alongM[v] - gateM + round) % round;
		const gate = new Int8Array(this.from.length);
		for (let e = 0; e < gate.length; e++) {
			gate[e] = Math.round((after(this.from[e]) + this.advanceM[e] - after(this.to[e])) / round);
			// a hop over the gate only multiplies the searches
			if (gate[e] !== 0 && this.line[e] === HOP) this.cost[e] = Infinity;
		}
		const nodeCount = this.alongM.length;
		const edgeFrom = Uint32Array.from(this.from);
		const edgeTo = Uint32Array.from(this.to);
		return {
			network: { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) },
			xy: Float64Array.from(this.xy),
			cost: Float64Array.from(this.cost),
			lengthM: Float64Array.from(this.lengthM),
			line: Int32Array.from(this.line),
			gate
		};
	}

	/** The node at a place of line `l`; -1 where it lies beyond the belt. */
	private node(x: number, y: number, joint: number, l: number): number {
		const known = joint < 0 ? undefined : this.nodeOfJoint.get(joint);
		if (known !== undefined) return known;
		const place = this.loop.nearest(x, y, this.reachM);
		let node = -1;
		if (place) {
			node = this.alongM.length;
			this.xy.push(x, y);
			this.alongM.push(place.alongM);
			this.awayM.push(place.awayM);
			this.lineOfNode.push(l);
		}
		if (joint >= 0) this.nodeOfJoint.set(joint, node);
		return node;
	}

	private join(a: number, b: number, weight: number, besidesM: number, line: number): void {
		if (a === b) return;
		const lengthM = Math.hypot(this.xy[2 * b] - this.xy[2 * a], this.xy[2 * b + 1] - this.xy[2 * a + 1]);
		const advanceM = this.loop.advanceM(this.alongM[a], this.alongM[b]);
		if (Math.abs(advanceM) > lengthM + 3 * this.reachM) return;
		const strayed = (this.awayM[a] ** 2 + this.awayM[b] ** 2) / 2 / this.reachM ** 2;
		const penalty = line >= 0 ? 1 + STRAY_PENALTY * strayed : 1;
		this.from.push(a);
		this.to.push(b);
		// no way is free, so that none goes round for nothing
		this.cost.push(Math.max(1e-3, lengthM) * weight * penalty + besidesM);
		this.lengthM.push(lengthM);
		this.line.push(line);
		this.advanceM.push(advanceM);
	}

	/** Number among the points of the loop of the one before `alongM`. */
	private loopPointNear(alongM: number): number {
		let low = 0;
		let high = this.loopPoints.length / 3 - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (this.loopPoints[3 * middle + 2] <= alongM) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	/** Metres along the loop, halfway between two of its points, where the fewest edges pass. */
	private gateM(): number {
		const count = this.loopPoints.length / 3;
		// passes of the places after each point, as a sum over what begins and ends there
		const change = new Int32Array(2 * count + 1);
		for (let e = 0; e < this.from.length; e++) {
			if (this.line[e] === HOP) continue;
			const isForward = this.advanceM[e] >= 0;
			const first = this.loopPointNear(this.alongM[isForward ? this.from[e] : this.to[e]]);
			let last = this.loopPointNear(this.alongM[isForward ? this.to[e] : this.from[e]]);
			if (last < first) last += count;
			change[first]++;
			change[last + 1]--;
		}
		let least = Infinity;
		let gate = 0;
		const passes = new Int32Array(count);
		for (let k = 0, sum = 0; k < 2 * count; k++) passes[k % count] += sum += change[k];
		for (let k = 0; k < count; k++) if (passes[k] < least) [least, gate] = [passes[k], k];
		const nextM = gate + 1 < count ? this.loopPoints[3 * gate + 5] : this.loop.lengthM;
		return (this.loopPoints[3 * gate + 2] + nextM) / 2;
	}
}
