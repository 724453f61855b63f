import { describe, expect, test } from 'vitest';
import { decodeBorders, encodeBorders } from '../../src/lib/formats/borders-file.ts';
import type { Borders } from '../../src/lib/geo/borders.ts';

const some: Borders = {
	coords: Int32Array.of(0, 0, 90, 0, 90, 90, 5, 5, -5, 9),
	lineStart: Uint32Array.of(0, 3, 5),
	lineKind: Uint8Array.of(3, 0),
	lineName: Int32Array.of(0, -1),
	names: ['Есіл']
};
const bytesOf = (bytes: Uint8Array) => bytes.slice().buffer as ArrayBuffer;

test('lines, kinds and names come back', () => {
	expect(decodeBorders(bytesOf(encodeBorders(some)))).toEqual(some);
});

test('no borders is a file too', () => {
	const none: Borders = {
		coords: new Int32Array(0),
		lineStart: Uint32Array.of(0),
		lineKind: new Uint8Array(0),
		lineName: new Int32Array(0),
		names: []
	};
	expect(decodeBorders(bytesOf(encodeBorders(none)))).toEqual(none);
});

describe('what is no such file is refused', () => {
	const good = encodeBorders(some);
	test.each([
		[
			'another kind',
			new TextEncoder().encode('CORDONRG........................'),
			/start with "CORDONRG", wanted "CORDONBR"/
		],
		['cut in its header', good.slice(0, 12), /of 12 bytes, wanted at least 32/],
		['cut short', good.slice(0, -3), /of \d+ bytes, wanted \d+/],
		['a later version', good.map((byte, i) => (i === 8 ? 2 : byte)), /version 2, wanted 1/],
		['damaged', good.map((byte, i) => (i === 40 ? byte ^ 1 : byte)), /damaged: checksum/]
	])('%s', (_, bytes, message) => {
		expect(() => decodeBorders(bytesOf(bytes))).toThrow(message);
	});
});
