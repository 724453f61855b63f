import { columnsOfRows, type CoverTable, type RowColumns } from './cover-table.ts';

/** An exchange must gain more than this share of the whole: dust of adding up is no gain. */
const LEAST_SHARE = 1e-12;

/**
 * Betters a choice of columns by exchanging one at a time for another, the best exchange first, until none
 * is left (vertex substitution, Teitz and Bart 1968; its bookkeeping after Resende and Werneck 2007). It
 * may be stopped after any step and holds a sound choice all the while.
 */
export class CoverSearch {
	readonly chosen: number[];
	total = 0;
	private readonly byRow: RowColumns;
	/** How many chosen columns cover each row. */
	private readonly times: Int32Array;
	/** What each column would add to the choice. */
	private readonly gain: Float64Array;
	private readonly extra: Float64Array;

	constructor(
		private readonly table: CoverTable,
		chosen: readonly number[],
		byRow: RowColumns = columnsOfRows(table)
	) {
		this.byRow = byRow;
		this.chosen = [];
		this.times = new Int32Array(table.rowCount);
		this.gain = new Float64Array(table.columnCount);
		this.extra = new Float64Array(table.columnCount);
		for (let j = 0; j < table.columnCount; j++) {
			for (let k = table.start[j]; k < table.start[j + 1]; k++) this.gain[j] += table.weight[table.rows[k]];
		}
		for (const j of chosen) {
			if (!(j >= 0 && j < table.columnCount)) {
				throw new RangeError(`column ${j}, wanted one of ${table.columnCount}`);
			}
			this.chosen.push(j);
			this.put(j, 1);
		}
	}

	/** Makes the best exchange there is; false where none betters the choice. O(columns + entries of the rows that one column alone covers). */
	step(): boolean {
		const { chosen, table, gain, extra, byRow } = this;
		let best = -1;
		for (let j = 0; j < gain.length; j++) if (best < 0 || gain[j] > gain[best]) best = j;
		if (best < 0) return false;
		let most = LEAST_SHARE * Math.max(this.total, Number.MIN_VALUE);
		let out = -1;
		let into = -1;
		for (let c = 0; c < chosen.length; c++) {
			const leaving = chosen[c];
			const touched: number[] = [];
			let loss = 0;
			for (let k = table.start[leaving]; k < table.start[leaving + 1]; k++) {
				const row = table.rows[k];
				if (this.times[row] !== 1) continue;
				loss += table.weight[row];
				for (let t = byRow.start[row]; t < byRow.start[row + 1]; t++) {
					const other = byRow.columns[t];
					if (extra[other] === 0) touched.push(other);
					extra[other] += table.weight[row];
				}
			}
			let taking = best;
			let takes = gain[best];
			for (const other of touched) {
				const all = gain[other] + extra[other];
				if (other !== leaving && all > takes) [taking, takes] = [other, all];
				extra[other] = 0;
			}
			if (takes - loss > most) [most, out, into] = [takes - loss, c, taking];
		}
		if (out < 0) return false;
		this.put(chosen[out], -1);
		chosen[out] = into;
		this.put(into, 1);
		return true;
	}

	private put(j: number, by: 1 | -1): void {
		const { table, byRow, times, gain } = this;
		for (let k = table.start[j]; k < table.start[j + 1]; k++) {
			const row = table.rows[k];
			const before = times[row];
			times[row] += by;
			if (before > 0 === times[row] > 0) continue;
			const worth = table.weight[row];
			this.total += by * worth;
			for (let t = byRow.start[row]; t < byRow.start[row + 1]; t++) gain[byRow.columns[t]] -= by * worth;
		}
	}
}
