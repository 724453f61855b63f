import type { HeadOptics } from './head-optics.ts';
import { distanceMAt } from './pixel-density.ts';

/** Detection on the 2014 scale; without a demand the range that optics give is where the picture thins to this. */
export const DEFAULT_MIN_PX_PER_M = 25;

/** How far a head sees, and what ends it: its own statement, the upper rim of its picture, or too few pixels. */
export interface HeadRange {
	readonly rangeM: number;
	readonly endsBy: 'stated' | 'rim' | 'density';
}

/**
 * The range of a head; null where nothing tells it.
 *
 * Without a demand its stated range, else the nearer of detection and the upper rim. Under a demand
 * of `minPxPerM` no farther than where the picture thins to that, as far as its pixels are known.
 */
export function rangeOf(optics: HeadOptics, minPxPerM?: number): HeadRange | null {
	const { widthPx, hfovDeg, statedRangeM, rimM } = optics;
	const endM = statedRangeM ?? rimM;
	if (widthPx !== null && (minPxPerM !== undefined || statedRangeM === null)) {
		const densityM = distanceMAt(widthPx, hfovDeg, minPxPerM ?? DEFAULT_MIN_PX_PER_M);
		if (endM === null || densityM < endM) return { rangeM: densityM, endsBy: 'density' };
	}
	return endM === null ? null : { rangeM: endM, endsBy: statedRangeM !== null ? 'stated' : 'rim' };
}
