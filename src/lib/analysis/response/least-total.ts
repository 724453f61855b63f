/**
 * The matching of as many columns as can be to rows, each row at most `capacity` times, over pairs whose
 * cost is at most `limit`, with the least sum of costs: the row of each column, -1 for none. `cost` is row
 * by row.
 *
 * Successive cheapest paths (Jewell 1958; Busacker and Gowen 1960), each by relaxing until nothing
 * changes (Bellman 1958): O(columns² × rows) but for rare detours.
 */
export function leastTotal(
	cost: Float64Array,
	capacity: ArrayLike<number>,
	columns: number,
	limit: number
): Int32Array {
	const rows = capacity.length;
	const rowOf = new Int32Array(columns).fill(-1);
	const held: Set<number>[] = Array.from({ length: rows }, () => new Set<number>());
	const best = new Float64Array(rows);
	const from = new Int32Array(rows);
	const isQueued = new Uint8Array(rows);

	for (;;) {
		best.fill(Infinity);
		const queue: number[] = [];
		const offer = (column: number, spent: number): void => {
			for (let r = 0; r < rows; r++) {
				const own = cost[r * columns + column];
				// below a billionth is rounding: a round of it would never end
				if (!(own <= limit) || held[r].has(column) || !(spent + own < best[r] - 1e-9)) continue;
				best[r] = spent + own;
				from[r] = column;
				if (!isQueued[r]) queue.push(r);
				isQueued[r] = 1;
			}
		};
		for (let c = 0; c < columns; c++) if (rowOf[c] < 0) offer(c, 0);
		for (let q = 0; q < queue.length; q++) {
			const row = queue[q];
			isQueued[row] = 0;
			if (held[row].size < capacity[row]) continue; // it takes one itself
			for (const c of held[row]) offer(c, best[row] - cost[row * columns + c]);
		}
		let end = -1;
		for (let r = 0; r < rows; r++) {
			if (held[r].size < capacity[r] && best[r] < (end < 0 ? Infinity : best[end])) end = r;
		}
		if (end < 0) return rowOf;
		for (let row = end; row >= 0;) {
			const column = from[row];
			const before = rowOf[column];
			if (before >= 0) held[before].delete(column);
			held[row].add(column);
			rowOf[column] = row;
			row = before;
		}
	}
}
