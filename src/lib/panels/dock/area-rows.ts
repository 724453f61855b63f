import type { AreaFigures } from '../../domain/findings/areas.ts';
import type { AreaScope } from '../../editor/area-scope.ts';

/** Columns of the table by area, in their order. */
export const AREA_COLUMNS = [
	'name',
	'areaM2',
	'coveredShare',
	'gapM2',
	'cameras',
	'camerasPerKm2',
	'intactRate',
	'integratedRate'
] as const;
export type AreaColumn = (typeof AREA_COLUMNS)[number];

/** The scopes that `figures` has rows for, coarse to fine; several levels make `all` one of them. */
export function scopesOf(figures: readonly AreaFigures[]): AreaScope[] {
	const found = new Set<AreaScope>();
	for (const { row } of figures) {
		if (row.of === 'area') found.add(row.level);
		else if (row.of === 'setting') found.add('setting');
	}
	const levels = LEVELS.filter((level) => found.has(level));
	return [
		...levels,
		...(found.has('setting') ? ['setting' as const] : []),
		...(levels.length > 1 ? ['all' as const] : [])
	];
}

/** The rows of a scope in the order of a column. What has no value stands last either way; ties by name. */
export function sortedRows(
	figures: readonly AreaFigures[],
	scope: AreaScope,
	{ by, isDescending }: { by: AreaColumn; isDescending: boolean },
	nameOf: (figures: AreaFigures) => string,
	locale: string
): AreaFigures[] {
	const compareNames = new Intl.Collator(locale, { numeric: true }).compare;
	const sign = isDescending ? -1 : 1;
	return figures
		.filter(({ row }) => isIn(row, scope))
		.map((one) => ({ one, name: nameOf(one), value: by === 'name' ? 0 : one[by] }))
		.sort((a, b) => {
			if (by === 'name') return sign * compareNames(a.name, b.name);
			if (a.value === null || b.value === null) {
				return Number(a.value === null) - Number(b.value === null) || compareNames(a.name, b.name);
			}
			return sign * (a.value - b.value) || compareNames(a.name, b.name);
		})
		.map(({ one }) => one);
}

const LEVELS = ['prefecture', 'county', 'township', 'village', 'custom'] as const;

function isIn(row: AreaFigures['row'], scope: AreaScope): boolean {
	if (scope === 'setting') return row.of === 'setting';
	return row.of === 'area' && (scope === 'all' || row.level === scope);
}
