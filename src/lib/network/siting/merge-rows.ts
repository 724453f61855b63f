import { columnsOfRows, type CoverTable } from './cover-table.ts';

/** A smaller table that any choice of columns covers as much of, and what its rows were made of. */
export interface MergedRows {
	readonly table: CoverTable;
	/** New row of each old one; -1 where it went: nobody covers it, or it is worth nothing. */
	readonly rowOf: Int32Array;
}

/**
 * Rows that the same columns cover become one, worth their sum; rows that no column covers, or that are
 * worth nothing, go. Every choice of columns covers the same weight before and after. The new rows stand in
 * the order in which the first of each stood. O(entries) on average.
 */
export function mergeRows(table: CoverTable): MergedRows {
	const { start: rowStart, columns } = columnsOfRows(table);
	const rowOf = new Int32Array(table.rowCount).fill(-1);
	const firsts: number[] = [];
	const byHash = new Map<number, number[]>();
	const weight: number[] = [];
	for (let i = 0; i < table.rowCount; i++) {
		if (rowStart[i] === rowStart[i + 1] || table.weight[i] === 0) continue;
		let hash = 0x811c9dc5;
		for (let k = rowStart[i]; k < rowStart[i + 1]; k++) hash = Math.imul(hash ^ columns[k], 0x01000193);
		const alike = byHash.get(hash);
		const same = alike?.find((row) => isSameList(columns, rowStart, firsts[row], i));
		if (same !== undefined) {
			rowOf[i] = same;
			weight[same] += table.weight[i];
			continue;
		}
		rowOf[i] = firsts.length;
		if (alike) alike.push(firsts.length);
		else byHash.set(hash, [firsts.length]);
		firsts.push(i);
		weight.push(table.weight[i]);
	}

	const start = new Uint32Array(table.columnCount + 1);
	const rows: number[] = [];
	for (let j = 0; j < table.columnCount; j++) {
		for (let k = table.start[j]; k < table.start[j + 1]; k++) {
			const row = rowOf[table.rows[k]];
			if (row >= 0 && firsts[row] === table.rows[k]) rows.push(row);
		}
		start[j + 1] = rows.length;
	}
	return {
		table: {
			rowCount: firsts.length,
			columnCount: table.columnCount,
			start,
			rows: Uint32Array.from(rows),
			weight: Float64Array.from(weight)
		},
		rowOf
	};
}

function isSameList(list: Uint32Array, start: Uint32Array, a: number, b: number): boolean {
	const length = start[a + 1] - start[a];
	if (start[b + 1] - start[b] !== length) return false;
	for (let k = 0; k < length; k++) if (list[start[a] + k] !== list[start[b] + k]) return false;
	return true;
}
