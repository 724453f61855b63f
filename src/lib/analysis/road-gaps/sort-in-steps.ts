/** Items sorted or moved between two steps. */
const STEP = 4096;

/**
 * A sorted copy of `items`, ties in their order. Runs of a few thousand are sorted and then merged two by two
 * (merge sort, von Neumann 1945), with a yield after every few milliseconds.
 */
export function* sortInSteps<T>(items: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
	let runs: T[][] = [];
	for (let start = 0; start < items.length; start += STEP) {
		runs.push(items.slice(start, start + STEP).sort(compare));
		yield;
	}
	while (runs.length > 1) {
		const merged: T[][] = [];
		for (let r = 0; r < runs.length; r += 2) {
			merged.push(r + 1 < runs.length ? yield* merge(runs[r], runs[r + 1], compare) : runs[r]);
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

function* merge<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Generator<void, T[]> {
	const out: T[] = [];
	let i = 0;
	let j = 0;
	while (i < a.length || j < b.length) {
		const isFromA = j === b.length || (i < a.length && compare(a[i], b[j]) <= 0);
		out.push(isFromA ? a[i++] : b[j++]);
		if (out.length % STEP === 0) yield;
	}
	return out;
}
