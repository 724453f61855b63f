/**
 * A linear programme, some of whose columns must be whole numbers: rows in compressed form, entries
 * `start[r]` to `start[r + 1]` of `index` and `value`, between `rowLower` and `rowUpper`.
 */
export interface MixedProgram {
	readonly maximise: boolean;
	readonly columnCount: number;
	readonly rowCount: number;
	readonly cost: Float64Array;
	readonly lower: Float64Array;
	readonly upper: Float64Array;
	/** 1 for columns that must be whole. */
	readonly isWhole: Uint8Array;
	readonly rowLower: Float64Array;
	readonly rowUpper: Float64Array;
	readonly start: Uint32Array;
	readonly index: Uint32Array;
	readonly value: Float64Array;
}

export interface SolveOptions {
	/** Seconds after which the best so far is the answer. */
	readonly timeLimitS: number;
	/** A sound choice to begin from: a value for each column. */
	readonly from?: Float64Array | undefined;
	/** Told now and then of the best found and of what is proven. */
	readonly onProgress?: ((best: number, bound: number) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

export interface Solved {
	/** `optimal`: proven; `limit`: time ran out; `none`: there is no choice that fits. */
	readonly status: 'optimal' | 'limit' | 'none';
	/** A value for each column; null where none was found. */
	readonly values: Float64Array | null;
	/** No choice is better than this. */
	readonly bound: number;
}

/** What solves mixed programmes: HiGHS here, in another thread, or nothing at all. */
export type Solver = (program: MixedProgram, options: SolveOptions) => Promise<Solved>;

/** Puts a programme together row by row. */
export class ProgramRows {
	private readonly start: number[] = [0];
	private readonly index: number[] = [];
	private readonly value: number[] = [];
	private readonly lower: number[] = [];
	private readonly upper: number[] = [];

	/** Adds an entry to the row under way. */
	put(column: number, value: number): void {
		this.index.push(column);
		this.value.push(value);
	}

	/** Ends the row under way. */
	end(lower: number, upper: number): void {
		this.start.push(this.index.length);
		this.lower.push(lower);
		this.upper.push(upper);
	}

	/** The programme of these rows over columns between 0 and 1. */
	program(maximise: boolean, cost: Float64Array, isWhole: Uint8Array): MixedProgram {
		return {
			maximise,
			columnCount: cost.length,
			rowCount: this.lower.length,
			cost,
			lower: new Float64Array(cost.length),
			upper: new Float64Array(cost.length).fill(1),
			isWhole,
			rowLower: Float64Array.from(this.lower),
			rowUpper: Float64Array.from(this.upper),
			start: Uint32Array.from(this.start),
			index: Uint32Array.from(this.index),
			value: Float64Array.from(this.value)
		};
	}
}
