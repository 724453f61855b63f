/** A cell of a table: words, a plain number, or nothing known. */
export type CsvCell = string | number | null;

export interface CsvForm {
	/**
	 * For a person's spreadsheet: a byte order mark, without which it reads no Chinese, and an
	 * apostrophe before words that it would take for a formula. Without it, for machines.
	 */
	readonly isForSpreadsheet: boolean;
}

/**
 * The text of a table as CSV (RFC 4180): rows end with CR LF, a cell with a comma, a quote or a line
 * break is quoted, numbers have a point and no thousands. What is null, not finite or absent is empty.
 */
export function csvTable(
	rows: readonly (readonly CsvCell[])[],
	{ isForSpreadsheet }: CsvForm = { isForSpreadsheet: false }
): string {
	const lines = rows.map((row) => row.map((cell) => printCell(cell, isForSpreadsheet)).join(',') + '\r\n');
	return (isForSpreadsheet ? '\ufeff' : '') + lines.join('');
}

function printCell(cell: CsvCell, isForSpreadsheet: boolean): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return Number.isFinite(cell) ? plain(cell) : '';
	const words = isForSpreadsheet && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Digits and a point below 1e21, to twelve decimals: no exponent, which some readers take for words. */
function plain(number: number): string {
	const printed = String(number === 0 ? 0 : number);
	return printed.includes('e') ? number.toFixed(12).replace(/\.?0+$/, '') : printed;
}
