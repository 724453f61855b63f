import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { AreaFigures, AreaRowOf } from '../../src/lib/domain/findings/areas.ts';
import type { AreaLevel, ItemId } from '../../src/lib/domain/items.ts';
import { areaFiguresOf } from '../../src/lib/editor/area-figures.ts';
import type { AreaScope } from '../../src/lib/editor/area-scope.ts';
import { language } from '../../src/lib/editor/language.svelte.ts';
import { areaRowText } from '../../src/lib/editor/wording/area-words.ts';
import { areaCsvRows } from '../../src/lib/panels/dock/area-csv.ts';
import { scopesOf, sortedRows, type AreaColumn } from '../../src/lib/panels/dock/area-rows.ts';

afterEach(() => {
	language.locale = 'en';
});

const areaRow = (id: string, level: AreaLevel): AreaRowOf => ({ of: 'area', areaId: id as ItemId, level });

function figuresOf(row: AreaRowOf, name: string, change: Partial<AreaFigures> = {}): AreaFigures {
	return {
		row,
		name,
		setting: null,
		population: null,
		areaM2: 10e6,
		coveredM2: 4e6,
		gapM2: 6e6,
		coveredShare: 0.4,
		cameras: 20,
		camerasPerKm2: 2,
		intactRate: 0.9,
		integratedRate: 0.5,
		...change
	};
}

const esil = figuresOf(areaRow('a-1', 'county'), 'Esil', { coveredShare: 0.2, intactRate: null });
const almaty = figuresOf(areaRow('a-2', 'county'), 'Almaty', { coveredShare: 0.7, intactRate: 0.8 });
const ten = figuresOf(areaRow('v-10', 'village'), 'Village 10');
const two = figuresOf(areaRow('v-2', 'village'), 'Village 2', { coveredShare: 0.1 });
const urban = figuresOf({ of: 'setting', setting: 'urban' }, '');
const all = figuresOf({ of: 'all' }, '');
const table = [esil, almaty, ten, two, urban, all];

function sorted(scope: AreaScope, by: AreaColumn, isDescending: boolean): string[] {
	return sortedRows(table, scope, { by, isDescending }, areaRowText, 'en').map(areaRowText);
}

describe('which rows', () => {
	test('the levels that are there, coarse to fine, then settings, then all', () => {
		expect(scopesOf(table)).toEqual(['county', 'village', 'setting', 'all']);
		expect(scopesOf([esil, all])).toEqual(['county']);
		expect(scopesOf([all])).toEqual([]);
	});

	test('a level has its own areas, settings their own rows, and the sum is in none', () => {
		expect(sorted('village', 'name', false)).toEqual(['Village 2', 'Village 10']);
		expect(sorted('setting', 'name', false)).toEqual(['Urban']);
		expect(sorted('all', 'name', false)).toEqual(['Almaty', 'Esil', 'Village 2', 'Village 10']);
	});
});

describe('their order', () => {
	test.each([
		['worst covered first', 'coveredShare', false, ['Village 2', 'Esil', 'Village 10', 'Almaty']],
		['best covered first', 'coveredShare', true, ['Almaty', 'Village 10', 'Esil', 'Village 2']],
		['no rate is last', 'intactRate', false, ['Almaty', 'Village 2', 'Village 10', 'Esil']],
		['no rate is last turned round too', 'intactRate', true, ['Village 2', 'Village 10', 'Almaty', 'Esil']],
		['names turned round', 'name', true, ['Village 10', 'Village 2', 'Esil', 'Almaty']]
	] as const)('%s', (_, by, isDescending, names) => {
		expect(sorted('all', by, isDescending)).toEqual(names);
	});

	test('keeps every row, and no neighbour is out of order', () => {
		const rate = fc.option(fc.constantFrom(0, 0.25, 0.5, 1), { nil: null });
		fc.assert(
			fc.property(fc.array(rate, { maxLength: 30 }), fc.boolean(), (rates, isDescending) => {
				const rows = rates.map((intactRate, i) =>
					figuresOf(areaRow(`v-${i}`, 'village'), `V ${i}`, { intactRate })
				);
				const found = sortedRows(rows, 'village', { by: 'intactRate', isDescending }, areaRowText, 'en');
				expect(new Set(found)).toEqual(new Set(rows));
				const values = found.map(({ intactRate }) => intactRate);
				const known = values.filter((value) => value !== null);
				expect(values.slice(0, known.length)).toEqual(known);
				expect(known).toEqual([...known].sort((a, b) => (isDescending ? b - a : a - b)));
			})
		);
	});
});

test('the map is coloured by areas alone, and by those that have a value', () => {
	expect([...areaFiguresOf(table, 'intactRate').values]).toEqual([
		['a-2', 0.8],
		['v-10', 0.9],
		['v-2', 0.9]
	]);
});

describe('the table for a spreadsheet', () => {
	test('has its units in the headings and plain numbers under them', () => {
		const [head, row] = areaCsvRows([
			figuresOf(areaRow('a', 'county'), 'Esil', { population: 1200, setting: 'urban', integratedRate: null })
		]);
		expect(Object.fromEntries((head ?? []).map((name, i) => [name, row?.[i]]))).toEqual({
			Area: 'Esil',
			Level: 'County',
			Setting: 'Urban',
			Population: 1200,
			'Size (km²)': 10,
			'Covered area (km²)': 4,
			'Covered share (%)': 40,
			'Gap (km²)': 6,
			Cameras: 20,
			'Cameras per km² (1/km²)': 2,
			'Intact (%)': 90,
			'Integrated (%)': null
		});
	});

	test('speaks the language of the screen, and has as many headings as cells', () => {
		language.locale = 'zh';
		const rows = areaCsvRows(table);
		expect(rows[0]?.slice(0, 6)).toEqual(['辖区', '级别', '城乡', '人口', '面积（km²）', '覆盖面积（km²）']);
		expect(rows.map((row) => row.length)).toEqual(Array(table.length + 1).fill(12));
		expect(rows.at(-1)?.[0]).toBe('全部范围');
	});
});
