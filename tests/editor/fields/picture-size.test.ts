import { describe, expect, test } from 'vitest';
import { pictureText, readPicture } from '../../../src/lib/editor/fields/picture-size.ts';

describe('readPicture', () => {
	test.each([
		['', undefined],
		['1920', 1920],
		[' 1920 px ', 1920],
		['1920x1080', [1920, 1080]],
		['1920 × 1080', [1920, 1080]],
		['1920*1080', [1920, 1080]],
		['1920 1080', [1920, 1080]],
		['1080p', null],
		['4.2', null],
		['1920 x', null],
		['1 x 2 x 3', null]
	])('%j', (text, expected) => {
		expect(readPicture(text)).toEqual(expected);
	});

	test.each([[1920], [[1920, 1080] as [number, number]]])('reads what it shows: %j', (size) => {
		expect(readPicture(pictureText(size))).toEqual(size);
	});
});
