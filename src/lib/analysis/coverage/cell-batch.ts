import { Cell } from './cell.ts';
import type { RingStore } from './ring-store.ts';
import type { SubjectPart } from './subject.ts';

/** What of the rings an overlay reads: slot s has points `start[s]` to `start[s] + points[s]`. */
export type Rings = Pick<RingStore, 'coords' | 'start' | 'points' | 'layer'>;

/** Cells to be worked out in another thread, with all that their answers depend on, in flat arrays. */
export interface CellBatch extends Rings {
	/** The answer is known by it again. */
	readonly number: number;
	/** The needs that count as met. */
	readonly granted: number;
	/** Of each cell `FIELDS` numbers: x, y, size, 1 where a ring covers it whole, rings of its subject, its rings. */
	readonly cells: Int32Array;
	/** Which rings meet each cell, cell by cell; none are named of a cell that one covers whole. */
	readonly slots: Uint32Array;
	/** Number of points of the rings that bound the subject, cell by cell, and their coordinates. */
	readonly subjectPoints: Uint32Array;
	readonly subjectCoords: Int32Array;
}

const FIELDS = 6;
/** In the place of the number of subject rings. */
const ALL = -1;

/** Packs `cells` with the rings that meet them, as they are now; a ring that meets several goes over once. */
export function packBatch(cells: readonly Cell[], store: Rings, granted: number, number: number): CellBatch {
	const fields = new Int32Array(FIELDS * cells.length);
	const slots: number[] = [];
	const found: number[] = [];
	const indexOf = new Map<number, number>();
	const bounds: Int32Array[] = [];
	let points = 0;
	cells.forEach(({ x, y, size, covers, subject, slots: meeting }, k) => {
		const isWhole = covers > 0;
		const rings = typeof subject === 'string' ? [] : subject;
		bounds.push(...rings);
		fields.set(
			[x, y, size, isWhole ? 1 : 0, subject === 'all' ? ALL : rings.length, isWhole ? 0 : meeting.length],
			FIELDS * k
		);
		if (isWhole) return;
		for (const slot of meeting) {
			let index = indexOf.get(slot);
			if (index === undefined) {
				indexOf.set(slot, (index = found.push(slot) - 1));
				points += store.points[slot];
			}
			slots.push(index);
		}
	});
	const rings = copyOf(found, points, store);
	return {
		number,
		granted,
		cells: fields,
		slots: Uint32Array.from(slots),
		subjectPoints: Uint32Array.from(bounds, (ring) => ring.length / 2),
		subjectCoords: joined(bounds),
		...rings
	};
}

/** The cells of a batch, as they were; their slots are those of the batch. */
export function unpackBatch({ cells, slots, subjectPoints, subjectCoords }: CellBatch): Cell[] {
	const found: Cell[] = [];
	let slot = 0;
	let ring = 0;
	let point = 0;
	for (let k = 0; k < cells.length; k += FIELDS) {
		const [x, y, size, isWhole, bounds, meeting] = cells.subarray(k, k + FIELDS);
		const rings: Int32Array[] = [];
		for (let b = 0; b < bounds; b++) {
			const end = point + subjectPoints[ring++];
			rings.push(subjectCoords.subarray(2 * point, 2 * end));
			point = end;
		}
		const subject: SubjectPart = bounds === ALL ? 'all' : rings.length > 0 ? rings : 'none';
		const cell = new Cell(x, y, size, subject);
		cell.covers = isWhole;
		cell.slots = [...slots.subarray(slot, slot + meeting)];
		slot += meeting;
		found.push(cell);
	}
	return found;
}

/** The buffers of a flat message, to be handed over without a copy. */
export function buffersOf(message: object): ArrayBuffer[] {
	return Object.values(message).flatMap((value: unknown) =>
		ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : []
	);
}

function copyOf(found: readonly number[], total: number, store: Rings): Rings {
	const coords = new Int32Array(2 * total);
	const start = new Uint32Array(found.length);
	const points = new Uint32Array(found.length);
	const layer = new Uint16Array(found.length);
	let next = 0;
	found.forEach((slot, index) => {
		const [from, n] = [store.start[slot], store.points[slot]];
		coords.set(store.coords.subarray(2 * from, 2 * (from + n)), 2 * next);
		start[index] = next;
		points[index] = n;
		layer[index] = store.layer[slot];
		next += n;
	});
	return { coords, start, points, layer };
}

function joined(rings: readonly Int32Array[]): Int32Array {
	const coords = new Int32Array(rings.reduce((sum, ring) => sum + ring.length, 0));
	let next = 0;
	for (const ring of rings) {
		coords.set(ring, next);
		next += ring.length;
	}
	return coords;
}
