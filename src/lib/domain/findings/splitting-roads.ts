import type { Bbox } from '../../geo/coordinates.ts';

/** Which roads part a zone: trunk roads to secondary ones, all that lead somewhere, or every street with houses too. */
export type SplittingRoads = 'main' | 'through' | 'streets';

export interface SplittingRoadsAsk {
	readonly bbox: Bbox;
	readonly roads: SplittingRoads;
}

/**
 * The middle lines of roads as they are on file, from crossing to crossing; tunnels left out. Line l is points `start[l]`
 * to `start[l + 1]` of `coords` (longitude and latitude by turns, 1e-7 degree).
 */
export interface SplittingRoadsAnswer {
	readonly coords: Int32Array;
	readonly start: Uint32Array;
	/** Whether there was more than can be handed over. */
	readonly isCut: boolean;
}
