import type { Faces } from '../../geo/overlay/faces.ts';
import type { Sums } from './cell-sums.ts';
import { NO_GAP_SET, type GapSet } from './gap-set.ts';
import type { SubjectPart } from './subject.ts';

/** Gap faces of a cell with their figures; face f's label is the reason that would close it, or bare. */
export interface CellGaps {
	readonly faces: Faces;
	readonly areaM2: Float64Array;
	readonly perimeterM: Float64Array;
	/** What of face f likely, possible and planned views would close, three numbers a face; null is none. */
	readonly closes: Float64Array | null;
}

/** A square of ground, as wide in 1e-7 degrees one way as the other. */
export class Cell {
	/** South-west, south-east, north-west, north-east; null outside the subject. */
	children: (Cell | null)[] | null = null;
	parent: Cell | null = null;
	/** Rings whose box meets the cell, and how many of them that count whatever is assumed cover it whole. */
	count = 0;
	covers = 0;
	/** Slots of the rings that meet the cell and no child of it. */
	slots: number[] = [];
	/** Rings came or went in the cell or below it. */
	isTouched = false;

	/** Another one after every change of what the cell's answer depends on. */
	version = 0;

	/** Square metres of the subject in the cell; NaN where not reckoned yet. */
	subjectM2 = NaN;
	/** Null until the cell is worked out; what was last worked out until it is again. */
	gaps: CellGaps | null = null;
	/** Of a cell its own, of a square above cells theirs together; null until worked out. */
	sums: Sums | null = null;
	/** Faces for the map, by what they show; made when asked for. */
	covered: Faces | null = null;
	watched: readonly Faces[] | null = null;
	/** Index of the area each gap face lies in. */
	areaOf: Int32Array | null = null;
	/** Square metres of the subject, and those held, of areas whose border runs through the cell. */
	byArea: Map<number, readonly [subjectM2: number, coveredM2: number]> | null = null;

	/** Gaps within the square, those of its quarters joined; good while `isJoined`. */
	gapSet: GapSet = NO_GAP_SET;
	isJoined = false;

	constructor(
		readonly x: number,
		readonly y: number,
		readonly size: number,
		public subject: SubjectPart
	) {}

	/** Forgets what was worked out. */
	clear(): void {
		this.gaps = null;
		this.sums = null;
		this.covered = null;
		this.watched = null;
		this.areaOf = null;
		this.byArea = null;
	}
}
