import type { AreaFigures } from '../../domain/findings/areas.ts';
import { areaRowText } from '../../editor/wording/area-words.ts';
import { VALUE_WORDS } from '../../editor/wording/value-words.ts';
import { m } from '../../paraglide/messages.js';

/** The table by area for a spreadsheet: headings in the present language with their units, then plain numbers. */
export function areaCsvRows(figures: readonly AreaFigures[]): (string | number | null)[][] {
	return [
		[
			m.areas_name(),
			m.areas_level(),
			m.areas_setting(),
			m.areas_population(),
			inUnit(m.areas_area(), 'km²'),
			inUnit(m.areas_covered(), 'km²'),
			inUnit(m.areas_covered_share(), '%'),
			inUnit(m.areas_gap(), 'km²'),
			m.areas_cameras(),
			inUnit(m.areas_per_km2(), '1/km²'),
			inUnit(m.areas_intact(), '%'),
			inUnit(m.areas_integrated(), '%')
		],
		...figures.map((one) => [
			areaRowText(one),
			one.row.of === 'area' ? VALUE_WORDS.areaLevel[one.row.level]() : null,
			one.setting && VALUE_WORDS.setting[one.setting](),
			one.population,
			rounded(one.areaM2 / 1e6, 6),
			rounded(one.coveredM2 / 1e6, 6),
			rounded(one.coveredShare * 100, 3),
			rounded(one.gapM2 / 1e6, 6),
			one.cameras,
			rounded(one.camerasPerKm2, 3),
			one.intactRate === null ? null : rounded(one.intactRate * 100, 3),
			one.integratedRate === null ? null : rounded(one.integratedRate * 100, 3)
		])
	];
}

function inUnit(name: string, unit: string): string {
	return m.areas_in_unit({ name, unit });
}

function rounded(figure: number, digits: number): number {
	return Number(figure.toFixed(digits));
}
