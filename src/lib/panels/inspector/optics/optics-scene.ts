import type { HeadOptics } from '../../../domain/head-optics.ts';
import { rangeOf, type HeadRange } from '../../../domain/head-range.ts';
import {
	PIXEL_DENSITY_SCALES,
	type DensityLevel,
	type PixelDensityScale
} from '../../../domain/pixel-density-scales.ts';
import { distanceMAt } from '../../../domain/pixel-density.ts';

/** How far a picture earns one level of a scale, and how that lies to the ground the head sees. */
export interface LevelReach extends DensityLevel {
	readonly distanceM: number;
	readonly lies: 'in-view' | 'beyond-range' | 'in-blind-zone';
}

/** What a drawing of one head's optics shows. Ground distances from the foot of the mast. */
export interface OpticsScene {
	readonly head: HeadOptics;
	/** As far as the least density asked for is met; null where nothing tells a range. */
	readonly range: HeadRange | null;
	/** As far as it sees with no density asked for; not below `range.rangeM`. */
	readonly fullM: number;
	/** Farthest first; empty where the pixels are not known. */
	readonly levels: readonly LevelReach[];
}

/** The scene of a head under a least density, with the levels of a scale; what needs a range is 0 without one. */
export function opticsScene(head: HeadOptics, scale: PixelDensityScale, minPxPerM?: number): OpticsScene {
	const range = rangeOf(head, minPxPerM);
	const { widthPx, hfovDeg, nearM } = head;
	const fullM = range === null ? 0 : Math.max(range.rangeM, rangeOf(head)?.rangeM ?? 0);
	const levels =
		widthPx === null
			? []
			: PIXEL_DENSITY_SCALES[scale].map((level): LevelReach => {
					const distanceM = distanceMAt(widthPx, hfovDeg, level.pxPerM);
					// a level that ends at the range, by a rounding or exactly, is in view
					const isBeyond = range === null || distanceM > fullM * (1 + 1e-9);
					const lies = isBeyond ? 'beyond-range' : distanceM <= nearM ? 'in-blind-zone' : 'in-view';
					return { ...level, distanceM, lies };
				});
	return { head, range, fullM, levels };
}
