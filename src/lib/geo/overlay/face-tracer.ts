import type { Arrangement } from './arrangement.ts';
import { packFaces, type Face, type Faces } from './faces.ts';
import { CycleSplitter, isCounterClockwise } from './split-cycle.ts';

/** A walk along a boundary with holes only: its face is found through what lies below it. */
interface HoleCycle {
	cycle: number;
	leastVertex: number;
	rings: number[][];
}

/**
 * Traces the boundaries of the faces of an arrangement.
 *
 * Half-edge 2 e runs along segment e from left to right with the face above it, 2 e + 1 back with
 * the face below. At a vertex the walk takes the first half-edge of its label clockwise from where
 * it came, so it goes round one connected piece of ground.
 */
export class FaceTracer {
	private readonly splitter = new CycleSplitter();
	private outStart = new Int32Array(1024);
	private out = new Int32Array(1024);
	private cycleOf = new Int32Array(1024);
	private walk: number[] = [];

	/** The faces of the labels whose bit is set in `wanted`, moved by the origin. */
	trace(arrangement: Arrangement, wanted: number, originX: number, originY: number): Faces {
		this.listHalfEdges(arrangement, wanted);
		const { vertexX, vertexY } = arrangement;
		const faces: Face[] = [];
		const faceOfCycle: number[] = [];
		const holeCycles: HoleCycle[] = [];
		const halfEdges = 2 * arrangement.segments.count;
		for (let start = 0; start < halfEdges; start++) {
			if (this.cycleOf[start] !== -1) continue;
			const cycle = faceOfCycle.length;
			const isTouching = this.follow(arrangement, start, cycle);
			const rings = isTouching ? this.splitter.split(this.walk, arrangement.vertexCount) : [this.walk];
			const shell = rings.findIndex((ring) => isCounterClockwise(ring, vertexX, vertexY));
			if (shell < 0) {
				holeCycles.push({ cycle, leastVertex: least(this.walk), rings });
				faceOfCycle.push(-1);
			} else {
				const [exterior] = rings.splice(shell, 1);
				faceOfCycle.push(faces.length);
				faces.push({ label: this.labelOf(arrangement, start), rings: [exterior, ...rings] });
			}
		}
		// from left to right, so that what a hole refers to is known before it
		holeCycles.sort((a, b) => a.leastVertex - b.leastVertex);
		for (const { cycle, leastVertex, rings } of holeCycles) {
			const below = arrangement.boundaryBelow[leastVertex];
			const face = below < 0 ? -1 : faceOfCycle[this.cycleOf[2 * below]];
			if (!(face >= 0)) throw new RangeError('a hole lies in no face: the rings were not noded');
			faceOfCycle[cycle] = face;
			faces[face].rings.push(...rings);
		}
		return packFaces(faces, vertexX, vertexY, originX, originY);
	}

	/** Half-edges of wanted labels by the vertex they leave; their cycle is -1, that of all others -2. */
	private listHalfEdges(arrangement: Arrangement, wanted: number): void {
		const { left, right, labelAbove, labelBelow, vertexCount } = arrangement;
		const n = arrangement.segments.count;
		if (this.cycleOf.length < 2 * n) {
			this.cycleOf = new Int32Array(4 * n);
			this.out = new Int32Array(4 * n);
		}
		if (this.outStart.length < vertexCount + 2) this.outStart = new Int32Array(2 * vertexCount + 2);
		const start = this.outStart.fill(0, 0, vertexCount + 2);
		const cycleOf = this.cycleOf;
		for (let e = 0; e < n; e++) {
			const above = labelAbove[e];
			const below = labelBelow[e];
			const isBoundary = above !== below;
			cycleOf[2 * e] = isBoundary && above > 0 && (wanted >> above) & 1 ? -1 : -2;
			cycleOf[2 * e + 1] = isBoundary && below > 0 && (wanted >> below) & 1 ? -1 : -2;
			if (cycleOf[2 * e] === -1) start[left[e] + 2]++;
			if (cycleOf[2 * e + 1] === -1) start[right[e] + 2]++;
		}
		for (let v = 0; v <= vertexCount; v++) start[v + 1] += start[v];
		for (let e = 0; e < n; e++) {
			if (cycleOf[2 * e] === -1) this.out[start[left[e] + 1]++] = 2 * e;
			if (cycleOf[2 * e + 1] === -1) this.out[start[right[e] + 1]++] = 2 * e + 1;
		}
	}

	/** Leaves the vertices of the walk from `start` in `walk`; says whether it passes a busy vertex. */
	private follow(arrangement: Arrangement, start: number, cycle: number): boolean {
		const { left, right } = arrangement;
		const walk: number[] = [];
		let isTouching = false;
		let h = start;
		do {
			this.cycleOf[h] = cycle;
			const e = h >> 1;
			const from = h & 1 ? right[e] : left[e];
			const to = h & 1 ? left[e] : right[e];
			walk.push(from);
			const first = this.outStart[to];
			if (this.outStart[to + 1] - first === 1) h = this.out[first];
			else {
				isTouching = true;
				h = this.turn(arrangement, h, from, to);
			}
			if (h !== start && (h < 0 || this.cycleOf[h] >= 0)) {
				throw new RangeError('a boundary does not close: the segments were not noded');
			}
		} while (h !== start);
		this.walk = walk;
		return isTouching;
	}

	/** The first half-edge out of `to`, of the label of `h`, clockwise from the way back to `from`. */
	private turn(arrangement: Arrangement, h: number, from: number, to: number): number {
		const { vertexX, vertexY, left, right } = arrangement;
		const label = this.labelOf(arrangement, h);
		const backX = vertexX[from] - vertexX[to];
		const backY = vertexY[from] - vertexY[to];
		let best = -1;
		let bestX = 0;
		let bestY = 0;
		let bestHalf = 3;
		for (let q = this.outStart[to]; q < this.outStart[to + 1]; q++) {
			const other = this.out[q];
			if (this.labelOf(arrangement, other) !== label) continue;
			const end = other & 1 ? left[other >> 1] : right[other >> 1];
			const x = vertexX[end] - vertexX[to];
			const y = vertexY[end] - vertexY[to];
			const turn = backX * y - backY * x;
			const half = turn < 0 ? 0 : turn === 0 && backX * x + backY * y < 0 ? 1 : 2;
			if (best < 0 || half < bestHalf || (half === bestHalf && bestX * y - bestY * x > 0)) {
				best = other;
				bestX = x;
				bestY = y;
				bestHalf = half;
			}
		}
		return best;
	}

	private labelOf(arrangement: Arrangement, h: number): number {
		return h & 1 ? arrangement.labelBelow[h >> 1] : arrangement.labelAbove[h >> 1];
	}
}

function least(walk: readonly number[]): number {
	let v = walk[0];
	for (const u of walk) if (u < v) v = u;
	return v;
}
