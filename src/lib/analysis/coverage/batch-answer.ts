import { NO_FACES } from '../../geo/overlay/faces.ts';
import type { Cell, CellGaps } from './cell.ts';
import { noSums, type Sums } from './cell-sums.ts';

/** What was worked out of the cells of a batch, cell by cell in flat arrays. */
export interface BatchAnswer {
	/** The number of the batch. */
	readonly number: number;
	/** Of each cell `FIELDS` numbers: gap faces, their rings, points of these, 1 where it has `closes`. */
	readonly counts: Int32Array;
	readonly label: Uint8Array;
	/** `faceStart` and `ringStart` of each cell, as in `Faces`, counted from the cell's own first. */
	readonly faceStart: Uint32Array;
	readonly ringStart: Uint32Array;
	readonly coords: Int32Array;
	readonly areaM2: Float64Array;
	readonly perimeterM: Float64Array;
	readonly closes: Float64Array;
	readonly sums: Float64Array;
}

/** What was worked out of one cell. */
export interface CellResult {
	readonly gaps: CellGaps;
	readonly sums: Sums;
}

const FIELDS = 4;
/** In the place of the number of faces: the grid is too coarse for the cell, it has to be split. */
const TOO_COARSE = -1;
const SUMS = noSums().length;

/** Packs what was worked out of `cells`; a cell without gaps is one the grid was too coarse for. */
export function packAnswer(number: number, cells: readonly Cell[]): BatchAnswer {
	const counts = new Int32Array(FIELDS * cells.length);
	const [label, faceStart, ringStart, coords] = [[], [], [], []] as [
		Uint8Array[],
		Uint32Array[],
		Uint32Array[],
		Int32Array[]
	];
	const [areaM2, perimeterM, closes, sums] = [[], [], [], []] as Float64Array[][];
	cells.forEach((cell, k) => {
		if (cell.gaps === null || cell.sums === null) {
			counts[FIELDS * k] = TOO_COARSE;
			return;
		}
		const { faces } = cell.gaps;
		const n = faces.label.length;
		sums.push(cell.sums);
		if (n === 0) return;
		const hasCloses = cell.gaps.closes === null ? 0 : 1;
		counts.set([n, faces.ringStart.length - 1, faces.coords.length / 2, hasCloses], FIELDS * k);
		label.push(faces.label);
		faceStart.push(faces.faceStart);
		ringStart.push(faces.ringStart);
		coords.push(faces.coords);
		areaM2.push(cell.gaps.areaM2);
		perimeterM.push(cell.gaps.perimeterM);
		if (cell.gaps.closes) closes.push(cell.gaps.closes);
	});
	return {
		number,
		counts,
		label: joined(label, (n) => new Uint8Array(n)),
		faceStart: joined(faceStart, (n) => new Uint32Array(n)),
		ringStart: joined(ringStart, (n) => new Uint32Array(n)),
		coords: joined(coords, (n) => new Int32Array(n)),
		areaM2: joined(areaM2, (n) => new Float64Array(n)),
		perimeterM: joined(perimeterM, (n) => new Float64Array(n)),
		closes: joined(closes, (n) => new Float64Array(n)),
		sums: joined(sums, (n) => new Float64Array(n))
	};
}

/** The result of each cell of the batch, in arrays of its own; null where the cell has to be split. */
export function unpackAnswer(answer: BatchAnswer): (CellResult | null)[] {
	const { counts, label, faceStart, ringStart, coords, areaM2, perimeterM, closes, sums } = answer;
	const results: (CellResult | null)[] = [];
	// where the next cell begins in each array
	let [face, firstFace, firstRing, point, close, sum] = [0, 0, 0, 0, 0, 0];
	for (let k = 0; k < counts.length; k += FIELDS) {
		const [n, rings, points, hasCloses] = counts.subarray(k, k + FIELDS);
		if (n === TOO_COARSE) {
			results.push(null);
			continue;
		}
		const own = sums.slice(sum, (sum += SUMS));
		const area = areaM2.slice(face, face + n);
		const perimeter = perimeterM.slice(face, face + n);
		if (n === 0) {
			const gaps = { faces: NO_FACES, areaM2: area, perimeterM: perimeter, closes: null };
			results.push({ gaps, sums: own });
			continue;
		}
		const faces = {
			label: label.slice(face, (face += n)),
			faceStart: faceStart.slice(firstFace, (firstFace += n + 1)),
			ringStart: ringStart.slice(firstRing, (firstRing += rings + 1)),
			coords: coords.slice(point, (point += 2 * points))
		};
		const closing = hasCloses === 1 ? closes.slice(close, (close += 3 * n)) : null;
		results.push({ gaps: { faces, areaM2: area, perimeterM: perimeter, closes: closing }, sums: own });
	}
	return results;
}

interface Settable<T> {
	readonly length: number;
	set(part: T, at: number): void;
}

function joined<T extends Settable<T>>(parts: readonly T[], make: (length: number) => T): T {
	const whole = make(parts.reduce((sum, part) => sum + part.length, 0));
	let next = 0;
	for (const part of parts) {
		whole.set(part, next);
		next += part.length;
	}
	return whole;
}
