import { NAME_KINDS, WAY_KINDS, type NameTexts, type PlaceNames } from '../../domain/place-names.ts';
import { foldText } from './fold-text.ts';
import { KIND_WORDS } from './kind-words.ts';
import { latinOf } from './latin-of.ts';
import { indexWords, type WordIndex } from './word-index.ts';

/** How good a name it is that was met: one of those on the map, a transliterated or old one, or only what kind of thing it is. */
export type TextRank = 0 | 1 | 2;

/** The names of a region, filed to be found. Text t is `folded[t]`, of name `name[t]`, and `shown[t]` as the map has it. */
export interface NameIndex {
	readonly names: PlaceNames;
	readonly folded: readonly string[];
	readonly name: Uint32Array;
	readonly rank: Uint8Array;
	readonly shown: readonly string[];
	readonly words: WordIndex;
	readonly isWay: Uint8Array;
}

/** Files the names of a region, with Cyrillic ones in Latin letters too. A second for a million words. */
export function indexNames(names: PlaceNames): NameIndex {
	const folded: string[] = [];
	const shown: string[] = [];
	const name: number[] = [];
	const rank: TextRank[] = [];
	const isWay = new Uint8Array(names.kind.length);
	const kindWords = NAME_KINDS.map((kind) => foldText(KIND_WORDS[kind] ?? ''));
	for (let n = 0; n < names.kind.length; n++) {
		isWay[n] = WAY_KINDS.has(NAME_KINDS[names.kind[n]]) ? 1 : 0;
		const known = new Set(['']);
		const add = (text: string, as: string, how: TextRank): void => {
			if (known.has(text)) return;
			known.add(text);
			folded.push(text);
			shown.push(as);
			name.push(n);
			rank.push(how);
		};
		for (const [text, how] of ranked(names.texts[n])) add(foldText(text), text, how);
		for (const [text] of ranked(names.texts[n])) add(latinOf(foldText(text)) ?? '', text, 1);
		add(kindWords[names.kind[n]], '', 2);
	}
	return {
		names,
		folded,
		name: Uint32Array.from(name),
		rank: Uint8Array.from(rank),
		shown,
		words: indexWords(folded),
		isWay
	};
}

function ranked({ local, en, zh, ru, ref, others }: NameTexts): (readonly [string, TextRank])[] {
	const main = [local, en, zh, ru, ref].map((text) => [text, 0] as const);
	return [...main, ...others.map((text) => [text, 1] as const)];
}
