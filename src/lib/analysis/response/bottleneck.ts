import { leastTotal } from './least-total.ts';
import { maxMatching } from './max-matching.ts';

/** Teams of rows sent to columns. */
export interface Bottleneck {
	/** The row each column gets a team of; -1 none. */
	readonly rowOf: Int32Array;
	/** How many columns get one: as many as can. */
	readonly size: number;
	/** The largest cost among them; 0 where there are none. */
	readonly worst: number;
}

/**
 * Sends teams so that as many columns as can get one, of all such ways the last arrives soonest, and of
 * those the sum is least. Row r has `capacity[r]` teams; `cost` is row by row, Infinity where no way leads.
 *
 * The threshold is found by halving the sorted costs, each tried by a matching (bottleneck assignment:
 * Gross 1959; Garfinkel 1971).
 */
export function bottleneckAssignment(
	cost: Float64Array,
	capacity: ArrayLike<number>,
	columns: number
): Bottleneck {
	const { worst, size } = bottleneckOf(cost, capacity, columns);
	return { rowOf: leastTotal(cost, capacity, columns, worst), size, worst };
}

/** The same without saying who goes where. */
export function bottleneckOf(
	cost: Float64Array,
	capacity: ArrayLike<number>,
	columns: number
): { worst: number; size: number } {
	if (cost.length !== capacity.length * columns) {
		throw new RangeError(`${cost.length} costs, wanted ${capacity.length} rows of ${columns}`);
	}
	const { size } = maxMatching(cost, capacity, columns, Number.MAX_VALUE);
	if (size === 0) return { worst: 0, size };
	const costs = cost.filter((value) => value < Infinity).sort();
	let low = 0;
	let high = costs.length - 1;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (maxMatching(cost, capacity, columns, costs[middle]).size === size) high = middle;
		else low = middle + 1;
	}
	return { worst: costs[low], size };
}
