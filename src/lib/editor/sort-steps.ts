/** Members sorted at a time, and merged between two steps. */
const RUN = 512;

/**
 * Sorts `list` as `sort` would, and as steadily, in steps of about `RUN` comparisons' worth each:
 * short runs first, then pairs of runs merged (von Neumann 1945). Runs that follow one another as
 * they stand are joined without looking at their members, so that what is in order costs little.
 */
export function* sortSteps<T>(
	list: readonly T[],
	compare: (a: T, b: T) => number
): Generator<undefined, readonly T[]> {
	let runs: T[][] = [];
	for (let i = 0; i < list.length; i += RUN) {
		runs.push(list.slice(i, i + RUN).sort(compare));
		yield undefined;
	}
	while (runs.length > 1) {
		const longer: T[][] = [];
		for (let i = 0; i < runs.length; i += 2) {
			const [a, b] = [runs[i] as T[], runs[i + 1]];
			longer.push(b ? yield* mergeSteps(a, b, compare) : a);
		}
		runs = longer;
	}
	return runs[0] ?? [];
}

function* mergeSteps<T>(a: T[], b: T[], compare: (a: T, b: T) => number): Generator<undefined, T[]> {
	if (compare(a[a.length - 1] as T, b[0] as T) <= 0) {
		yield undefined;
		return a.concat(b);
	}
	const merged: T[] = [];
	for (let i = 0, j = 0; i < a.length || j < b.length;) {
		if (merged.length % RUN === 0) yield undefined;
		const takesA = j === b.length || (i < a.length && compare(a[i] as T, b[j] as T) <= 0);
		merged.push((takesA ? a[i++] : b[j++]) as T);
	}
	return merged;
}
