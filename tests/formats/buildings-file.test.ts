import { describe, expect, test } from 'vitest';
import { decodeBuildings, encodeBuildings } from '../../src/lib/formats/buildings-file.ts';

const house = {
	coords: Int32Array.of(0, 0, 90, 0, 90, 90, 5, 5, 5, 9, 9, 9),
	ringStart: Uint32Array.of(0, 3, 6),
	ringHeightDm: Uint16Array.of(125, 0)
};
const bytesOf = (bytes: Uint8Array) => bytes.slice().buffer as ArrayBuffer;

test('footprints and heights come back', () => {
	expect(decodeBuildings(bytesOf(encodeBuildings(house)))).toEqual(house);
});

test('no buildings is a file too', () => {
	const none = { coords: new Int32Array(0), ringStart: Uint32Array.of(0), ringHeightDm: new Uint16Array(0) };
	expect(decodeBuildings(bytesOf(encodeBuildings(none)))).toEqual(none);
});

describe('what is no such file is refused', () => {
	const good = encodeBuildings(house);
	test.each([
		[
			'another kind',
			new TextEncoder().encode('CORDONRG........'),
			/start with "CORDONRG", wanted "CORDONBD"/
		],
		['cut in its header', good.slice(0, 12), /of 12 bytes, wanted at least 24/],
		['cut short', good.slice(0, -3), /of \d+ bytes, wanted \d+/],
		['a later version', good.map((byte, i) => (i === 8 ? 2 : byte)), /version 2, wanted 1/]
	])('%s', (_, bytes, message) => {
		expect(() => decodeBuildings(bytesOf(bytes))).toThrow(message);
	});
});
