import type { CoverageBy, GapReason } from '../../domain/findings/gaps.ts';
import type { Faces } from '../../geo/overlay/faces.ts';
import { parallelAt } from '../../geo/parallel.ts';
import { faceArea } from './cell-work.ts';
import type { Cell } from './cell.ts';
import { BY_LABEL, mainLabel, openM2 } from './cell-sums.ts';
import { gapIdOf } from './gap-list.ts';
import type { GapTree } from './gap-tree.ts';
import { COVERED, reasonOf } from './layers.ts';
import { squareRing } from './subject.ts';

/**
 * A piece of ground within one square: covered (`reason` null) or open; `share` of it where the
 * square stands for all that lies in it, 1 where the piece is exact.
 */
export interface CoveragePiece {
	readonly reason: GapReason | null;
	/** Null for covered ground, and for squares. */
	readonly gapId: string | null;
	readonly share: number;
	/** How many cameras see it, 1 to 3 or more; 0 where that was not asked. */
	readonly watchers: number;
	/** Rings of the integer grid, exterior first; views that must not be kept. */
	readonly rings: readonly Int32Array[];
}

/** Below this share of a square nothing is drawn of it. */
const LEAST_SHARE = 0.02;

/**
 * Hands out the ground in the squares of a quadtree that meet a box, as for a map tile. Squares up to
 * `coarse` grid units wide are given as one piece each, larger ones exactly; slivers are left out.
 */
export class PieceReader {
	constructor(
		private readonly gaps: GapTree,
		private readonly by: CoverageBy,
		private readonly coarse: number
	) {}

	/** Open ground in `node` and below. */
	openIn(node: Cell, visit: (piece: CoveragePiece) => void): void {
		if (node.size <= this.coarse) {
			if (!node.sums) return;
			const share = openM2(node.sums) / squareM2(node);
			const reason = reasonOf(mainLabel(node.sums), this.by);
			if (share > LEAST_SHARE) visit({ reason, gapId: null, share, watchers: 0, rings: [ringOf(node)] });
			return;
		}
		if (!node.gaps) return;
		const { faces } = node.gaps;
		for (let f = 0; f < faces.label.length; f++) {
			const ref = this.gaps.gapAt(node, f);
			if (this.gaps.isSliver(ref)) continue;
			const reason = reasonOf(faces.label[f], this.by);
			visit({ reason, gapId: gapIdOf(ref), share: 1, watchers: 0, rings: ringsOf(faces, f) });
		}
	}

	/** Covered ground in `node` and below; `facesOf` gives it exactly. */
	coveredIn(node: Cell, facesOf: (cell: Cell) => Faces, visit: (piece: CoveragePiece) => void): void {
		if (node.size <= this.coarse) {
			if (!node.sums) return;
			const share = node.sums[BY_LABEL + COVERED] / squareM2(node);
			if (share > LEAST_SHARE)
				visit({ reason: null, gapId: null, share, watchers: 0, rings: [ringOf(node)] });
			return;
		}
		const faces = facesOf(node);
		for (let f = 0; f < faces.label.length; f++) {
			visit({ reason: null, gapId: null, share: 1, watchers: 0, rings: ringsOf(faces, f) });
		}
	}

	/**
	 * Ground in `node` by how many cameras see it; `facesOf` gives a cell's. A square that stands for its
	 * parts is drawn by the number that most of what is seen there has.
	 */
	watchedIn(
		node: Cell,
		facesOf: (cell: Cell) => readonly Faces[],
		visit: (piece: CoveragePiece) => void
	): void {
		if (node.size > this.coarse) {
			for (const faces of facesOf(node)) {
				for (let f = 0; f < faces.label.length; f++) {
					const rings = ringsOf(faces, f);
					visit({ reason: null, gapId: null, share: 1, watchers: faces.label[f], rings });
				}
			}
			return;
		}
		const seen = [0, 0, 0, 0];
		forEachLeaf(node, (cell) => {
			const parallel = parallelAt(cell.y + cell.size / 2);
			for (const faces of facesOf(cell)) {
				for (let f = 0; f < faces.label.length; f++) seen[faces.label[f]] += faceArea(faces, f, parallel);
			}
		});
		const share = (seen[1] + seen[2] + seen[3]) / squareM2(node);
		if (share <= LEAST_SHARE) return;
		const watchers = seen.indexOf(Math.max(...seen));
		visit({ reason: null, gapId: null, share, watchers, rings: [ringOf(node)] });
	}

	/** Calls `visit` for the squares that meet the box and are not divided, or small enough to stand for their parts. */
	forEachSquare(
		node: Cell,
		[west, south, east, north]: readonly [number, number, number, number],
		visit: (node: Cell) => void
	): void {
		const { x, y, size, children } = node;
		if (x >= east || x + size <= west || y >= north || y + size <= south) return;
		if (children === null || size <= this.coarse) visit(node);
		else
			for (const child of children) if (child) this.forEachSquare(child, [west, south, east, north], visit);
	}
}

/** The rings of face `f`. */
export function ringsOf({ faceStart, ringStart, coords }: Faces, f: number): Int32Array[] {
	const rings: Int32Array[] = [];
	for (let r = faceStart[f]; r < faceStart[f + 1]; r++) {
		rings.push(coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1]));
	}
	return rings;
}

function forEachLeaf(node: Cell, visit: (cell: Cell) => void): void {
	if (node.children === null) visit(node);
	else for (const child of node.children) if (child) forEachLeaf(child, visit);
}

function squareM2({ y, size }: Cell): number {
	return parallelAt(y + size / 2).a * size * size;
}

function ringOf({ x, y, size }: Cell): Int32Array {
	return squareRing(x, y, size);
}
