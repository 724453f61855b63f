import { describe, expect, test } from 'vitest';
import type { AreaFigures } from '../../src/lib/domain/findings/areas.ts';
import type { ItemId } from '../../src/lib/domain/items.ts';
import { areaCsv, areaRecord } from '../../src/lib/formats/area-table.ts';

const TOWN: AreaFigures = {
	row: { of: 'area', areaId: 't-1' as ItemId, level: 'township' },
	name: 'Old town, 老城',
	setting: 'urban',
	population: 12_000,
	areaM2: 3_000_000.00049,
	coveredM2: 1_000_000.00051,
	gapM2: 1_999_999.99998,
	coveredShare: 1 / 3,
	cameras: 7,
	camerasPerKm2: 7 / 3,
	intactRate: 6 / 7,
	integratedRate: 1
};
const EMPTY: AreaFigures = {
	...TOWN,
	row: { of: 'setting', setting: 'rural' },
	name: '',
	setting: 'rural',
	population: null,
	cameras: 0,
	camerasPerKm2: 0,
	intactRate: null,
	integratedRate: null
};

describe('areaRecord', () => {
	test('says what the row speaks of; only an area has an id and a level', () => {
		expect(areaRecord(TOWN)).toMatchObject({
			of: 'area',
			areaId: 't-1',
			level: 'township',
			setting: 'urban'
		});
		expect(areaRecord(EMPTY)).toMatchObject({ of: 'setting', areaId: null, level: null, setting: 'rural' });
		expect(areaRecord({ ...EMPTY, row: { of: 'all' }, setting: null })).toMatchObject({ of: 'all' });
	});
	test('covered and open ground add up to the area once rounded', () => {
		expect(areaRecord(TOWN)).toMatchObject({ areaM2: 3e6, coveredM2: 1_000_000.001, gapM2: 1_999_999.999 });
	});
});

test('areaCsv: names of columns first, what is not known empty, words with commas quoted', () => {
	expect(areaCsv([TOWN, EMPTY].map(areaRecord)).split('\r\n')).toEqual([
		'of,areaId,name,level,setting,population,areaM2,coveredM2,gapM2,coveredShare,cameras,camerasPerKm2,intactRate,integratedRate',
		'area,t-1,"Old town, 老城",township,urban,12000,3000000,1000000.001,1999999.999,0.333333,7,2.333,0.857143,1',
		'setting,,,,rural,,3000000,1000000.001,1999999.999,0.333333,0,0,,',
		''
	]);
	expect(areaCsv([]).split('\r\n')).toHaveLength(2);
});
