import { CoverBound } from '../../network/siting/cover-bound.ts';
import { CoverSearch } from '../../network/siting/cover-search.ts';
import { coveredWeight, type CoverTable } from '../../network/siting/cover-table.ts';
import { exactCover } from '../../network/siting/exact-cover.ts';
import { greedyCover } from '../../network/siting/greedy-cover.ts';
import type { Breather, PlaceRun } from './place-run.ts';

export interface ChosenSites {
	/** Columns, each the one that adds most to those before it. */
	readonly chosen: number[];
	readonly gains: number[];
	readonly total: number;
	/** No choice of as many columns covers more. */
	readonly bound: number;
	readonly isProven: boolean;
}

/** Of the time for bettering, the part that goes to exchanging sites; the rest goes to the bound. */
const SEARCH_SHARE = 0.5;
/** Seconds a proof may take where nobody says. */
const PROVE_S = 60;

/**
 * Chooses up to `count` columns: greedily at once, then by exchanges and with a falling bound as long as
 * `run` allows, and with a proof where it hands a solver in. `isProven` only where the bound met what is covered.
 */
export async function chooseSites(
	table: CoverTable,
	count: number,
	run: PlaceRun,
	breather: Breather
): Promise<ChosenSites> {
	const greedy = greedyCover(table, count);
	await breather.rest();
	const search = new CoverSearch(table, greedy.chosen);
	const from = breather.elapsedMs;
	while (breather.elapsedMs - from < run.improveMs * SEARCH_SHARE && search.step()) await breather.rest();

	const chosen = search.chosen;
	const total = coveredWeight(table, chosen);
	const bound = new CoverBound(table, count, chosen, total);
	while (breather.elapsedMs - from < run.improveMs && bound.step()) await breather.rest();
	const least = Math.max(total, Math.min(bound.best, greedy.bound));
	let best = { chosen, total, bound: bound.isTight ? total : least, isProven: bound.isTight };
	if (run.solve && !best.isProven) {
		// what the bound settles the solver need not look at
		while (breather.elapsedMs - from < 8 * run.improveMs && bound.step()) await breather.rest();
		const proof = await exactCover(table, count, { chosen, bound }, run.solve, {
			timeLimitS: run.proveS ?? PROVE_S,
			signal: run.signal,
			onProgress: (found, proven) => tellGap(run, total, least, found, proven)
		});
		run.signal?.throwIfAborted();
		best = { ...proof, bound: Math.min(least, proof.bound) };
	}
	return { ...best, ...inOrder(table, best.chosen) };
}

/** Progress of a proof: how much of the gap it began with is closed. */
function tellGap(run: PlaceRun, total: number, least: number, found: number, proven: number): void {
	const open = Math.max(0, Math.min(least, proven) - Math.max(total, found));
	if (least > total) run.progress?.(Math.max(0, 1 - open / (least - total)), 1);
}

/** `chosen` in the order in which each adds most; those that add nothing come last. */
function inOrder(table: CoverTable, chosen: readonly number[]): { chosen: number[]; gains: number[] } {
	const start = new Uint32Array(chosen.length + 1);
	const rows: number[] = [];
	chosen.forEach((j, c) => {
		for (let k = table.start[j]; k < table.start[j + 1]; k++) rows.push(table.rows[k]);
		start[c + 1] = rows.length;
	});
	const part = { ...table, columnCount: chosen.length, start, rows: Uint32Array.from(rows) };
	const order = greedyCover(part, chosen.length);
	return { chosen: order.chosen.map((c) => chosen[c]), gains: order.gains };
}
