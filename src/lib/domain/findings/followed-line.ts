import type { LngLat } from '../../geo/coordinates.ts';

/** What a side of a drawing can follow. */
export const FOLLOWED = ['roads', 'water', 'railway'] as const;
export type Followed = (typeof FOLLOWED)[number];

export interface FollowAsk {
	readonly from: LngLat;
	readonly to: LngLat;
	readonly along: Followed;
	/** Which ends are meant on what is followed itself, rather than just where they are. */
	readonly onLine?: { readonly from?: boolean | undefined; readonly to?: boolean | undefined } | undefined;
}

/**
 * The way from one place to the other; `line` begins and ends exactly at the places asked about, but for ends that are
 * meant on what is followed: those lie where it passes nearest to them.
 */
export interface FollowedLine {
	readonly line: readonly LngLat[];
	readonly lengthM: number;
	/** False where nothing near leads from one to the other: the line is straight. */
	readonly isFollowing: boolean;
}
