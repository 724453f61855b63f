import type { CoverTable, RowColumns } from './cover-table.ts';

/** A row that more columns cover than this is not compared: it is hardly ever the one that binds. */
const MOST_COLUMNS = 64;

/**
 * 1 for each row that is covered whenever another is, because every column of that one covers it too; of
 * rows with the same columns the first is kept. Rows that no column covers are not dropped.
 */
export function dominatedRows({ start, rows, rowCount }: CoverTable, byRow: RowColumns): Uint8Array {
	const isDropped = new Uint8Array(rowCount);
	const count = (i: number) => byRow.start[i + 1] - byRow.start[i];
	const met = new Uint32Array(rowCount);
	for (let i = 0; i < rowCount; i++) {
		const own = count(i);
		if (isDropped[i] || own === 0 || own > MOST_COLUMNS) continue;
		const touched: number[] = [];
		for (let k = byRow.start[i]; k < byRow.start[i + 1]; k++) {
			const j = byRow.columns[k];
			for (let t = start[j]; t < start[j + 1]; t++) if (met[rows[t]]++ === 0) touched.push(rows[t]);
		}
		for (const other of touched) {
			if (met[other] === own && other !== i && (count(other) > own || other > i)) isDropped[other] = 1;
			met[other] = 0;
		}
	}
	return isDropped;
}
