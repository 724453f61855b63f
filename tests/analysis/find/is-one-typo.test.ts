import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOneTypo } from '../../../src/lib/analysis/find/is-one-typo.ts';

/** The optimal string alignment distance (Damerau 1964), the slow and obvious way. */
function distance(a: string, b: string): number {
	const d = Array.from({ length: a.length + 1 }, (_, i) =>
		Array.from({ length: b.length + 1 }, (_, j) => i + j)
	);
	for (let i = 1; i <= a.length; i++) {
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
				d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
		}
	}
	return d[a.length][b.length];
}

test('agrees with the distance to some beginning of the word', () => {
	const word = fc
		.array(fc.constantFrom(...'abc'), { minLength: 5, maxLength: 8 })
		.map((letters) => letters.join(''));
	let met = 0;
	fc.assert(
		fc.property(word, word, (typed, tail) => {
			const full = typed[0] + tail;
			const wanted = Array.from({ length: full.length }, (_, i) => full.slice(0, i + 1)).some(
				(start) => start[0] === typed[0] && distance(typed, start) <= 1
			);
			if (wanted) met++;
			// a slip in the first letter itself is not looked for
			const isFirstKept = typed[1] !== full[0] || typed[0] === full[0];
			if (isFirstKept) expect(isOneTypo(typed, full)).toBe(wanted);
		}),
		{ numRuns: 4000 }
	);
	expect(met).toBeGreaterThan(200);
});
