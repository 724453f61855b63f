import type { CoverageBy, GapReason } from '../../domain/findings/gaps.ts';
import type { Faces } from '../../geo/overlay/faces.ts';
import { parallelAt } from '../../geo/parallel.ts';
import type { Cell } from './cell.ts';
import { BY_LABEL, mainLabel, openM2 } from './cell-sums.ts';
import { gapIdOf } from './gap-list.ts';
import type { GapTree } from './gap-tree.ts';
import { COVERED, reasonOf } from './layers.ts';

/**
 * A piece of ground within one square: covered (`reason` null) or open; `share` of it where the
 * square stands for all that lies in it, 1 where the piece is exact.
 */
export interface CoveragePiece {
	readonly reason: GapReason | null;
	/** Null for covered ground, and for squares. */
	readonly gapId: string | null;
	readonly share: number;
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
			if (share > LEAST_SHARE) visit({ reason, gapId: null, share, rings: [squareRing(node)] });
			return;
		}
		if (!node.gaps) return;
		const { faces } = node.gaps;
		for (let f = 0; f < faces.label.length; f++) {
			const ref = this.gaps.gapAt(node, f);
			if (this.gaps.isSliver(ref)) continue;
			const reason = reasonOf(faces.label[f], this.by);
			visit({ reason, gapId: gapIdOf(ref), share: 1, rings: ringsOf(faces, f) });
		}
	}

	/** Covered ground in `node` and below; `facesOf` gives it exactly. */
	coveredIn(node: Cell, facesOf: (cell: Cell) => Faces, visit: (piece: CoveragePiece) => void): void {
		if (node.size <= this.coarse) {
			if (!node.sums) return;
			const share = node.sums[BY_LABEL + COVERED] / squareM2(node);
			if (share > LEAST_SHARE) visit({ reason: null, gapId: null, share, rings: [squareRing(node)] });
			return;
		}
		const faces = facesOf(node);
		for (let f = 0; f < faces.label.length; f++) {
			visit({ reason: null, gapId: null, share: 1, rings: ringsOf(faces, f) });
		}
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
		else for (const child of children) if (child) this.forEachSquare(child, [west, south, east, north], visit);
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

function squareM2({ y, size }: Cell): number {
	return parallelAt(y + size / 2).a * size * size;
}

function squareRing({ x, y, size }: Cell): Int32Array {
	return Int32Array.of(x, y, x + size, y, x + size, y + size, x, y + size);
}
