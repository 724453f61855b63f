import { EDGE, type TravelMode } from './road-graph.ts';

export const TRAVEL_MODES = ['drive', 'walk', 'all'] as const satisfies readonly TravelMode[];

/**
 * What one-way signs do: `no` they hold no one back, `out` cars on the way out of a ring obey them,
 * `in` cars on the way into it do.
 */
export const LAWFUL_VIEWS = ['no', 'out', 'in'] as const;
export type LawfulView = (typeof LAWFUL_VIEWS)[number];

/** The bits of `EDGE` of which a road of `mode` has at least one. */
export function roadFlags(mode: TravelMode): number {
	if (mode === 'drive') return EDGE.DRIVE;
	return mode === 'walk' ? EDGE.WALK : EDGE.DRIVE | EDGE.WALK;
}

/**
 * Whether an edge with `flags` may count as a way in the outward sense of `direction` (its lowest bit:
 * 1 against the edge). Under `in` the traveller comes the other way, so the signs are read against it.
 * Signs bind cars only: on foot, or with `all` on a road where one may walk, they bind no one.
 */
export function isOpenOutwards(
	flags: number,
	direction: number,
	mode: TravelMode,
	lawful: LawfulView
): boolean {
	if (lawful === 'no' || mode === 'walk') return true;
	if (mode === 'all' && flags & EDGE.WALK) return true;
	const isAgainst = (direction & 1) === 1;
	return (flags & (isAgainst === (lawful === 'out') ? EDGE.BACKWARD : EDGE.FORWARD)) !== 0;
}
