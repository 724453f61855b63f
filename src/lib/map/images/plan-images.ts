import type { Map as MapLibreMap } from 'maplibre-gl';
import { GAP_REASONS } from '../../domain/findings/gaps.ts';
import { HATCHES, PLAN_COLOURS, type Theme } from '../../editor/symbols.ts';
import { hatchPixels, type Pixels } from './hatch-pixels.ts';
import { planIcons, type Icon } from './icons.ts';

/** Pixels of a picture to a pixel of the screen: sharp where the screen is fine. */
const RATIO = 2;

/** Gives `map` every icon and hatch of the plan in the colours of `theme`, in place of earlier ones. */
export function showPlanImages(map: MapLibreMap, theme: Theme): void {
	for (const [name, icon] of planIcons(theme)) put(map, name, drawn(icon));
	for (const reason of GAP_REASONS) {
		put(map, `hatch-${reason}`, hatchPixels(HATCHES[reason], PLAN_COLOURS[theme].gap, RATIO));
	}
}

function put(map: MapLibreMap, name: string, pixels: Pixels): void {
	if (map.hasImage(name)) map.updateImage(name, pixels);
	else map.addImage(name, pixels, { pixelRatio: RATIO });
}

function drawn(icon: Icon): Pixels {
	const canvas = document.createElement('canvas');
	canvas.width = Math.ceil(icon.widthPx * RATIO);
	canvas.height = Math.ceil(icon.heightPx * RATIO);
	const pen = canvas.getContext('2d', { willReadFrequently: true });
	if (!pen) throw new Error('this browser draws no 2D canvas');
	pen.scale(RATIO, RATIO);
	pen.translate(icon.widthPx / 2, icon.heightPx / 2);
	icon.draw(pen);
	return pen.getImageData(0, 0, canvas.width, canvas.height);
}
