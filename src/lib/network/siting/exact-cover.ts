import type { CoverBound } from './cover-bound.ts';
import { coveredWeight, type CoverTable } from './cover-table.ts';
import { mergeRows } from './merge-rows.ts';
import { ProgramRows, type MixedProgram, type Solver, type SolveOptions } from './mixed-program.ts';

export interface ExactCover {
	readonly chosen: number[];
	readonly total: number;
	/** No choice covers more. */
	readonly bound: number;
	/** The choice is proven to be a best one. */
	readonly isProven: boolean;
}

/** What is known before the solver starts. */
export interface KnownCover {
	readonly chosen: readonly number[];
	/** Bounds made for this table, this count and this choice's total: what they left out is left out. */
	readonly bound: CoverBound;
}

/** Bounds of a solver are true to its tolerances; they are printed this share wider. */
const TOLERANCE = 1e-7;

/**
 * The best choice of `count` columns, by a mixed programme (Church and ReVelle 1974), and whether it is
 * proven. What the bound has proven to be in every better choice, or in none, is settled beforehand, and
 * rows that the same columns cover are merged, so the solver sees only what is in question. It never answers less than
 * what is known; `isProven` is false where time ran out.
 */
export async function exactCover(
	table: CoverTable,
	count: number,
	known: KnownCover,
	solve: Solver,
	options: SolveOptions
): Promise<ExactCover> {
	const total = coveredWeight(table, known.chosen);
	const settled = { chosen: [...known.chosen], total };
	if (known.bound.isTight) return { ...settled, bound: total, isProven: true };

	const { isIn, isOut } = known.bound;
	const sure: number[] = [];
	for (let j = 0; j < table.columnCount; j++) if (isIn[j]) sure.push(j);
	const open = openTable(table, sure, isOut);
	const { table: small } = mergeRows(open.table);
	const program = coverProgram(small, count - sure.length);
	const base = coveredWeight(table, sure);
	const solved = await solve(program, {
		...options,
		from: startFrom(program, small, open.columnOf, known.chosen, isIn),
		onProgress: (best, bound) => options.onProgress?.(base + best, base + bound)
	});
	const found = solved.values ? [...sure, ...takenOf(solved.values, open.columnOf)] : settled.chosen;
	const foundTotal = coveredWeight(table, found);
	// what was left out beforehand holds nothing better than what was known
	const bound = Math.max(
		total,
		solved.status === 'none' ? total : Math.min(known.bound.best, base + solved.bound * (1 + TOLERANCE))
	);
	const best = foundTotal > total ? { chosen: found, total: foundTotal } : settled;
	const isProven = solved.status === 'optimal' || solved.status === 'none';
	return { ...best, bound: isProven ? best.total : Math.max(bound, best.total), isProven };
}

/** The columns still in question, over the rows that sure ones leave. */
function openTable(
	table: CoverTable,
	sure: readonly number[],
	isOut: Uint8Array
): { table: CoverTable; columnOf: Uint32Array } {
	const weight = table.weight.slice();
	const isSure = new Uint8Array(table.columnCount);
	for (const j of sure) {
		isSure[j] = 1;
		for (let k = table.start[j]; k < table.start[j + 1]; k++) weight[table.rows[k]] = 0;
	}
	const columnOf: number[] = [];
	const start: number[] = [0];
	const rows: number[] = [];
	for (let j = 0; j < table.columnCount; j++) {
		if (isSure[j] || isOut[j]) continue;
		columnOf.push(j);
		for (let k = table.start[j]; k < table.start[j + 1]; k++) rows.push(table.rows[k]);
		start.push(rows.length);
	}
	return {
		table: {
			rowCount: table.rowCount,
			columnCount: columnOf.length,
			start: Uint32Array.from(start),
			rows: Uint32Array.from(rows),
			weight
		},
		columnOf: Uint32Array.from(columnOf)
	};
}

/**
 * Maximal covering as a mixed programme: first a whole column for each place, then one for each row, which
 * may be 1 as far as places that cover it are taken.
 */
export function coverProgram(table: CoverTable, count: number, isWhole = true): MixedProgram {
	const { columnCount, rowCount, start, rows, weight } = table;
	const lists: number[][] = Array.from({ length: rowCount }, () => []);
	for (let j = 0; j < columnCount; j++) for (let k = start[j]; k < start[j + 1]; k++) lists[rows[k]].push(j);
	const program = new ProgramRows();
	for (let j = 0; j < columnCount; j++) program.put(j, 1);
	program.end(-Infinity, count);
	for (let i = 0; i < rowCount; i++) {
		program.put(columnCount + i, 1);
		for (const j of lists[i]) program.put(j, -1);
		program.end(-Infinity, 0);
	}
	const cost = new Float64Array(columnCount + rowCount);
	cost.set(weight, columnCount);
	const whole = new Uint8Array(columnCount + rowCount);
	if (isWhole) whole.fill(1, 0, columnCount);
	return program.program(true, cost, whole);
}

function startFrom(
	program: MixedProgram,
	table: CoverTable,
	columnOf: Uint32Array,
	chosen: readonly number[],
	isIn: Uint8Array
): Float64Array | undefined {
	const placeOf = new Map<number, number>();
	columnOf.forEach((column, j) => placeOf.set(column, j));
	const from = new Float64Array(program.columnCount);
	for (const column of chosen) {
		if (isIn[column]) continue;
		const j = placeOf.get(column);
		if (j === undefined) return undefined;
		from[j] = 1;
		for (let k = table.start[j]; k < table.start[j + 1]; k++) from[table.columnCount + table.rows[k]] = 1;
	}
	return from;
}

function takenOf(values: Float64Array, columnOf: Uint32Array): number[] {
	const taken: number[] = [];
	for (let j = 0; j < columnOf.length; j++) if (values[j] > 0.5) taken.push(columnOf[j]);
	return taken;
}
