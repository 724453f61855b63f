import type { Bbox } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { NodingError } from '../../geo/overlay/noder.ts';
import { unpackAnswer, type BatchAnswer } from './batch-answer.ts';
import { packBatch, type CellBatch } from './cell-batch.ts';
import type { Cell } from './cell.ts';
import type { CellTree } from './cell-tree.ts';
import type { CellWork } from './cell-work.ts';
import type { GapTree } from './gap-tree.ts';
import type { RingStore } from './ring-store.ts';

/** How far the work is, and the ground whose answer changed since the call before. */
export interface Progress {
	done: number;
	total: number;
	touched: Bbox | null;
}

/** Cells that are away to be worked out elsewhere, with the version each had when it left. */
export interface Loan {
	readonly batch: CellBatch;
	readonly cells: readonly Cell[];
	readonly versions: readonly number[];
}

/**
 * The cells that are still to be worked out: here, by `work`, or elsewhere, by `lend` and `accept`.
 *
 * A cell that changes while it is away is due again, and the late answer to it is refused. When all
 * others are done `work` takes those that are away in hand itself, last lent first: so it comes to
 * an end whether or not anyone answers, and no answer is ever waited for.
 */
export class CellQueue {
	private order: Cell[] = [];
	private next = 0;
	private view: Bbox | undefined;
	private readonly away = new Map<Cell, number>();
	private lent: Cell[] = [];
	private total = 0;
	private box = [Infinity, Infinity, -Infinity, -Infinity];

	constructor(
		private readonly tree: CellTree,
		private readonly store: RingStore,
		private readonly cells: CellWork,
		private readonly gapTree: GapTree
	) {}

	/** Cells not worked out yet, and those of them that are here. */
	get left(): number {
		return this.tree.dirty.size + this.away.size;
	}

	get here(): number {
		return this.tree.dirty.size;
	}

	isDue(cell: Cell): boolean {
		return this.tree.dirty.has(cell) || this.away.has(cell);
	}

	/** Takes up what an edit made due; to be called after the tree has settled. */
	begin(): void {
		this.touchReplaced();
		for (const [cell, version] of this.away) if (cell.version !== version) this.away.delete(cell);
		this.order = [];
		this.next = 0;
		this.total = this.left;
	}

	/** Works cells out, those that meet `view` first, until none is left or `budgetMs` have gone by; at least one. */
	work(budgetMs: number, view?: Bbox): Progress {
		const until = performance.now() + budgetMs;
		for (;;) {
			const cell = this.take(view) ?? this.takeBackLast();
			if (!cell) break;
			this.workOut(cell);
			if (performance.now() >= until) break;
		}
		this.total = Math.max(this.total, this.left);
		const { total, box } = this;
		this.box = [Infinity, Infinity, -Infinity, -Infinity];
		const [west, south, east, north] = box.map((value) => value / GRID_PER_DEG);
		const touched: Bbox | null = east > west ? [west, south, east, north] : null;
		return { done: total - this.left, total, touched };
	}

	/** Up to `most` cells to be worked out elsewhere, as batch `number`; null where none is here. */
	lend(number: number, most: number, granted: number, view?: Bbox): Loan | null {
		const cells: Cell[] = [];
		while (cells.length < most) {
			const cell = this.take(view);
			if (!cell) break;
			cells.push(cell);
			this.away.set(cell, cell.version);
			this.lent.push(cell);
		}
		if (cells.length === 0) return null;
		const batch = packBatch(cells, this.store, granted, number);
		return { batch, cells, versions: cells.map(({ version }) => version) };
	}

	/** Takes over what was worked out of a loan, but for cells that changed or were done here meanwhile. */
	accept(loan: Loan, answer: BatchAnswer): void {
		const results = unpackAnswer(answer);
		loan.cells.forEach((cell, k) => {
			if (!this.isStillAway(cell, loan.versions[k])) return;
			this.away.delete(cell);
			const result = results[k];
			if (!result) {
				// a cell that cannot be split is tried here, and fails here
				if (!this.split(cell)) this.tree.dirty.add(cell);
				return;
			}
			this.cells.take(cell, result);
			this.finish(cell);
		});
	}

	/** A loan that nobody will answer: its cells are due here again. */
	takeBack({ cells, versions }: Loan): void {
		cells.forEach((cell, k) => {
			if (!this.isStillAway(cell, versions[k])) return;
			this.away.delete(cell);
			this.tree.dirty.add(cell);
		});
	}

	private isStillAway(cell: Cell, version: number): boolean {
		return this.away.get(cell) === version && cell.version === version;
	}

	private take(view: Bbox | undefined): Cell | null {
		const { dirty } = this.tree;
		if (view !== this.view) this.arrange(view);
		while (dirty.size > 0) {
			if (this.next === this.order.length) this.arrange(view);
			const cell = this.order[this.next++];
			if (dirty.delete(cell)) return cell;
		}
		return null;
	}

	private arrange(view: Bbox | undefined): void {
		this.view = view;
		this.next = 0;
		this.order = [...this.tree.dirty];
		if (!view) return;
		const isIn = (cell: Cell): boolean => meets(cell, view);
		this.order = [...this.order.filter(isIn), ...this.order.filter((cell) => !isIn(cell))];
	}

	private takeBackLast(): Cell | null {
		for (;;) {
			const cell = this.lent.pop();
			if (!cell) return null;
			if (!this.away.delete(cell)) continue;
			cell.version++;
			return cell;
		}
	}

	private workOut(cell: Cell): void {
		try {
			this.cells.workOut(cell);
			this.finish(cell);
		} catch (error) {
			if (!(error instanceof NodingError) || !this.split(cell)) throw error;
		}
	}

	/** Splits a cell that the grid is too coarse for: its quarters are due. False where it is as small as can be. */
	private split(cell: Cell): boolean {
		if (!this.tree.forceSplit(cell)) return false;
		this.mark(cell);
		this.touchReplaced();
		return true;
	}

	private finish(cell: Cell): void {
		this.gapTree.touch(cell);
		this.mark(cell);
	}

	private mark({ x, y, size }: Cell): void {
		const { box } = this;
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x + size);
		box[3] = Math.max(box[3], y + size);
	}

	private touchReplaced(): void {
		for (const cell of this.tree.replaced) this.gapTree.touch(cell);
		this.tree.replaced = [];
	}
}

function meets(cell: Cell, [west, south, east, north]: Bbox): boolean {
	return (
		cell.x < east * GRID_PER_DEG &&
		cell.x + cell.size > west * GRID_PER_DEG &&
		cell.y < north * GRID_PER_DEG &&
		cell.y + cell.size > south * GRID_PER_DEG
	);
}
