import FlatQueue from 'flatqueue';
import { checkCount, type CoverTable } from './cover-table.ts';

/** Sites in the order in which they were taken. */
export interface GreedyCover {
	readonly chosen: number[];
	/** What each site added to those before it; never rises. */
	readonly gains: number[];
	readonly total: number;
	/** No choice of that many sites covers more: the least that any step proved. */
	readonly bound: number;
}

/**
 * Up to `count` columns, each the one that adds most to those before it; it ends early where nothing adds
 * anything. At least 1 - 1/e of the best possible (Nemhauser, Wolsey and Fisher 1978), by lazy evaluation
 * (Minoux 1978): a gain found earlier only falls, so most are never looked at again. Of columns that add
 * the same the first is taken.
 *
 * Every step proves a bound: what is covered, and on top of it the `count` largest gains that are left
 * (Leskovec et al. 2007). Gains not looked at again count as they were, which can only raise it.
 */
export function greedyCover(table: CoverTable, count: number): GreedyCover {
	checkCount(count);
	const { start, rows, weight, columnCount } = table;
	const isCovered = new Uint8Array(table.rowCount);
	const gainOf = (j: number): number => {
		let gain = 0;
		for (let k = start[j]; k < start[j + 1]; k++) if (!isCovered[rows[k]]) gain += weight[rows[k]];
		return gain;
	};
	const known = new Float64Array(columnCount);
	const queue = new FlatQueue<number>();
	for (let j = 0; j < columnCount; j++) {
		known[j] = gainOf(j);
		if (known[j] > 0) queue.push(j, -known[j]);
	}
	const chosen: number[] = [];
	const gains: number[] = [];
	let total = 0;
	let bound = largestSum(known, count);
	while (chosen.length < count && queue.length > 0) {
		const best = takeBest(queue, known, gainOf);
		if (best < 0) break;
		const gain = known[best];
		known[best] = 0;
		for (let k = start[best]; k < start[best + 1]; k++) isCovered[rows[k]] = 1;
		chosen.push(best);
		gains.push(gain);
		total += gain;
		bound = Math.min(bound, total + largestSum(known, count));
	}
	// nothing that is left adds anything
	if (chosen.length < count) bound = total;
	return { chosen, gains, total, bound: Math.max(bound, total) };
}

/** Takes the column out whose gain, found anew, is the largest; the first of those; -1 where none gains. */
function takeBest(queue: FlatQueue<number>, known: Float64Array, gainOf: (j: number) => number): number {
	const again: number[] = [];
	let best = -1;
	while (queue.length > 0 && (best < 0 || -(queue.peekValue() as number) >= known[best])) {
		const j = queue.pop() as number;
		known[j] = gainOf(j);
		if (known[j] <= 0) continue;
		if (best < 0 || known[j] > known[best] || (known[j] === known[best] && j < best)) {
			if (best >= 0) again.push(best);
			best = j;
		} else {
			again.push(j);
		}
	}
	for (const j of again) queue.push(j, -known[j]);
	return best;
}

/** The sum of the `count` largest values. */
export function largestSum(values: Float64Array, count: number): number {
	const sorted = Float64Array.from(values).sort();
	let sum = 0;
	for (let k = 0; k < Math.min(count, sorted.length); k++) sum += sorted[sorted.length - 1 - k];
	return sum;
}
