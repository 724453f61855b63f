import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvTable, type CsvCell } from '../../src/lib/formats/csv-table.ts';

const sheet = (rows: readonly (readonly CsvCell[])[]): string => csvTable(rows, { isForSpreadsheet: true });

describe('csvTable', () => {
	test.each<[string, CsvCell, string]>([
		['plain words', 'Esil', 'Esil'],
		['a comma', 'Esil, left bank', '"Esil, left bank"'],
		['a full-width comma is no comma', '叶西尔，左岸', '叶西尔，左岸'],
		['a quote', 'the "old" town', '"the ""old"" town"'],
		['a line break', 'two\nlines', '"two\nlines"'],
		['a space at the end', 'Esil ', '"Esil "'],
		['nothing known', null, ''],
		['a number', 12345.678, '12345.678'],
		['minus nothing', -0, '0'],
		['a number that prints with an exponent', 1e-7, '0.0000001'],
		['no number', Number.NaN, ''],
		['no end', Number.POSITIVE_INFINITY, ''],
		['a formula stays words for machines', '=1+1', '=1+1']
	])('%s', (_, cell, printed) => {
		expect(csvTable([[cell]])).toBe(`${printed}\r\n`);
	});

	test('rows end with CR LF and none is left out', () => {
		expect(csvTable([['a', 'b'], [], [1, null]])).toBe('a,b\r\n\r\n1,\r\n');
	});

	test('a spreadsheet gets a byte order mark and no formula', () => {
		expect(sheet([['辖区', '=HYPERLINK("x")', '+1', '-1', '@a', -1]])).toBe(
			`\ufeff辖区,"'=HYPERLINK(""x"")",'+1,'-1,'@a,-1\r\n`
		);
	});

	test('what is printed reads back as it was', () => {
		// letters that matter, so that nearly every table meets quotes, commas or breaks
		const words = fc.string({
			unit: fc.constantFrom('a', '区', ',', '"', '\n', '\r', ' ', ';', '='),
			maxLength: 8
		});
		const rows = fc
			.integer({ min: 1, max: 4 })
			.chain((width) =>
				fc.array(fc.array(words, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })
			);
		fc.assert(
			fc.property(rows, (table) => {
				expect(readCsv(csvTable(table))).toEqual(table);
			})
		);
	});

	test('numbers read back as they were, to twelve decimals', () => {
		fc.assert(
			fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (figure) => {
				const printed = csvTable([[figure]]).trim();
				expect(printed).toMatch(/^-?\d+(\.\d+)?$/);
				expect(Math.abs(Number(printed) - figure)).toBeLessThanOrEqual(1e-12);
			})
		);
	});
});

/** A reader that knows RFC 4180 and nothing else, one letter at a time. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let isQuoted = false;
	for (let i = 0; i < text.length; i++) {
		const letter = text[i] as string;
		if (isQuoted) {
			if (letter !== '"') cell += letter;
			else if (text[i + 1] === '"') cell += text[++i];
			else isQuoted = false;
		} else if (letter === '"') isQuoted = true;
		else if (letter === ',') {
			row.push(cell);
			cell = '';
		} else if (letter === '\r' && text[i + 1] === '\n') {
			rows.push([...row, cell]);
			row = [];
			cell = '';
			i++;
		} else cell += letter;
	}
	return rows;
}
