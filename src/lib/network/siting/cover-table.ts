/**
 * Which places would serve which demand: column j (a place) covers rows `rows[start[j]]` to
 * `rows[start[j + 1] - 1]`, each of them once. Row i is worth `weight[i]`, zero or more.
 */
export interface CoverTable {
	readonly rowCount: number;
	readonly columnCount: number;
	readonly start: Uint32Array;
	readonly rows: Uint32Array;
	readonly weight: Float64Array;
}

/** The columns of each row: `columns[start[i]]` to `columns[start[i + 1] - 1]` cover row i, in order. */
export interface RowColumns {
	readonly start: Uint32Array;
	readonly columns: Uint32Array;
}

/** A table of the rows that each column covers. Throws a `RangeError` for a row beyond the weights or a weight below zero. */
export function coverTable(covers: readonly ArrayLike<number>[], weight: ArrayLike<number>): CoverTable {
	const start = new Uint32Array(covers.length + 1);
	for (let j = 0; j < covers.length; j++) start[j + 1] = start[j] + covers[j].length;
	const rows = new Uint32Array(start[covers.length]);
	for (let j = 0; j < covers.length; j++) rows.set(covers[j], start[j]);
	const table = {
		rowCount: weight.length,
		columnCount: covers.length,
		start,
		rows,
		weight: Float64Array.from(weight)
	};
	for (const row of rows) {
		if (row >= table.rowCount) throw new RangeError(`row ${row}, wanted one of ${table.rowCount}`);
	}
	for (const worth of table.weight) {
		if (!(worth >= 0 && worth < Infinity)) throw new RangeError(`a weight of ${worth}, wanted 0 or more`);
	}
	return table;
}

/** Turns the table round. O(entries). */
export function columnsOfRows({ rowCount, columnCount, start, rows }: CoverTable): RowColumns {
	const rowStart = new Uint32Array(rowCount + 1);
	for (const row of rows) rowStart[row + 1]++;
	for (let i = 0; i < rowCount; i++) rowStart[i + 1] += rowStart[i];
	const next = rowStart.slice(0, rowCount);
	const columns = new Uint32Array(rows.length);
	for (let j = 0; j < columnCount; j++) {
		for (let k = start[j]; k < start[j + 1]; k++) columns[next[rows[k]]++] = j;
	}
	return { start: rowStart, columns };
}

/** What `chosen` columns cover together. */
export function coveredWeight(table: CoverTable, chosen: Iterable<number>): number {
	const isCovered = new Uint8Array(table.rowCount);
	for (const j of chosen) {
		for (let k = table.start[j]; k < table.start[j + 1]; k++) isCovered[table.rows[k]] = 1;
	}
	let total = 0;
	for (let i = 0; i < table.rowCount; i++) if (isCovered[i]) total += table.weight[i];
	return total;
}

/** Throws a `RangeError` where `count` is no whole number of sites, zero or more. */
export function checkCount(count: number): void {
	if (!Number.isInteger(count) || count < 0) {
		throw new RangeError(`${count} sites, wanted a whole number, 0 or more`);
	}
}
