/**
 * Whether `word`, or a beginning of it, is `typed` but for one slip: a letter too many, too few, another one, or two neighbours
 * swapped (Damerau 1964). The first letter is taken to be right; equal words count.
 */
export function isOneTypo(typed: string, word: string): boolean {
	if (typed[0] !== word[0] || word.length < typed.length - 1) return false;
	let i = 1;
	while (i < typed.length && i < word.length && typed[i] === word[i]) i++;
	if (i >= typed.length - 1) return true; // all or all but the last letter agree
	const isRest = (from: number, to: number): boolean => word.startsWith(typed.slice(from), to);
	return (
		isRest(i + 1, i + 1) ||
		isRest(i + 1, i) ||
		isRest(i, i + 1) ||
		(typed[i] === word[i + 1] && typed[i + 1] === word[i] && isRest(i + 2, i + 2))
	);
}
