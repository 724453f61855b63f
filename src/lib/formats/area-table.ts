import type { AreaFigures } from '../domain/findings/areas.ts';
import { csvTable } from './csv-table.ts';

/** Figures of one row as flat, named columns; units are in the names. */
export interface AreaRecord {
	/** What the row speaks of: an area, all areas of one setting, or the whole ground asked about. */
	readonly of: AreaFigures['row']['of'];
	readonly areaId: string | null;
	readonly name: string;
	readonly level: string | null;
	readonly setting: string | null;
	readonly population: number | null;
	readonly areaM2: number;
	readonly coveredM2: number;
	readonly gapM2: number;
	readonly coveredShare: number;
	readonly cameras: number;
	readonly camerasPerKm2: number;
	readonly intactRate: number | null;
	readonly integratedRate: number | null;
}

/**
 * The flat record of a row. Ground is given to the thousandth of a square metre, and covered and open
 * ground add up; shares and rates to six decimals.
 */
export function areaRecord({ row, name, ...figures }: AreaFigures): AreaRecord {
	const { setting, population, cameras } = figures;
	const areaM2 = rounded(figures.areaM2, 3);
	const coveredM2 = rounded(figures.coveredM2, 3);
	return {
		of: row.of,
		areaId: row.of === 'area' ? row.areaId : null,
		name,
		level: row.of === 'area' ? row.level : null,
		setting,
		population,
		areaM2,
		coveredM2,
		gapM2: rounded(areaM2 - coveredM2, 3),
		coveredShare: rounded(figures.coveredShare, 6),
		cameras,
		camerasPerKm2: rounded(figures.camerasPerKm2, 3),
		intactRate: figures.intactRate === null ? null : rounded(figures.intactRate, 6),
		integratedRate: figures.integratedRate === null ? null : rounded(figures.integratedRate, 6)
	};
}

/** The table of rows for machines, as CSV: a line of column names, then a line for each row. */
export function areaCsv(records: readonly AreaRecord[]): string {
	return csvTable([COLUMNS, ...records.map((record) => COLUMNS.map((column) => record[column]))]);
}

const COLUMNS = [
	'of',
	'areaId',
	'name',
	'level',
	'setting',
	'population',
	'areaM2',
	'coveredM2',
	'gapM2',
	'coveredShare',
	'cameras',
	'camerasPerKm2',
	'intactRate',
	'integratedRate'
] as const satisfies readonly (keyof AreaRecord)[];

function rounded(value: number, decimals: number): number {
	const scale = 10 ** decimals;
	return Math.round(value * scale) / scale;
}
