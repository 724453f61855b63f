const LATIN: Readonly<Record<string, string>> = {
	а: 'a',
	б: 'b',
	в: 'v',
	г: 'g',
	д: 'd',
	е: 'e',
	ж: 'zh',
	з: 'z',
	и: 'i',
	к: 'k',
	л: 'l',
	м: 'm',
	н: 'n',
	о: 'o',
	п: 'p',
	р: 'r',
	с: 's',
	т: 't',
	у: 'u',
	ф: 'f',
	х: 'kh',
	ц: 'ts',
	ч: 'ch',
	ш: 'sh',
	щ: 'shch',
	ъ: '',
	ы: 'i',
	ь: '',
	э: 'e',
	ю: 'iu',
	я: 'ia'
};

/** Folded Cyrillic in the Latin letters of passports and signs, folded; null where there is none in it. */
export function latinOf(folded: string): string | null {
	if (!/[а-я]/.test(folded)) return null;
	return folded.replace(/[а-я]/g, (letter) => LATIN[letter]);
}
