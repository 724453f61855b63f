/** Exchanges are looked for among the pairs of this many nearest points. */
const NEAR = 10;
const MOST_ROUNDS = 20;

/**
 * A good pairing of `count` points (even), not proven: nearest pairs first, then the ends of two pairs
 * exchanged as long as that saves. `cost` as for `perfectMatching`. O(n^2 log n).
 */
export function greedyMatching(count: number, cost: Float64Array): Int32Array {
	const near: number[][] = [];
	const pairs: number[] = [];
	const others = Array.from({ length: count }, (_, j) => j);
	for (let i = 0; i < count; i++) {
		const row = i * count;
		const sorted = others.filter((j) => j !== i).sort((a, b) => cost[row + a] - cost[row + b] || a - b);
		near.push(sorted.slice(0, NEAR));
		for (const j of near[i]) pairs.push(i < j ? row + j : j * count + i);
	}
	pairs.sort((a, b) => cost[a] - cost[b] || a - b);

	const mate = new Int32Array(count).fill(-1);
	for (const key of pairs) join(mate, Math.floor(key / count), key % count);
	// who is left far from all that were near goes to the nearest of those left
	for (let i = 0; i < count; i++) {
		if (mate[i] >= 0) continue;
		let best = -1;
		for (let j = i + 1; j < count; j++) {
			if (mate[j] < 0 && (best < 0 || cost[i * count + j] < cost[i * count + best])) best = j;
		}
		join(mate, i, best);
	}

	for (let round = 0, isBetter = true; isBetter && round < MOST_ROUNDS; round++) {
		isBetter = false;
		for (let a = 0; a < count; a++) {
			for (const c of near[a]) {
				const [b, d] = [mate[a], mate[c]];
				if (c === b) continue;
				const saved = cost[a * count + b] + cost[c * count + d] - cost[a * count + c] - cost[b * count + d];
				if (saved <= 1e-9) continue;
				[mate[a], mate[c], mate[b], mate[d]] = [c, a, d, b];
				isBetter = true;
			}
		}
	}
	return mate;
}

function join(mate: Int32Array, i: number, j: number): void {
	if (mate[i] >= 0 || mate[j] >= 0) return;
	mate[i] = j;
	mate[j] = i;
}
