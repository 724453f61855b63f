import { PIXEL_DENSITY_SCALES, type DensityLevelName } from '../../domain/pixel-density-scales.ts';
import { m } from '../../paraglide/messages.js';
import { withUnit } from './quantity.ts';

/** Words for the levels of both scales of pixel density; every call words them in the present language. */
export const DENSITY_WORDS: Readonly<Record<DensityLevelName, () => string>> = {
	monitor: m.density_monitor,
	detect: m.density_detect,
	observe: m.density_observe,
	recognise: m.density_recognise,
	identify: m.density_identify,
	overview: m.density_overview,
	outline: m.density_outline,
	discern: m.density_discern,
	perceive: m.density_perceive,
	characterise: m.density_characterise,
	validate: m.density_validate,
	scrutinise: m.density_scrutinise
};

/** A pixel density: a decimal below 100, whole pixels above. */
export function densityText(pxPerM: number): string {
	return withUnit(pxPerM < 100 ? Math.round(pxPerM * 10) / 10 : Math.round(pxPerM), 'px/m');
}

/** A density with the levels it stands for: "Recognise / Perceive, 125 px/m"; one that is none by its figure alone. */
export function namedDensityText(pxPerM: number): string {
	const names = Object.values(PIXEL_DENSITY_SCALES)
		.flat()
		.filter((level) => level.pxPerM === pxPerM)
		.map(({ name }) => DENSITY_WORDS[name]());
	const density = densityText(pxPerM);
	return names.length > 0 ? m.density_level({ level: names.join(' / '), density }) : density;
}
