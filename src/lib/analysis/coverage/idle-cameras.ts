import { Overlay } from '../../geo/overlay/overlay.ts';
import { areaUnder, parallelAt } from '../../geo/parallel.ts';
import type { CellGround } from './cell-work.ts';
import { isWatching } from './layers.ts';
import type { RingStore } from './ring-store.ts';
import { addSubject } from './subject.ts';
import type { Watchers } from './watchers.ts';

/** Ground below this is dust of the reckoning: a camera that alone holds no more adds nothing. */
export const DUST_M2 = 0.2;

const LAYER = { SUBJECT: 0, KEPT: 1, ASKED: 2 } as const;

/**
 * Which of the cameras that hold nothing alone can all go together.
 *
 * Where something that stays holds whatever they hold, they can. In the squares where they hold ground
 * among themselves only, they are taken out one after the other, in the order given, as long as
 * nothing opens: which of several that stand in for each other goes is so settled.
 */
export class IdleCameras {
	/** Numbers of the cameras that can go, in the order in which they were taken out. */
	readonly removable: number[] = [];
	private readonly overlay = new Overlay();
	private readonly isCandidate: Set<number>;
	private readonly isGone = new Set<number>();
	private readonly squares: CellGround[] = [];
	/** Squares in which a candidate might be missed. */
	private readonly contested = new Map<number, CellGround[]>();
	private nextSquare = 0;
	private nextCandidate = 0;

	constructor(
		private readonly store: RingStore,
		private readonly granted: number,
		cells: readonly CellGround[],
		watchers: Watchers,
		private readonly numberOfSlot: ReadonlyMap<number, number>,
		private readonly candidates: readonly number[]
	) {
		this.isCandidate = new Set(candidates);
		if (candidates.length === 0) return;
		for (const cell of cells) {
			if (!cell.slots.some((slot) => this.isAsked(slot))) continue;
			watchers.divide(cell, (square) => {
				if (square.slots.some((slot) => this.isAsked(slot))) this.squares.push(square);
			});
		}
	}

	get isDone(): boolean {
		return this.nextSquare === this.squares.length && this.nextCandidate === this.candidates.length;
	}

	/** How much is done, 0 to 1. */
	get share(): number {
		const all = this.squares.length + this.candidates.length;
		return all === 0 ? 1 : (this.nextSquare + this.nextCandidate) / all;
	}

	/** Looks at one square, or at one camera. */
	step(): void {
		if (this.nextSquare < this.squares.length) {
			const square = this.squares[this.nextSquare++];
			if (this.missedM2(square, (slot) => this.isAsked(slot)) <= 0) return;
			for (const slot of square.slots) {
				const n = this.numberOfSlot.get(slot);
				if (n === undefined || !this.isCandidate.has(n)) continue;
				const list = this.contested.get(n);
				if (!list) this.contested.set(n, [square]);
				else if (list.at(-1) !== square) list.push(square);
			}
		} else if (this.nextCandidate < this.candidates.length) {
			const n = this.candidates[this.nextCandidate++];
			let missedM2 = 0;
			for (const square of this.contested.get(n) ?? []) {
				missedM2 += this.missedM2(square, (slot) => this.numberOfSlot.get(slot) === n);
				if (missedM2 > DUST_M2) return;
			}
			this.isGone.add(n);
			this.removable.push(n);
		}
	}

	private isAsked(slot: number): boolean {
		const n = this.numberOfSlot.get(slot);
		return n !== undefined && this.isCandidate.has(n);
	}

	/** Ground in a square that only rings asked about hold, those of cameras gone already left out. */
	private missedM2(square: CellGround, isAsked: (slot: number) => boolean): number {
		const { x, y, size, slots } = square;
		const { overlay, store } = this;
		overlay.begin(x, y, size, 3);
		addSubject(square, overlay);
		for (const slot of slots) {
			if (!isWatching(store.layer[slot], this.granted)) continue;
			if (this.isGone.has(this.numberOfSlot.get(slot) ?? -1)) continue;
			const layer = isAsked(slot) ? LAYER.ASKED : LAYER.KEPT;
			overlay.addRing(store.coords, store.start[slot], store.start[slot] + store.points[slot], layer);
		}
		overlay.faces((present) => isMissed(present) + 1, 0);
		const { segments, presentAbove, presentBelow } = overlay.arrangement;
		const { x1, y1, x2, y2, count } = segments;
		const parallel = parallelAt(y + size / 2);
		let sum = 0;
		for (let e = 0; e < count; e++) {
			const change = isMissed(presentBelow[e]) - isMissed(presentAbove[e]);
			if (change !== 0) sum += change * areaUnder(parallel, x1[e], y1[e] + y, x2[e], y2[e] + y);
		}
		return sum;
	}
}

function isMissed(present: number): 0 | 1 {
	return (present & 0b111) === 0b101 ? 1 : 0;
}
