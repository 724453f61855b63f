import { checkCount, type CoverTable } from './cover-table.ts';

/** A column is only left out where this share of what is covered already stands between it and a tie. */
const SAFE_SHARE = 1e-9;
/** Steps without a better bound before they are made half as long. */
const PATIENCE = 12;
/** Steps shorter than this times the gap better nothing. */
const LEAST_LENGTH = 1 / 512;

/**
 * How much `count` columns can cover at most, better with every step: the Lagrangian relaxation of maximal
 * covering (Galvao and ReVelle 1996) by subgradients (Held, Wolfe and Crowder 1974).
 *
 * Each row has a price between nothing and its weight. At any prices no choice of `count` columns covers
 * more than the sum of what rows are worth above their price, and the `count` columns whose rows cost most.
 * Its least value is that of the linear programme. Prices begin so that the bound is the one that the
 * choice handed in proves by itself (Leskovec et al. 2007).
 */
export class CoverBound {
	/** The least bound found: no choice of `count` columns covers more. */
	best = Infinity;
	/** 1 for columns that are in no choice better than the one known. */
	readonly isOut: Uint8Array;
	/** 1 for columns that are in every choice better than the one known. */
	readonly isIn: Uint8Array;
	private readonly price: Float64Array;
	private readonly cost: Float64Array;
	private readonly pull: Float64Array;
	private length = 2;
	private waited = 0;
	private taken: number[] = [];

	constructor(
		private readonly table: CoverTable,
		private readonly count: number,
		chosen: readonly number[],
		/** What is known to be possible. */
		private readonly reached: number
	) {
		checkCount(count);
		this.isOut = new Uint8Array(table.columnCount);
		this.isIn = new Uint8Array(table.columnCount);
		this.price = Float64Array.from(table.weight);
		this.cost = new Float64Array(table.columnCount);
		this.pull = new Float64Array(table.rowCount);
		for (const j of chosen) {
			for (let k = table.start[j]; k < table.start[j + 1]; k++) this.price[table.rows[k]] = 0;
		}
		this.judge();
	}

	/** Whether the choice known is proven to be the best; to within a billionth. */
	get isTight(): boolean {
		return this.best <= this.reached * (1 + SAFE_SHARE);
	}

	/** Moves the prices once; false where no further step would better the bound. O(entries). */
	step(): boolean {
		if (this.isTight || this.length < LEAST_LENGTH) return false;
		const { table, price, pull } = this;
		// how often the columns taken cover each row, against whether it pays to count it covered
		for (let i = 0; i < price.length; i++) pull[i] = price[i] < table.weight[i] ? -1 : 0;
		for (const j of this.taken) {
			for (let k = table.start[j]; k < table.start[j + 1]; k++) pull[table.rows[k]]++;
		}
		let normSq = 0;
		for (let i = 0; i < price.length; i++) {
			if ((pull[i] > 0 && price[i] === 0) || (pull[i] < 0 && price[i] === table.weight[i])) pull[i] = 0;
			normSq += pull[i] * pull[i];
		}
		if (normSq === 0) return false;
		const stride = (this.length * (this.value - this.reached)) / normSq;
		for (let i = 0; i < price.length; i++) {
			price[i] = Math.min(table.weight[i], Math.max(0, price[i] - stride * pull[i]));
		}
		this.judge();
		return true;
	}

	private value = Infinity;

	private judge(): void {
		const { table, price, cost, count } = this;
		let value = 0;
		for (let i = 0; i < price.length; i++) value += table.weight[i] - price[i];
		for (let j = 0; j < cost.length; j++) {
			let sum = 0;
			for (let k = table.start[j]; k < table.start[j + 1]; k++) sum += price[table.rows[k]];
			cost[j] = sum;
		}
		const sorted = Float64Array.from(cost).sort();
		const size = Math.min(count, cost.length);
		const last = size > 0 ? sorted[cost.length - size] : Infinity;
		const next = size < cost.length ? sorted[cost.length - size - 1] : 0;
		for (let k = cost.length - size; k < cost.length; k++) value += sorted[k];
		this.taken = takeAtLeast(cost, last, size);
		this.value = value;
		if (value < this.best * (1 - 1e-5)) this.waited = 0;
		else if (++this.waited >= PATIENCE) {
			this.length /= 2;
			this.waited = 0;
		}
		this.best = Math.min(this.best, value);
		if (size > 0) this.leaveOut(value, last, next);
	}

	/** Columns that would have to lower the value below what is reached if they were taken (or not taken). */
	private leaveOut(value: number, last: number, next: number): void {
		const least = this.reached * (1 - SAFE_SHARE);
		for (let j = 0; j < this.cost.length; j++) {
			if (this.cost[j] < last && value - last + this.cost[j] < least) this.isOut[j] = 1;
			if (this.cost[j] > next && value - this.cost[j] + next < least) this.isIn[j] = 1;
		}
	}
}

/** The `size` columns that cost `last` or more; of those that cost `last` the first. */
function takeAtLeast(cost: Float64Array, last: number, size: number): number[] {
	const taken: number[] = [];
	for (let j = 0; j < cost.length; j++) if (cost[j] > last) taken.push(j);
	for (let j = 0; j < cost.length && taken.length < size; j++) if (cost[j] === last) taken.push(j);
	return taken;
}
