import { checkCount } from './cover-table.ts';
import { ProgramRows, type Solver, type SolveOptions } from './mixed-program.ts';

/**
 * What it costs to serve each demand from each site: row i from column j is `cost[i * columnCount + j]`,
 * zero or more and finite; a row counts `weight[i]` times. `already[i]` is what serving it costs from what stands already (Infinity: nothing does).
 */
export interface CostTable {
	readonly rowCount: number;
	readonly columnCount: number;
	readonly cost: Float64Array;
	readonly weight: Float64Array;
	readonly already?: Float64Array | undefined;
}

export interface MedianSites {
	readonly chosen: number[];
	/** Weighted sum of the costs, each row served from the cheapest site. */
	readonly cost: number;
	/** No choice of as many sites costs less. */
	readonly bound: number;
	readonly isProven: boolean;
}

const STEPS = 300;
const SAFE_SHARE = 1e-9;
const TOLERANCE = 1e-7;

/** Weighted cost of serving every row from the cheapest of `chosen`, or from what stands already. */
export function servedCost(table: CostTable, chosen: readonly number[]): number {
	let sum = 0;
	for (let i = 0; i < table.rowCount; i++) {
		let least = table.already?.[i] ?? Infinity;
		for (const j of chosen) least = Math.min(least, table.cost[i * table.columnCount + j]);
		sum += table.weight[i] * least;
	}
	return sum;
}

/**
 * The p-median (Hakimi 1964): `count` sites from which the demand is served at the least sum of costs. Sites are added
 * one by one, the best each time, then exchanged one for another until none betters it (Teitz and Bart
 * 1968); the bound is Lagrangian (Cornuejols, Fisher and Nemhauser 1977). O(rows x columns) a step.
 * Throws a `RangeError` where `count` is below 1 or there are fewer columns.
 */
export function medianSites(table: CostTable, count: number): MedianSites {
	checkCount(count);
	if (count < 1 || count > table.columnCount) {
		throw new RangeError(`${count} sites of ${table.columnCount}, wanted 1 up to all of them`);
	}
	const chosen: number[] = [];
	while (chosen.length < count) chosen.push(cheapestNext(table, chosen));
	while (exchange(table, chosen));
	const cost = servedCost(table, chosen);
	const bound = Math.min(cost, leastCost(table, count, cost));
	return { chosen, cost, bound, isProven: bound >= cost * (1 - SAFE_SHARE) };
}

/** The least cost there is, by a mixed programme from what is known; `isProven` is false where time ran out. */
export async function exactMedian(
	table: CostTable,
	known: MedianSites,
	solve: Solver,
	options: SolveOptions
): Promise<MedianSites> {
	if (known.isProven) return known;
	const { rowCount: n, columnCount: m, weight, cost, already } = table;
	// column j < m: site j is taken; then for each row one for each site, and one for what stands already
	const width = m + 1;
	const total = m + n * width;
	const costs = new Float64Array(total);
	const rows = new ProgramRows();
	for (let j = 0; j < m; j++) rows.put(j, 1);
	rows.end(-Infinity, known.chosen.length);
	for (let i = 0; i < n; i++) {
		const first = m + i * width;
		const standing = already?.[i] ?? Infinity;
		for (let j = 0; j < m; j++) {
			costs[first + j] = weight[i] * cost[i * m + j];
			rows.put(first + j, 1);
		}
		if (standing < Infinity) {
			costs[first + m] = weight[i] * standing;
			rows.put(first + m, 1);
		}
		rows.end(1, 1);
		for (let j = 0; j < m; j++) {
			rows.put(first + j, 1);
			rows.put(j, -1);
			rows.end(-Infinity, 0);
		}
	}
	const whole = new Uint8Array(total);
	whole.fill(1, 0, m);
	const solved = await solve(rows.program(false, costs, whole), options);
	const found: number[] = [];
	for (let j = 0; j < m; j++) if (solved.values && solved.values[j] > 0.5) found.push(j);
	const foundCost = found.length > 0 ? servedCost(table, found) : Infinity;
	const best = foundCost < known.cost ? { chosen: found, cost: foundCost } : known;
	const isProven = solved.status === 'optimal';
	const proven = Number.isFinite(solved.bound) ? solved.bound * (1 - TOLERANCE) : 0;
	const bound = isProven ? best.cost : Math.min(best.cost, Math.max(known.bound, proven));
	return { chosen: [...best.chosen], cost: best.cost, bound, isProven };
}

function cheapestNext(table: CostTable, chosen: readonly number[]): number {
	const { rowCount, columnCount, cost, weight } = table;
	const now = servedBy(table, chosen);
	let best = -1;
	let least = Infinity;
	for (let j = 0; j < columnCount; j++) {
		if (chosen.includes(j)) continue;
		let sum = 0;
		for (let i = 0; i < rowCount; i++) sum += weight[i] * Math.min(now[i], cost[i * columnCount + j]);
		if (best < 0 || sum < least) [best, least] = [j, sum];
	}
	return best;
}

function servedBy(
	{ rowCount, columnCount, cost, already }: CostTable,
	chosen: readonly number[]
): Float64Array {
	const now = new Float64Array(rowCount).fill(Infinity);
	if (already) now.set(already);
	for (let i = 0; i < rowCount; i++) {
		for (const j of chosen) now[i] = Math.min(now[i], cost[i * columnCount + j]);
	}
	return now;
}

/** Makes the best exchange there is in `chosen`; whether there was one. */
function exchange(table: CostTable, chosen: number[]): boolean {
	const { rowCount, columnCount, cost, weight } = table;
	let least = servedCost(table, chosen);
	least -= least * SAFE_SHARE;
	let out = -1;
	let into = -1;
	for (let c = 0; c < chosen.length; c++) {
		const rest = servedBy(
			table,
			chosen.filter((_, k) => k !== c)
		);
		for (let j = 0; j < columnCount; j++) {
			if (chosen.includes(j)) continue;
			let sum = 0;
			for (let i = 0; i < rowCount && sum < least; i++) {
				sum += weight[i] * Math.min(rest[i], cost[i * columnCount + j]);
			}
			if (sum < least) [least, out, into] = [sum, c, j];
		}
	}
	if (out < 0) return false;
	chosen[out] = into;
	return true;
}

function leastCost(table: CostTable, count: number, reached: number): number {
	const { rowCount, columnCount, cost, weight, already } = table;
	const price = Float64Array.from({ length: rowCount }, (_, i) => {
		let least = Infinity;
		for (let j = 0; j < columnCount; j++) least = Math.min(least, weight[i] * cost[i * columnCount + j]);
		return least;
	});
	const saves = new Float64Array(columnCount);
	const pull = new Float64Array(rowCount);
	let best = -Infinity;
	let length = 2;
	for (let step = 0, waited = 0; step < STEPS && best < reached * (1 - SAFE_SHARE); step++) {
		let value = 0;
		saves.fill(0);
		for (let i = 0; i < rowCount; i++) {
			value += price[i];
			pull[i] = 1;
			// what stands already is taken wherever it saves
			const standing = weight[i] * (already?.[i] ?? Infinity);
			if (standing < price[i]) {
				value += standing - price[i];
				pull[i] = 0;
			}
			for (let j = 0; j < columnCount; j++) {
				saves[j] += Math.min(0, weight[i] * cost[i * columnCount + j] - price[i]);
			}
		}
		const order = [...saves.keys()].sort((a, b) => saves[a] - saves[b]).slice(0, count);
		for (const j of order) {
			value += saves[j];
			for (let i = 0; i < rowCount; i++) if (weight[i] * cost[i * columnCount + j] < price[i]) pull[i]--;
		}
		if (value > best + 1e-6 * reached) waited = 0;
		else if (++waited >= 10) [length, waited] = [length / 2, 0];
		best = Math.max(best, value);
		let normSq = 0;
		for (let i = 0; i < rowCount; i++) normSq += pull[i] * pull[i];
		if (normSq === 0) break;
		const stride = (length * (reached - value)) / normSq;
		for (let i = 0; i < rowCount; i++) price[i] += stride * pull[i];
	}
	return best;
}
