import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import type { ItemId } from '../items.ts';

/** Why a piece of ground is open: the least that would close it. */
export const GAP_REASONS = [
	'no-camera',
	'broken',
	'not-integrated',
	'off-duty',
	'occluded',
	'too-coarse',
	'no-patrol'
] as const;
export type GapReason = (typeof GAP_REASONS)[number];

/** What counts as holding ground. */
export type CoverageBy = 'cameras' | 'patrols' | 'all';

/** The figures of `gaps`; areas on the WGS 84 ellipsoid. */
export interface GapSummary {
	areaM2: number;
	coveredM2: number;
	/** Slivers included, so that `coveredM2 + gapM2 = areaM2`. */
	gapM2: number;
	coveredShare: number;
	gaps: number;
	droppedSliversM2: number;
	/** Cameras whose direction or range is not known; they cover nothing for certain. */
	uncertainCameras: number;
}

/** One gap as a list shows it: a connected piece of open ground with one reason. */
export interface GapRow {
	/** Stable while the gap keeps its place. */
	id: string;
	areaM2: number;
	reason: GapReason;
	/** The `area` item the largest part of the gap lies in, or null. */
	areaId: ItemId | null;
	/** A point inside the gap. */
	at: LngLat;
	bbox: Bbox;
}
