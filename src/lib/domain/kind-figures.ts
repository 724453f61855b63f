import { opticsOf, wholeHeadsOf } from './head-optics.ts';
import { rangeOf } from './head-range.ts';
import type { CameraProperties } from './items.ts';
import type { KindProperties } from './operations/apply-camera-kind.ts';
import { PIXEL_DENSITY_SCALES, type DensityLevel, type PixelDensityScale } from './pixel-density-scales.ts';
import { distanceMAt } from './pixel-density.ts';

/** What one head of a kind sees on flat ground, as its optics say. */
export interface KindFigures {
	readonly hfovDeg: number;
	/** How far without a demand: to detection, or where the picture leaves the ground. */
	readonly rangeM: number | null;
	readonly nearM: number;
	readonly widthPx: number | null;
	readonly heightM: number | null;
	readonly tiltDeg: number | null;
	/** How far the picture earns each level of a scale, coarsest first; empty where its pixels are not known. */
	readonly levels: readonly (DensityLevel & { readonly distanceM: number })[];
}

/** The figures of a kind's heads, in their order. */
export function kindFigures(kind: KindProperties, scale: PixelDensityScale): KindFigures[] {
	return wholeHeadsOf(kind as CameraProperties).map((head) => {
		const optics = opticsOf(head);
		const { hfovDeg, nearM, widthPx, heightM, tiltDeg } = optics;
		const levels =
			widthPx === null
				? []
				: PIXEL_DENSITY_SCALES[scale].map((level) => ({
						...level,
						distanceM: distanceMAt(widthPx, hfovDeg, level.pxPerM)
					}));
		return { hfovDeg, rangeM: rangeOf(optics)?.rangeM ?? null, nearM, widthPx, heightM, tiltDeg, levels };
	});
}
