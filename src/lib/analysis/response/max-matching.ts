/** Which row each column is matched to, -1 for none, and how many are. */
export interface Matching {
	readonly rowOf: Int32Array;
	readonly size: number;
}

/**
 * A largest matching of columns to rows, each row at most `capacity` times, over pairs whose cost is at
 * most `limit`. `cost` is row by row. O(pairs × √columns) (Hopcroft and Karp 1973).
 */
export function maxMatching(
	cost: Float64Array,
	capacity: ArrayLike<number>,
	columns: number,
	limit: number
): Matching {
	const rows = capacity.length;
	const rowOf = new Int32Array(columns).fill(-1);
	const held: number[][] = Array.from({ length: rows }, () => []);
	const depth = new Int32Array(columns);
	const isTried = new Uint8Array(rows);
	let size = 0;

	for (;;) {
		// layers of columns from the free ones, by rows that are full, to rows that are not
		const queue: number[] = [];
		depth.fill(-1);
		isTried.fill(0);
		for (let c = 0; c < columns; c++) {
			if (rowOf[c] >= 0) continue;
			depth[c] = 0;
			queue.push(c);
		}
		let hasRoom = false;
		for (let q = 0; q < queue.length; q++) {
			const c = queue[q];
			for (let r = 0; r < rows; r++) {
				if (isTried[r] || !(cost[r * columns + c] <= limit)) continue;
				isTried[r] = 1;
				if (held[r].length < capacity[r]) hasRoom = true;
				for (const next of held[r]) {
					if (depth[next] >= 0) continue;
					depth[next] = depth[c] + 1;
					queue.push(next);
				}
			}
		}
		if (!hasRoom) return { rowOf, size };
		isTried.fill(0);
		let found = 0;
		for (let c = 0; c < columns; c++) if (rowOf[c] < 0 && place(c)) found++;
		if (found === 0) return { rowOf, size };
		size += found;
	}

	/** Finds a row for `c`, moving others along the layers. */
	function place(c: number): boolean {
		for (let r = 0; r < rows; r++) {
			if (isTried[r] || !(cost[r * columns + c] <= limit)) continue;
			if (held[r].length < capacity[r]) {
				held[r].push(c);
				rowOf[c] = r;
				return true;
			}
			isTried[r] = 1;
			for (let k = 0; k < held[r].length; k++) {
				const other = held[r][k];
				if (!place(other)) continue;
				held[r][k] = c;
				rowOf[c] = r;
				isTried[r] = 0;
				return true;
			}
		}
		return false;
	}
}
