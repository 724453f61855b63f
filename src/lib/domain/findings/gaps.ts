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

/**
 * Assumptions whose covered share is shown side by side. `now` is as asked; each of the others
 * grants one thing more than that, or two, and `everything` all of them.
 */
export const WHAT_IFS = [
	'now',
	'any-hour',
	'integrated',
	'repaired',
	'repaired-and-integrated',
	'planned',
	'coarser',
	'unobstructed',
	'ptz',
	'likely',
	'possible',
	'everything'
] as const;
export type WhatIf = (typeof WHAT_IFS)[number];

/** What would be covered under one assumption more. */
export interface WhatIfShare {
	readonly what: WhatIf;
	readonly coveredM2: number;
	readonly coveredShare: number;
	/** Ground that it closes, beyond `now`. */
	readonly closesM2: number;
}

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
	/** Cameras of stated range and unknown resolution, whose picture a least density cannot judge. */
	unratedCameras: number;
	/** Open ground that cameras of roughly known direction see if they look as hoped. */
	likelyM2: number;
	/** Open ground that PTZ cameras see if turned there. */
	possibleM2: number;
	whatIf: WhatIfShare[];
}

/** One gap as a list shows it: a connected piece of open ground with one reason. */
export interface GapRow {
	/** Stable while the gap keeps its place. */
	id: string;
	areaM2: number;
	reason: GapReason;
	/** By how much it would shrink: if directions are as hoped, if PTZ cameras turn there, once what is planned is built. */
	likelyM2: number;
	possibleM2: number;
	plannedM2: number;
	/** The `area` item the largest part of the gap lies in, or null. */
	areaId: ItemId | null;
	/** A point inside the gap. */
	at: LngLat;
	bbox: Bbox;
}
