/** What the cheapest pairing of `count` points costs, by trying all of them: up to 12 points. */
export function cheapestPairing(count: number, cost: ArrayLike<number>): number {
	const best = new Float64Array(1 << count).fill(Infinity);
	best[0] = 0;
	for (let set = 1; set < 1 << count; set++) {
		const i = 31 - Math.clz32(set & -set);
		for (let j = i + 1; j < count; j++) {
			if (!(set & (1 << j))) continue;
			best[set] = Math.min(best[set], cost[i * count + j] + best[set & ~(1 << i) & ~(1 << j)]);
		}
	}
	return best[(1 << count) - 1];
}
