import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAME_KINDS, type PlaceNames } from '../../src/lib/domain/place-names.ts';
import { decodeNames, encodeNames } from '../../src/lib/formats/names-file.ts';

const some: PlaceNames = {
	kind: Uint8Array.of(0, 5),
	at: Int32Array.of(714300000, 511600000, -5, -6),
	box: Int32Array.of(1, 2, 3, 4, -1, -2, -3, -4),
	texts: [
		{ local: 'Астана', en: 'Astana', zh: '阿斯塔纳', ru: '', ref: '', others: ['Целиноград', 'Акмола'] },
		{ local: 'улица Абая', en: '', zh: '', ru: '', ref: 'P-3', others: [] }
	]
};
const bytesOf = (bytes: Uint8Array) => bytes.slice().buffer as ArrayBuffer;

const word = fc.string({ unit: 'grapheme' }).filter((text) => !/[\t\n]/.test(text) && text.trim() === text);
const texts = fc.record({
	local: word,
	en: word,
	zh: word,
	ru: word,
	ref: word,
	others: fc.constant([] as string[])
});

test('names, places and kinds come back', () => {
	expect(decodeNames(bytesOf(encodeNames(some)))).toEqual(some);
});

test('whatever the names are', () => {
	const int = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 });
	fc.assert(
		fc.property(fc.array(fc.tuple(texts, int, fc.nat(NAME_KINDS.length - 1)), { maxLength: 8 }), (rows) => {
			const names: PlaceNames = {
				kind: Uint8Array.from(rows, ([, , kind]) => kind),
				at: Int32Array.from(rows.flatMap(([, at]) => [at, -at])),
				box: Int32Array.from(rows.flatMap(([, at]) => [at, at, 7, 8])),
				texts: rows.map(([text]) => text)
			};
			expect(decodeNames(bytesOf(encodeNames(names)))).toEqual(names);
		})
	);
});

describe('what is no such file is refused', () => {
	const good = encodeNames(some);
	test.each([
		[
			'another kind',
			new TextEncoder().encode('CORDONRG....................'),
			/start with "CORDONRG", wanted "CORDONNM"/
		],
		['cut in its header', good.slice(0, 12), /of 12 bytes, wanted at least 28/],
		['cut short', good.slice(0, -3), /of \d+ bytes, wanted \d+/],
		['a later version', good.map((byte, i) => (i === 8 ? 2 : byte)), /version 2, wanted 1/],
		['damaged', good.map((byte, i) => (i === 90 ? byte ^ 1 : byte)), /damaged: checksum/]
	] as const)('%s', (_, bytes, message) => {
		expect(() => decodeNames(bytesOf(bytes))).toThrow(message);
	});
});
