import { PIXEL_DENSITY_SCALES } from '../../domain/pixel-density-scales.ts';
import { m } from '../../paraglide/messages.js';
import { DENSITY_WORDS, densityText } from './density-words.ts';

/** A least density in few words: "Recognise / Perceive, 125 px/m"; one that is no level by its figure alone. */
export function leastDensityText(pxPerM: number): string {
	const names = Object.values(PIXEL_DENSITY_SCALES)
		.flat()
		.filter((level) => level.pxPerM === pxPerM)
		.map(({ name }) => DENSITY_WORDS[name]());
	const density = densityText(pxPerM);
	return names.length > 0 ? m.density_level({ level: names.join(' / '), density }) : density;
}
