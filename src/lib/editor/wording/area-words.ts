import type { AreaFigures } from '../../domain/findings/areas.ts';
import { m } from '../../paraglide/messages.js';
import type { AreaMetric } from '../area-figures.ts';
import { areaText, countText, densityPerKm2Text, shareText } from './quantity.ts';
import { VALUE_WORDS } from './value-words.ts';

/** What a row of the table by area is called. */
export function areaRowText({ row, name }: AreaFigures): string {
	if (row.of === 'all') return m.areas_all_ground();
	if (row.of === 'setting') return VALUE_WORDS.setting[row.setting]();
	return name || row.areaId;
}

/** A figure that areas can be coloured by, as its column and the map's notice name it. */
export function areaMetricText(metric: AreaMetric): string {
	return METRICS[metric]();
}

/** A cell of the table as it is read; a rate of no cameras is a dash. */
export function areaFigureText(figures: AreaFigures, column: AreaMetric | 'areaM2' | 'cameras'): string {
	switch (column) {
		case 'areaM2':
		case 'gapM2':
			return areaText(figures[column]);
		case 'cameras':
			return countText(figures.cameras);
		case 'camerasPerKm2':
			return densityPerKm2Text(figures.camerasPerKm2);
		default:
			return shareText(figures[column] ?? NaN);
	}
}

const METRICS: Record<AreaMetric, () => string> = {
	coveredShare: m.areas_covered_share,
	gapM2: m.areas_gap,
	camerasPerKm2: m.areas_per_km2,
	intactRate: m.areas_intact,
	integratedRate: m.areas_integrated
};
