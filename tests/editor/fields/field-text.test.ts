import { describe, expect, test } from 'vitest';
import type { Field } from '../../../src/lib/editor/fields/field-table.ts';
import { fieldText, readField } from '../../../src/lib/editor/fields/field-text.ts';

const field = (type: Field['type']): Field => ({ type, path: 'p', label: () => 'P' }) as unknown as Field;

describe('what is typed into a field', () => {
	test.each([
		['text', '  City ', 'City'],
		['text', '   ', undefined],
		['number', ' 12,5 ', 12.5],
		['number', 'twelve', null],
		['number', '', undefined],
		['picture', '1920 × 1080', [1920, 1080]],
		['picture', 'large', null]
	] as const)('%s %j is %j', (type, typed, wanted) => {
		expect(readField(field(type), typed)).toEqual(wanted);
	});

	test.each([
		['text', 'City', 'City'],
		['number', 12.5, '12.5'],
		['picture', [1920, 1080], '1920 × 1080'],
		['text', { odd: 1 }, '{"odd":1}']
	] as const)('%s %j is shown so that it reads as itself', (type, value, text) => {
		expect(fieldText(field(type), value)).toBe(text);
		if (typeof value !== 'object' || Array.isArray(value)) {
			expect(readField(field(type), fieldText(field(type), value))).toEqual(value);
		}
	});
});
