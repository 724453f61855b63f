import type { Faces } from '../../geo/overlay/faces.ts';
import type { SubjectPart } from './subject.ts';

/** Gap faces of a cell with their figures; face f's label is the layer that would close it, or bare. */
export interface CellGaps {
	readonly faces: Faces;
	readonly areaM2: Float64Array;
	readonly perimeterM: Float64Array;
}

/** Where gap faces of a cell meet its sides: low, high, face by threes, sorted by low. */
export interface CellSeams {
	readonly west: Int32Array;
	readonly east: Int32Array;
	readonly south: Int32Array;
	readonly north: Int32Array;
}

/** Gap faces of a cell that go on in a cell to the east or north of it. */
export interface CellLinks {
	readonly face: number[];
	readonly other: Cell[];
	readonly otherFace: number[];
	/** Metres of side they share. */
	readonly sharedM: number[];
}

/** A square of ground, as wide in 1e-7 degrees one way as the other. */
export class Cell {
	/** South-west, south-east, north-west, north-east; null outside the subject. */
	children: (Cell | null)[] | null = null;
	/** Rings whose box meets the cell, and how many of them that count cover it whole. */
	count = 0;
	covers = 0;
	/** Slots of the rings that meet the cell and no child of it. */
	slots: number[] = [];
	/** Rings came or went in the cell or below it. */
	isTouched = false;
	/** The grid was too coarse for the cell as a whole. */
	mustSplit = false;

	/** Square metres of the subject in the cell; NaN where not reckoned yet. */
	subjectM2 = NaN;
	gapM2 = 0;
	/** Null until the cell is worked out; what was last worked out until it is again. */
	gaps: CellGaps | null = null;
	/** Made when asked for. */
	covered: Faces | null = null;
	seams: CellSeams | null = null;
	links: CellLinks | null = null;
	/** Index of the area each gap face lies in. */
	areaOf: Int32Array | null = null;
	/** Number of its first gap face among those of all cells. */
	firstFace = 0;

	constructor(
		readonly x: number,
		readonly y: number,
		readonly size: number,
		public subject: SubjectPart
	) {}

	/** Forgets what was worked out. */
	clear(): void {
		this.gaps = null;
		this.covered = null;
		this.seams = null;
		this.links = null;
		this.areaOf = null;
		this.gapM2 = 0;
	}
}
