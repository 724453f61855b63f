import type { Cell } from './cell.ts';
import type { CellTree } from './cell-tree.ts';
import { linksOf } from './seams.ts';

/**
 * Gaps across cells: connected gap faces of one label, joined where they share a piece of a cell's
 * side. Face number n is face `n - cell.firstFace` of `cellOf[n]`.
 */
export class GapIndex {
	/** The gap of each face. */
	gapOf = new Int32Array(0);
	cellOf: Cell[] = [];

	count = 0;
	label = new Uint8Array(0);
	areaM2 = new Float64Array(0);
	perimeterM = new Float64Array(0);
	/** The face with the leftmost, then lowest point, and the largest face, of each gap. */
	leastFace = new Int32Array(0);
	largestFace = new Int32Array(0);

	constructor(tree: CellTree) {
		const leaves = tree.leaves();
		let faces = 0;
		for (const cell of leaves) {
			cell.firstFace = faces;
			faces += cell.gaps?.faces.label.length ?? 0;
			while (this.cellOf.length < faces) this.cellOf.push(cell);
		}
		const parent = new Int32Array(faces);
		for (let n = 0; n < faces; n++) parent[n] = n;
		const sharedM = new Float64Array(faces);
		for (const cell of leaves) {
			if (!cell.gaps || cell.gaps.faces.label.length === 0) continue;
			const links = linksOf(cell, tree);
			for (let k = 0; k < links.face.length; k++) {
				const n = cell.firstFace + links.face[k];
				sharedM[n] += links.sharedM[k];
				join(parent, n, links.other[k].firstFace + links.otherFace[k]);
			}
		}
		this.number(parent);
		this.addUp(sharedM);
	}

	/** The faces of a gap, in the order of cells. */
	facesOf(gap: number): number[] {
		const found: number[] = [];
		for (let n = 0; n < this.gapOf.length; n++) if (this.gapOf[n] === gap) found.push(n);
		return found;
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

	/** Leftmost, then lowest point of a gap: x, y in grid units. */
	leastPoint(gap: number): [x: number, y: number] {
		return firstPoint(this.cellOf[this.leastFace[gap]], this.leastFace[gap]);
	}

	/** Gaps are numbered in the order of their first faces. */
	private number(parent: Int32Array): void {
		const faces = parent.length;
		this.gapOf = new Int32Array(faces).fill(-1);
		for (let n = 0; n < faces; n++) {
			const root = find(parent, n);
			if (this.gapOf[root] < 0) this.gapOf[root] = this.count++;
			this.gapOf[n] = this.gapOf[root];
		}
	}

	private addUp(sharedM: Float64Array): void {
		this.label = new Uint8Array(this.count);
		this.areaM2 = new Float64Array(this.count);
		this.perimeterM = new Float64Array(this.count);
		this.leastFace = new Int32Array(this.count).fill(-1);
		this.largestFace = new Int32Array(this.count).fill(-1);
		for (let n = 0; n < this.gapOf.length; n++) {
			const gap = this.gapOf[n];
			const cell = this.cellOf[n];
			if (!cell.gaps) continue;
			const f = n - cell.firstFace;
			this.label[gap] = cell.gaps.faces.label[f];
			this.areaM2[gap] += cell.gaps.areaM2[f];
			this.perimeterM[gap] += cell.gaps.perimeterM[f] - 2 * sharedM[n];

			const least = this.leastFace[gap];
			if (least < 0 || isBefore(firstPoint(cell, n), firstPoint(this.cellOf[least], least))) {
				this.leastFace[gap] = n;
			}
			const largest = this.largestFace[gap];
			if (largest < 0 || cell.gaps.areaM2[f] > this.faceArea(largest)) this.largestFace[gap] = n;
		}
	}

	/** Square metres of a face. */
	faceArea(n: number): number {
		const cell = this.cellOf[n];
		return cell.gaps?.areaM2[n - cell.firstFace] ?? 0;
	}
}

function firstPoint(cell: Cell, n: number): [number, number] {
	if (!cell.gaps) return [0, 0];
	const { faceStart, ringStart, coords } = cell.gaps.faces;
	const at = 2 * ringStart[faceStart[n - cell.firstFace]];
	return [coords[at], coords[at + 1]];
}

function isBefore(a: [number, number], b: [number, number]): boolean {
	return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
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
