import { areaNear, parallelAt, perimeterNear, type Parallel } from '../../geo/parallel.ts';
import { NO_FACES, type Faces } from '../../geo/overlay/faces.ts';
import { Overlay } from '../../geo/overlay/overlay.ts';
import type { Cell, CellGaps } from './cell.ts';
import { BARE, LAYER } from './layers.ts';
import type { RingStore } from './ring-store.ts';
import { subjectRings } from './subject.ts';

const NO_GAPS: CellGaps = { faces: NO_FACES, areaM2: new Float64Array(0), perimeterM: new Float64Array(0) };
const IS_GAP = (1 << LAYER.OFF_DUTY) | (1 << LAYER.NOT_INTEGRATED) | (1 << LAYER.BROKEN) | (1 << BARE);
const IS_COVERED = 1 << LAYER.COVERED;

/** Works out single cells: what in them is open and why, and on demand what is covered. */
export class CellWork {
	private readonly overlay = new Overlay();
	constructor(private readonly store: RingStore) {}

	/** Works out the gaps of `cell`. Throws NodingError where the grid is too coarse for it. */
	workOut(cell: Cell): void {
		cell.clear();
		if (Number.isNaN(cell.subjectM2)) cell.subjectM2 = this.subjectArea(cell);
		if (cell.covers > 0) {
			cell.gaps = NO_GAPS;
			return;
		}
		const faces = cell.slots.length === 0 ? this.bareFaces(cell) : this.overlaid(cell, IS_GAP);
		cell.gaps = measured(faces, parallelAt(cell.y + cell.size / 2));
		let sum = 0;
		for (const area of cell.gaps.areaM2) sum += area;
		cell.gapM2 = Math.min(sum, cell.subjectM2);
	}

	/** The faces of `cell` that are covered; kept with the cell until it is worked out again. */
	coveredFaces(cell: Cell): Faces {
		if (cell.covered === null) {
			if (cell.covers > 0) cell.covered = this.bareFaces(cell);
			else cell.covered = cell.slots.length === 0 ? NO_FACES : this.overlaid(cell, IS_COVERED);
		}
		return cell.covered;
	}

	/** Square metres of the subject in `cell`. */
	subjectArea(cell: Cell): number {
		const { areaM2 } = measured(this.bareFaces(cell), parallelAt(cell.y + cell.size / 2));
		let sum = 0;
		for (const area of areaM2) sum += area;
		return sum;
	}

	private bareFaces(cell: Cell): Faces {
		const { x, y, size, subject } = cell;
		if (subject === 'all') {
			return {
				label: Uint8Array.of(BARE),
				faceStart: Uint32Array.of(0, 1),
				ringStart: Uint32Array.of(0, 4),
				coords: Int32Array.of(x, y, x + size, y, x + size, y + size, x, y + size)
			};
		}
		this.overlay.begin(x, y, size, 1);
		this.addSubject(cell);
		return this.overlay.faces(firstLayer, 1 << BARE);
	}

	private overlaid(cell: Cell, wanted: number): Faces {
		const { coords, start, points, layer } = this.store;
		let layers = LAYER.COVERED + 1;
		for (const slot of cell.slots) if (layer[slot] >= layers) layers = layer[slot] + 1;
		this.overlay.begin(cell.x, cell.y, cell.size, layers);
		this.addSubject(cell);
		for (const slot of cell.slots) {
			this.overlay.addRing(coords, start[slot], start[slot] + points[slot], layer[slot]);
		}
		return this.overlay.faces(firstLayer, wanted);
	}

	private addSubject(cell: Cell): void {
		for (const ring of subjectRings(cell.subject, cell.x, cell.y, cell.size)) {
			this.overlay.addRing(ring, 0, ring.length / 2, LAYER.SUBJECT);
		}
	}
}

/** The label of ground by the layers that hold it: the first of them after the subject, or bare. */
function firstLayer(present: number): number {
	const holding = present & ~(1 << LAYER.SUBJECT);
	return holding === 0 ? BARE : 31 - Math.clz32(holding & -holding);
}

function measured(faces: Faces, parallel: Parallel): CellGaps {
	const n = faces.label.length;
	const areaM2 = new Float64Array(n);
	const perimeterM = new Float64Array(n);
	for (let f = 0; f < n; f++) {
		for (let r = faces.faceStart[f]; r < faces.faceStart[f + 1]; r++) {
			areaM2[f] += areaNear(parallel, faces.coords, faces.ringStart[r], faces.ringStart[r + 1]);
			perimeterM[f] += perimeterNear(parallel, faces.coords, faces.ringStart[r], faces.ringStart[r + 1]);
		}
	}
	return { faces, areaM2, perimeterM };
}
