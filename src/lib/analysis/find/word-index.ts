import { isOneTypo } from './is-one-typo.ts';
import { keysOf, splitWords, type Word } from './split-words.ts';

/** How well a word was met: 0 as it stands, 1 as a beginning, 2 but for one slip. */
export type WordMatch = 0 | 1 | 2;

const LEAST_FOR_TYPO = 5;

/** Texts by the words in them: every word once, in order, with the texts that have it (`texts[start[w]]` to `start[w + 1]`). */
export interface WordIndex {
	readonly words: readonly string[];
	readonly start: Uint32Array;
	readonly texts: Uint32Array;
}

/** Files folded texts under their words. */
export function indexWords(folded: readonly string[]): WordIndex {
	const filed = new Map<string, number[]>();
	folded.forEach((text, t) => {
		for (const word of splitWords(text)) {
			for (const key of keysOf(word)) {
				const list = filed.get(key);
				if (!list) filed.set(key, [t]);
				else if (list[list.length - 1] !== t) list.push(t);
			}
		}
	});
	const words = [...filed.keys()].sort();
	const start = new Uint32Array(words.length + 1);
	words.forEach((word, w) => (start[w + 1] = start[w] + (filed.get(word) as number[]).length));
	const texts = new Uint32Array(start[words.length]);
	words.forEach((word, w) => texts.set(filed.get(word) as number[], start[w]));
	return { words, start, texts };
}

/** Calls `met` with every text that has `word`, best matches first; a text may be met more than once. */
export function eachText(
	index: WordIndex,
	word: Word,
	withTypos: boolean,
	met: (text: number, match: WordMatch) => void
): void {
	const { words } = index;
	const tell = (w: number, match: WordMatch): void => {
		for (let i = index.start[w]; i < index.start[w + 1]; i++) met(index.texts[i], match);
	};
	const first = firstFrom(words, word.text);
	let end = first;
	if (words[first] === word.text) tell(end++, 0);
	while (end < words.length && words[end].startsWith(word.text)) tell(end++, 1);
	if (!withTypos || word.isHan || word.text.length < LEAST_FOR_TYPO || /^\p{N}/u.test(word.text)) return;
	// the first letter is right, so only the words that share it are looked at
	const letter = word.text[0];
	for (let w = firstFrom(words, letter); w < words.length && words[w].startsWith(letter); w++) {
		if ((w < first || w >= end) && isOneTypo(word.text, words[w])) tell(w, 2);
	}
}

/** Where `word` is or would be among `words`. */
function firstFrom(words: readonly string[], word: string): number {
	let low = 0;
	let high = words.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (words[middle] < word) low = middle + 1;
		else high = middle;
	}
	return low;
}
