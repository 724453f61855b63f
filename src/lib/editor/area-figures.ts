import type { AreaFigures } from '../domain/findings/areas.ts';
import type { ItemId } from '../domain/items.ts';

/** Figures that areas can be coloured by. */
export const AREA_METRICS = [
	'coveredShare',
	'gapM2',
	'camerasPerKm2',
	'intactRate',
	'integratedRate'
] as const satisfies readonly (keyof AreaFigures)[];
export type AreaMetric = (typeof AREA_METRICS)[number];

/** The figure that colours the areas on the map, by area. Areas without a value have none to show. */
export interface ShownAreaFigures {
	readonly metric: AreaMetric;
	readonly values: ReadonlyMap<ItemId, number>;
}

/** What colours the areas of `rows` by `metric`; rows that are no single area are left out. */
export function areaFiguresOf(rows: readonly AreaFigures[], metric: AreaMetric): ShownAreaFigures {
	const values = new Map<ItemId, number>();
	for (const figures of rows) {
		const value = figures[metric];
		if (figures.row.of === 'area' && value !== null) values.set(figures.row.areaId, value);
	}
	return { metric, values };
}
