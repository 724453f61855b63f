import type { Cell } from './cell.ts';
import type { CellTree } from './cell-tree.ts';
import { linksOf } from './seams.ts';

/**
 * Gaps across cells: connected gap faces of one label, joined where they share a piece of a cell's
 * side. Face number n is face `n - cell.firstFace` of `cellOf[n]`.
 */
export class GapIndex {
	/** The gap of each face. */
	readonly gapOf: Int32Array;
	readonly count: number;
	readonly label: Uint8Array;
	readonly areaM2: Float64Array;
	readonly perimeterM: Float64Array;

	private readonly leaves: readonly Cell[];
	private readonly leafOf: Uint32Array;
	private readonly faceM2: Float64Array;

	constructor(tree: CellTree) {
		const leaves = tree.leaves();
		this.leaves = leaves;
		let faces = 0;
		for (const cell of leaves) {
			cell.firstFace = faces;
			if (cell.gaps) faces += cell.gaps.areaM2.length;
		}
		this.leafOf = new Uint32Array(faces);
		this.faceM2 = new Float64Array(faces);
		const perimeterM = new Float64Array(faces);
		const label = new Uint8Array(faces);
		const parent = new Int32Array(faces);
		for (let n = 0; n < faces; n++) parent[n] = n;
		for (let l = 0; l < leaves.length; l++) {
			const cell = leaves[l];
			const { gaps, firstFace } = cell;
			if (!gaps) continue;
			const count = gaps.areaM2.length;
			for (let f = 0; f < count; f++) {
				this.leafOf[firstFace + f] = l;
				this.faceM2[firstFace + f] = gaps.areaM2[f];
				perimeterM[firstFace + f] += gaps.perimeterM[f];
				label[firstFace + f] = gaps.faces.label[f];
			}
			if (count === 0) continue;
			const links = cell.links ?? linksOf(cell, tree);
			for (let k = 0; k < links.face.length; k++) {
				const n = firstFace + links.face[k];
				perimeterM[n] -= 2 * links.sharedM[k];
				join(parent, n, links.other[k].firstFace + links.otherFace[k]);
			}
		}

		const gapOf = new Int32Array(faces);
		let gaps = 0;
		for (let n = 0; n < faces; n++) {
			// the root of a gap is its first face, so it has been numbered before
			const root = find(parent, n);
			gapOf[n] = root === n ? gaps++ : gapOf[root];
		}
		this.gapOf = gapOf;
		this.count = gaps;
		this.label = new Uint8Array(gaps);
		this.areaM2 = new Float64Array(gaps);
		this.perimeterM = new Float64Array(gaps);
		for (let n = 0; n < faces; n++) {
			const gap = gapOf[n];
			this.label[gap] = label[n];
			this.areaM2[gap] += this.faceM2[n];
			this.perimeterM[gap] += perimeterM[n];
		}
	}

	/** The cell of face number `n`. */
	cellOf(n: number): Cell {
		return this.leaves[this.leafOf[n]];
	}

	/** Square metres of a face. */
	faceArea(n: number): number {
		return this.faceM2[n];
	}

	/** The faces of every gap: those of gap g are `start[g]` to `start[g + 1]` of `faces`. */
	facesByGap(): { start: Uint32Array; faces: Int32Array } {
		const start = new Uint32Array(this.count + 1);
		for (const gap of this.gapOf) start[gap + 1]++;
		for (let g = 0; g < this.count; g++) start[g + 1] += start[g];
		const next = start.slice(0, this.count);
		const faces = new Int32Array(this.gapOf.length);
		for (let n = 0; n < this.gapOf.length; n++) faces[next[this.gapOf[n]]++] = n;
		return { start, faces };
	}

	/** The largest face of every gap; of equal ones the first. */
	largestFaces(): Int32Array {
		const largest = new Int32Array(this.count).fill(-1);
		for (let n = 0; n < this.gapOf.length; n++) {
			const best = largest[this.gapOf[n]];
			if (best < 0 || this.faceM2[n] > this.faceM2[best]) largest[this.gapOf[n]] = n;
		}
		return largest;
	}

	/** The leftmost, then lowest point of every gap: x and y by turns, in grid units. */
	leastPoints(): Int32Array {
		const least = new Int32Array(2 * this.count).fill(2 ** 31 - 1);
		for (let n = 0; n < this.gapOf.length; n++) {
			const cell = this.cellOf(n);
			if (!cell.gaps) continue;
			const { faceStart, ringStart, coords } = cell.gaps.faces;
			const at = 2 * ringStart[faceStart[n - cell.firstFace]];
			const k = 2 * this.gapOf[n];
			if (coords[at] > least[k] || (coords[at] === least[k] && coords[at + 1] >= least[k + 1])) continue;
			least[k] = coords[at];
			least[k + 1] = coords[at + 1];
		}
		return least;
	}
}

function find(parent: Int32Array, n: number): number {
	while (parent[n] !== n) {
		parent[n] = parent[parent[n]];
		n = parent[n];
	}
	return n;
}

/** The lower number leads, so that the outcome does not depend on the order of joins. */
function join(parent: Int32Array, a: number, b: number): void {
	const p = find(parent, a);
	const q = find(parent, b);
	if (p < q) parent[q] = p;
	else if (q < p) parent[p] = q;
}
