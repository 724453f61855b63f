import { areaNear, parallelAt, perimeterNear, type Parallel } from '../../geo/parallel.ts';
import { NO_FACES, type Faces } from '../../geo/overlay/faces.ts';
import { Overlay } from '../../geo/overlay/overlay.ts';
import type { CellResult } from './batch-answer.ts';
import type { Rings } from './cell-batch.ts';
import type { Cell, CellGaps } from './cell.ts';
import { HeldMeter } from './held-meter.ts';
import { BY_LABEL, HELD, noSums, SUBJECT, type Sums } from './cell-sums.ts';
import { LayerTables, type GrantedTable } from './layer-tables.ts';
import { BARE, COVERED, IS_COVERED, IS_GAP } from './layers.ts';
import { gapScenarios, SCENARIOS } from './scenarios.ts';
import { addSubject, squareRing, type SubjectPart } from './subject.ts';

/** The ground of a cell and the rings that meet it: all that its answer depends on. */
export interface CellGround {
	readonly x: number;
	readonly y: number;
	readonly size: number;
	readonly subject: SubjectPart;
	readonly slots: readonly number[];
}

/** Works out single cells: what in them is open and why, and on demand what is covered. */
export class CellWork {
	private readonly overlay = new Overlay();
	private readonly meter = new HeldMeter();
	private readonly tables = new LayerTables();
	private closing = gapScenarios(0);

	constructor(private readonly store: Rings) {}

	/** From now on the needs `granted` count as met. */
	grant(granted: number): void {
		this.tables.grant(granted);
		this.closing = gapScenarios(granted);
	}

	/** Works out the gaps and sums of `cell`. Throws NodingError where the grid is too coarse for it. */
	workOut(cell: Cell): void {
		cell.clear();
		if (Number.isNaN(cell.subjectM2)) cell.subjectM2 = this.areaOf(cell);
		const sums = noSums();
		sums[SUBJECT] = cell.subjectM2;
		if (cell.covers > 0) {
			cell.gaps = this.measured(NO_FACES, cell, null, sums);
		} else if (cell.slots.length === 0) {
			cell.gaps = this.measured(bareFaces(cell, this.overlay), cell, null, sums);
		} else {
			const table = this.tableOf(cell.slots);
			const faces = this.overlaid(cell, table, IS_GAP);
			cell.gaps = this.measured(faces, cell, table.table.hasNeeds ? table : null, sums);
		}
		cell.sums = sums;
	}

	/** Takes over what was worked out of `cell` elsewhere. */
	take(cell: Cell, { gaps, sums }: CellResult): void {
		cell.clear();
		cell.subjectM2 = sums[SUBJECT];
		cell.gaps = gaps;
		cell.sums = sums;
	}

	/** The faces of `cell` that are covered; kept with the cell until it is worked out again. */
	coveredFaces(cell: Cell): Faces {
		if (cell.covered === null) {
			if (cell.covers > 0) cell.covered = bareFaces(cell, this.overlay);
			else if (cell.slots.length === 0) cell.covered = NO_FACES;
			else cell.covered = this.overlaid(cell, this.tableOf(cell.slots), IS_COVERED);
		}
		return cell.covered;
	}

	/** Square metres of the subject in a square. */
	areaOf(ground: CellGround): number {
		return total(bareFaces(ground, this.overlay), ground);
	}

	/** Square metres of the subject in a square, and those of them that something holds. */
	heldIn(ground: CellGround): [subjectM2: number, coveredM2: number] {
		const subjectM2 = this.areaOf(ground);
		if (ground.slots.length === 0) return [subjectM2, 0];
		const open = total(this.overlaid(ground, this.tableOf(ground.slots), IS_GAP), ground);
		return [subjectM2, Math.max(0, subjectM2 - open)];
	}

	private tableOf(slots: readonly number[]): GrantedTable {
		return this.tables.of(slots, this.store.layer);
	}

	private overlaid(ground: CellGround, { table, labelOf }: GrantedTable, wanted: number): Faces {
		const { coords, start, points, layer } = this.store;
		this.overlay.begin(ground.x, ground.y, ground.size, table.count);
		addSubject(ground, this.overlay);
		for (const slot of ground.slots) {
			this.overlay.addRing(coords, start[slot], start[slot] + points[slot], table.of(layer[slot]));
		}
		return this.overlay.faces(labelOf, wanted);
	}

	/** The figures of gap faces, and their part in `sums`; `table` where other assumptions would hold more. */
	private measured(faces: Faces, { x, y, size }: Cell, table: GrantedTable | null, sums: Sums): CellGaps {
		const parallel = parallelAt(y + size / 2);
		const n = faces.label.length;
		const areaM2 = new Float64Array(n);
		const perimeterM = new Float64Array(n);
		let open = 0;
		for (let f = 0; f < n; f++) {
			areaM2[f] = faceArea(faces, f, parallel);
			for (let r = faces.faceStart[f]; r < faces.faceStart[f + 1]; r++) {
				perimeterM[f] += perimeterNear(parallel, faces.coords, faces.ringStart[r], faces.ringStart[r + 1]);
			}
			sums[BY_LABEL + faces.label[f]] += areaM2[f];
			open += areaM2[f];
		}
		const covered = Math.max(0, sums[SUBJECT] - open);
		sums[BY_LABEL + COVERED] = covered;
		if (table === null) {
			sums.fill(covered, HELD);
			return { faces, areaM2, perimeterM, closes: null };
		}
		const { meter } = this;
		meter.measure(this.overlay, table.heldUnder, this.closing, { x, y, parallel, faces: n });
		for (let s = 0; s < SCENARIOS; s++)
			sums[HELD + s] = Math.min(sums[SUBJECT], Math.max(0, meter.heldM2[s]));
		return { faces, areaM2, perimeterM, closes: meter.closes(n, areaM2) };
	}
}

/** The subject in a square as faces of label `BARE`. */
function bareFaces(ground: CellGround, overlay: Overlay): Faces {
	const { x, y, size, subject } = ground;
	if (subject === 'none') return NO_FACES;
	if (subject === 'all') {
		return {
			label: Uint8Array.of(BARE),
			faceStart: Uint32Array.of(0, 1),
			ringStart: Uint32Array.of(0, 4),
			coords: squareRing(x, y, size)
		};
	}
	overlay.begin(x, y, size, 1);
	addSubject(ground, overlay);
	return overlay.faces(bareWithin, 1 << BARE);
}

function bareWithin(present: number): number {
	return present & 1 ? BARE : 0;
}

function total(faces: Faces, { y, size }: CellGround): number {
	const parallel = parallelAt(y + size / 2);
	let sum = 0;
	for (let f = 0; f < faces.label.length; f++) sum += faceArea(faces, f, parallel);
	return sum;
}

/** Square metres of face `f`, near `parallel`. */
export function faceArea(faces: Faces, f: number, parallel: Parallel): number {
	let sum = 0;
	for (let r = faces.faceStart[f]; r < faces.faceStart[f + 1]; r++) {
		sum += areaNear(parallel, faces.coords, faces.ringStart[r], faces.ringStart[r + 1]);
	}
	return sum;
}
