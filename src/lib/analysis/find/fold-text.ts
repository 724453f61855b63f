/** Letters of Kazakh, and of Latin alphabets, that many keyboards lack, as the ones typed in their place. */
const LIKE: Readonly<Record<string, string>> = {
	ә: 'а',
	ғ: 'г',
	қ: 'к',
	ң: 'н',
	ө: 'о',
	ұ: 'у',
	ү: 'у',
	һ: 'х',
	і: 'и',
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ı: 'i',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
	ð: 'd',
	y: 'i'
};
const LETTERS = new RegExp(`[${Object.keys(LIKE).join('')}]`, 'g');

/**
 * `text` as it is compared: lower case, no accents (ё is е), full width made plain, apostrophes left out, everything else that
 * is no letter or figure a space. `y` is `i`, since names come transliterated either way; traditional and simplified Chinese stay.
 */
export function foldText(text: string): string {
	return text
		.replace(/№/g, ' ')
		.normalize('NFKD')
		.replace(/[\p{M}'’ʼ`]+/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(LETTERS, (letter) => LIKE[letter])
		.trim();
}
