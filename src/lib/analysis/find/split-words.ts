/** A word of folded text; `isHan` for a stretch of Chinese, which is compared by pairs of characters. */
export interface Word {
	readonly text: string;
	readonly isHan: boolean;
}

const WORD = /[\p{Script=Han}々〇]+|[^\s\p{Script=Han}々〇]+/gu;

/** Folded text in words: parted at spaces, and where Chinese begins or ends. */
export function splitWords(folded: string): Word[] {
	return (folded.match(WORD) ?? []).map((text) => ({ text, isHan: /^[\p{Script=Han}々〇]/u.test(text) }));
}

/**
 * What a word is filed under: itself, or of Chinese every pair of neighbours and the last character alone, so that any stretch
 * of it is found by its pairs, and a single character as the beginning of one.
 */
export function keysOf({ text, isHan }: Word): string[] {
	if (!isHan) return [text];
	const letters = [...text];
	return letters.map((letter, i) => letter + (letters[i + 1] ?? ''));
}
