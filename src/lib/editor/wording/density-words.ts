import { PIXEL_DENSITY_SCALES, type DensityLevelName } from '../../domain/pixel-density-scales.ts';
import { m } from '../../paraglide/messages.js';
import { withUnit } from './quantity.ts';

/** A level of pixel density by its name in IEC 62676-4: "Recognise". */
export function densityLevelText(level: DensityLevelName): string {
	return LEVELS[level]();
}

/** A density in few words: "Recognise or Perceive, 125 px/m"; one that is no level by its figure alone. */
export function densityText(pxPerM: number): string {
	const names = Object.values(PIXEL_DENSITY_SCALES)
		.flat()
		.filter((level) => level.pxPerM === pxPerM)
		.map(({ name }) => LEVELS[name]());
	const density = withUnit(pxPerM, 'px/m');
	return names.length > 0 ? m.density_level({ level: names.join(' / '), density }) : density;
}

const LEVELS: Record<DensityLevelName, () => string> = {
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
