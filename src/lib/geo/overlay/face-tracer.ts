import type { Arrangement } from './arrangement.ts';
import { NO_FACES, packFaces, type Faces } from './faces.ts';
import { RingList } from './ring-list.ts';
import { CycleSplitter } from './split-cycle.ts';

const NOT_WANTED = -2;
const NOT_SEEN = -1;

/** Traces the boundaries of the faces of an arrangement. */
export class FaceTracer {
	private readonly splitter = new CycleSplitter();
	private readonly rings = new RingList();
	private cycleOf = new Int32Array(1 << 14);
	private faceOfCycle: number[] = [];

	/** The faces of the labels whose bit is set in `wanted`, moved by the origin. */
	trace(arrangement: Arrangement, wanted: number, originX: number, originY: number): Faces {
		const { vertices, boundaryBelow } = arrangement;
		const halfEdges = this.markWanted(arrangement, wanted);
		const { rings, cycleOf } = this;
		const faceOfCycle: number[] = [];
		this.faceOfCycle = faceOfCycle;
		const labels: number[] = [];
		// cycles that bound no face from outside: their face is found through what lies below them
		const inner: { cycle: number; leastVertex: number; firstRing: number; endRing: number }[] = [];
		rings.clear();
		for (let start = 0; start < halfEdges; start++) {
			if (cycleOf[start] !== NOT_SEEN) continue;
			const cycle = faceOfCycle.length;
			const firstRing = rings.count;
			const leastVertex = this.follow(arrangement, start, cycle);
			const shell = rings.counterClockwise(firstRing, vertices.x, vertices.y);
			if (shell < 0) {
				inner.push({ cycle, leastVertex, firstRing, endRing: rings.count });
				faceOfCycle.push(-1);
			} else {
				rings.setFace(firstRing, rings.count, labels.length, shell);
				faceOfCycle.push(labels.length);
				labels.push(start & 1 ? arrangement.labelBelow[start >> 1] : arrangement.labelAbove[start >> 1]);
			}
		}
		// from left to right, so that what a hole refers to is known before it
		inner.sort((a, b) => a.leastVertex - b.leastVertex);
		for (const { cycle, leastVertex, firstRing, endRing } of inner) {
			const below = boundaryBelow[leastVertex];
			const face = below < 0 ? -1 : faceOfCycle[cycleOf[2 * below]];
			if (!(face >= 0)) throw new RangeError('a hole lies in no face: the rings were not noded');
			faceOfCycle[cycle] = face;
			rings.setFace(firstRing, endRing, face, -1);
		}
		return labels.length === 0
			? NO_FACES
			: packFaces(labels, rings, vertices.x, vertices.y, originX, originY);
	}

	/** Index among the faces last traced of the one above segment `e`; -1 where that was not wanted. */
	faceAbove(arrangement: Arrangement, e: number): number {
		const boundary = arrangement.ground[e];
		const cycle = boundary < 0 ? NOT_WANTED : this.cycleOf[2 * boundary];
		return cycle < 0 ? -1 : this.faceOfCycle[cycle];
	}

	/** As `faceAbove`, of the ground below segment `e`. */
	faceBelow(arrangement: Arrangement, e: number): number {
		if (arrangement.labelAbove[e] === arrangement.labelBelow[e]) return this.faceAbove(arrangement, e);
		const cycle = this.cycleOf[2 * e + 1];
		return cycle < 0 ? -1 : this.faceOfCycle[cycle];
	}

	/** Marks the half-edges of boundaries by whether their ground is wanted; returns how many there are. */
	private markWanted(arrangement: Arrangement, wanted: number): number {
		const { labelAbove, labelBelow } = arrangement;
		const n = arrangement.segments.count;
		if (this.cycleOf.length < 2 * n) this.cycleOf = new Int32Array(4 * n);
		const cycleOf = this.cycleOf;
		const isWanted = wanted & ~1;
		for (let e = 0; e < n; e++) {
			const above = labelAbove[e];
			const below = labelBelow[e];
			const isBoundary = above !== below;
			cycleOf[2 * e] = isBoundary && (isWanted >> above) & 1 ? NOT_SEEN : NOT_WANTED;
			cycleOf[2 * e + 1] = isBoundary && (isWanted >> below) & 1 ? NOT_SEEN : NOT_WANTED;
		}
		return 2 * n;
	}

	/** Adds the rings of the walk from half-edge `start` to `rings`; returns the least vertex it passes. */
	private follow(arrangement: Arrangement, start: number, cycle: number): number {
		const { next, isBusy, vertices } = arrangement;
		const { left, right } = vertices;
		const { rings, cycleOf } = this;
		let isTouching = false;
		let least = vertices.count;
		let h = start;
		rings.begin();
		do {
			cycleOf[h] = cycle;
			const v = h & 1 ? right[h >> 1] : left[h >> 1];
			rings.push(v);
			if (isBusy[v] === 1) isTouching = true;
			if (v < least) least = v;
			h = next[h];
			if (h !== start && cycleOf[h] !== NOT_SEEN) {
				throw new RangeError('a boundary does not close: the segments were not noded');
			}
		} while (h !== start);
		if (isTouching) {
			const walk = rings.takeBack();
			for (const ring of this.splitter.split(walk, vertices.count)) rings.add(ring);
		} else rings.end();
		return least;
	}
}
