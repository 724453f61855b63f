import type { AreaLevel, ItemId, Setting } from '../items.ts';

/** What a row of the table by area speaks of: one area, all areas of a setting, or the whole ground asked about. */
export type AreaRowOf =
	| { readonly of: 'area'; readonly areaId: ItemId; readonly level: AreaLevel }
	| { readonly of: 'setting'; readonly setting: Setting }
	| { readonly of: 'all' };

/** Coverage of one area, and the cameras that stand in it; areas on the WGS 84 ellipsoid. */
export interface AreaFigures {
	readonly row: AreaRowOf;
	/** Of the area; empty for the other rows. */
	readonly name: string;
	readonly setting: Setting | null;
	readonly population: number | null;
	readonly areaM2: number;
	readonly coveredM2: number;
	readonly gapM2: number;
	readonly coveredShare: number;
	/** Cameras that stand in it, planned ones only where they are counted. */
	readonly cameras: number;
	readonly camerasPerKm2: number;
	/** Share of them that work, and that are integrated; null where there are none. */
	readonly intactRate: number | null;
	readonly integratedRate: number | null;
}
