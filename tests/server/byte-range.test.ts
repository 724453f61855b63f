import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readByteRange } from '../../src/lib/server/byte-range.ts';

describe('readByteRange of a file of 100 bytes', () => {
	test.each([
		['no header', null, null],
		['from the start', 'bytes=0-9', { start: 0, end: 9 }],
		['one byte', 'bytes=99-99', { start: 99, end: 99 }],
		['to the end', 'bytes=90-', { start: 90, end: 99 }],
		['beyond the end', 'bytes=90-200', { start: 90, end: 99 }],
		['the last ten', 'bytes=-10', { start: 90, end: 99 }],
		['more than there is, from the end', 'bytes=-1000', { start: 0, end: 99 }],
		['nothing, from the end', 'bytes=-0', 'unsatisfiable'],
		['past the end', 'bytes=100-', 'unsatisfiable'],
		['backwards', 'bytes=9-3', null],
		['two ranges', 'bytes=0-1,3-4', null],
		['another unit', 'lines=0-1', null],
		['no numbers', 'bytes=-', null],
		['no sense', 'bytes=a-b', null]
	] as const)('%s', (_, header, expected) => {
		expect(readByteRange(header, 100)).toEqual(expected);
	});
	test('of an empty file nothing can be asked', () => {
		expect(readByteRange('bytes=0-', 0)).toBe('unsatisfiable');
		expect(readByteRange('bytes=-5', 0)).toBe('unsatisfiable');
	});
	test('never leads out of the file', () => {
		fc.assert(
			fc.property(fc.nat(300), fc.nat(300), fc.integer({ min: 1, max: 200 }), (a, b, size) => {
				for (const header of [`bytes=${a}-${b}`, `bytes=${a}-`, `bytes=-${a}`]) {
					const range = readByteRange(header, size);
					if (range === null || range === 'unsatisfiable') continue;
					expect(range.start).toBeGreaterThanOrEqual(0);
					expect(range.end).toBeGreaterThanOrEqual(range.start);
					expect(range.end).toBeLessThan(size);
				}
			}),
			{ seed: 1 }
		);
	});
});
