import { areaClasses, colourOf } from '../../editor/area-classes.ts';
import type { ShownAreaFigures } from '../../editor/area-figures.ts';
import { areaText, figureText, shareText } from '../../editor/wording/quantity.ts';
import { m } from '../../paraglide/messages.js';
import type { LegendEntry } from './legend.ts';

/** The classes that areas are coloured by, least first; one line that says so where nothing is. */
export function areaLegend(figures: ShownAreaFigures | null): LegendEntry[] {
	const bounds = figures ? areaClasses(figures).bounds : [];
	if (!figures || bounds.length < 2) {
		return [{ mark: { type: 'area-class', colour: 0 }, text: m.legend_area_none }];
	}
	const word = WORDS[figures.metric];
	return bounds.slice(1).map((to, i) => ({
		mark: { type: 'area-class', colour: colourOf(i, bounds.length - 1) },
		text: () => m.legend_area_class({ from: word(bounds[i] ?? 0), to: word(to) })
	}));
}

const WORDS: Record<ShownAreaFigures['metric'], (value: number) => string> = {
	coveredShare: shareText,
	intactRate: shareText,
	integratedRate: shareText,
	gapM2: areaText,
	camerasPerKm2: (value) => figureText(value)
};
