import { columnsOfRows, type CoverTable } from './cover-table.ts';
import { greedyCover } from './greedy-cover.ts';
import { ProgramRows, type Solver, type SolveOptions } from './mixed-program.ts';
import { dominatedRows } from './dominated-rows.ts';

/** The fewest sites that serve all that can be served. */
export interface FewestSites {
	readonly chosen: number[];
	/** Fewer than this cannot. */
	readonly least: number;
	readonly isProven: boolean;
	/** Rows that no column covers. */
	readonly unreachable: number[];
}

/** Steps of the bound by subgradients. */
const STEPS = 150;
const SAFE = 1e-7;

/**
 * Few columns that cover every row that any column covers (Toregas et al. 1971), at once: rows that come
 * with others are dropped, then the column that covers most of what is left is taken each time
 * (Chvatal 1979), then those that became needless go. `least` is a Lagrangian bound, rounded up: no choice has fewer columns. Weights play no part.
 */
export function fewestSites(table: CoverTable): FewestSites {
	const { core, unreachable } = coreOf(table);
	const greedy = greedyCover(core, core.columnCount);
	const chosen = withoutNeedless(core, greedy.chosen);
	const least = Math.min(chosen.length, leastSites(core, chosen.length));
	return { chosen, least, isProven: least === chosen.length, unreachable };
}

/** The fewest there are, by a mixed programme from what is known; `isProven` is false where time ran out. */
export async function exactFewest(
	table: CoverTable,
	known: FewestSites,
	solve: Solver,
	options: SolveOptions
): Promise<FewestSites> {
	if (known.isProven) return known;
	const { core } = coreOf(table);
	const byRow = columnsOfRows(core);
	const rows = new ProgramRows();
	for (let i = 0; i < core.rowCount; i++) {
		if (core.weight[i] === 0) continue;
		for (let k = byRow.start[i]; k < byRow.start[i + 1]; k++) rows.put(byRow.columns[k], 1);
		rows.end(1, Infinity);
	}
	const cost = new Float64Array(core.columnCount).fill(1);
	const program = rows.program(false, cost, new Uint8Array(core.columnCount).fill(1));
	const from = new Float64Array(core.columnCount);
	for (const j of known.chosen) from[j] = 1;
	const solved = await solve(program, { ...options, from });
	const found: number[] = [];
	solved.values?.forEach((value, j) => value > 0.5 && found.push(j));
	const better =
		found.length > 0 && found.length < known.chosen.length && coversAll(core, found) ? found : known.chosen;
	const proven = Number.isFinite(solved.bound) ? Math.ceil(solved.bound - 1e-6) : 0;
	const least = Math.min(better.length, Math.max(known.least, proven));
	const isProven = solved.status === 'optimal' || least === better.length;
	return {
		chosen: [...better],
		least: isProven ? better.length : least,
		isProven,
		unreachable: known.unreachable
	};
}

/** The table with a weight of 1 for each row that must be looked at, 0 for the others. */
function coreOf(table: CoverTable): { core: CoverTable; unreachable: number[] } {
	const byRow = columnsOfRows(table);
	const isDropped = dominatedRows(table, byRow);
	const weight = new Float64Array(table.rowCount);
	const unreachable: number[] = [];
	for (let i = 0; i < table.rowCount; i++) {
		if (byRow.start[i] === byRow.start[i + 1]) unreachable.push(i);
		else if (!isDropped[i]) weight[i] = 1;
	}
	return { core: { ...table, weight }, unreachable };
}

/** `chosen` without those whose rows the others cover, the last taken first. */
function withoutNeedless(table: CoverTable, chosen: readonly number[]): number[] {
	const times = new Int32Array(table.rowCount);
	const rowsOf = (j: number) => table.rows.subarray(table.start[j], table.start[j + 1]);
	for (const j of chosen) for (const row of rowsOf(j)) times[row]++;
	const kept = new Set(chosen);
	for (const j of [...chosen].reverse()) {
		if (rowsOf(j).some((row) => table.weight[row] > 0 && times[row] === 1)) continue;
		for (const row of rowsOf(j)) times[row]--;
		kept.delete(j);
	}
	return [...kept];
}

function coversAll(table: CoverTable, chosen: readonly number[]): boolean {
	const isCovered = new Uint8Array(table.rowCount);
	for (const j of chosen) {
		for (let k = table.start[j]; k < table.start[j + 1]; k++) isCovered[table.rows[k]] = 1;
	}
	return table.weight.every((weight, i) => weight === 0 || isCovered[i] === 1);
}

/**
 * A number of columns that no cover goes below: each row has a price, a column is worth taking where its
 * rows cost more than one, and the prices less what those columns save is a bound (Fisher 1981). Prices
 * begin as shares of the fullest column that covers the row, which no column can exceed.
 */
function leastSites(table: CoverTable, reached: number): number {
	const { start, rows, weight, rowCount, columnCount } = table;
	const size = new Float64Array(columnCount);
	for (let j = 0; j < columnCount; j++)
		for (let k = start[j]; k < start[j + 1]; k++) size[j] += weight[rows[k]];
	const price = new Float64Array(rowCount).fill(Infinity);
	for (let j = 0; j < columnCount; j++) {
		for (let k = start[j]; k < start[j + 1]; k++) price[rows[k]] = Math.min(price[rows[k]], 1 / size[j]);
	}
	for (let i = 0; i < rowCount; i++) if (weight[i] === 0 || price[i] === Infinity) price[i] = 0;
	const pull = new Float64Array(rowCount);
	let best = 0;
	let length = 1;
	for (let step = 0, waited = 0; step < STEPS && Math.ceil(best - SAFE) < reached; step++) {
		let value = 0;
		for (let i = 0; i < rowCount; i++) {
			pull[i] = weight[i];
			value += price[i];
		}
		for (let j = 0; j < columnCount; j++) {
			let sum = 0;
			for (let k = start[j]; k < start[j + 1]; k++) sum += price[rows[k]];
			if (sum <= 1) continue;
			value += 1 - sum;
			for (let k = start[j]; k < start[j + 1]; k++) pull[rows[k]] -= weight[rows[k]];
		}
		if (value > best + 1e-4) [best, waited] = [value, 0];
		else if (++waited >= 8) [length, waited] = [length / 2, 0];
		let normSq = 0;
		for (let i = 0; i < rowCount; i++) {
			if (pull[i] < 0 && price[i] === 0) pull[i] = 0;
			normSq += pull[i] * pull[i];
		}
		if (normSq === 0) break;
		const stride = (length * (reached - value)) / normSq;
		for (let i = 0; i < rowCount; i++) price[i] = Math.max(0, price[i] + stride * pull[i]);
	}
	return Math.max(0, Math.ceil(best - SAFE));
}
