import type { MultiPolygon, Polygon } from 'geojson';
import type { LngLat } from '../../geo/coordinates.ts';
import type { ItemId } from '../items.ts';

/** What is asked of a patrol by car. */
export interface PatrolAsk {
	/** Patrol zones, areas or control rings whose streets are to be driven. */
	readonly grounds: readonly ItemId[];
	/** Speed of the car, in km/h. */
	readonly speedKmh: number;
	/** Service roads, yards and tracks are to be driven too. */
	readonly withService: boolean;
}

/** A closed round of a car. */
export interface PatrolRound {
	/** The way driven; its last point is its first. */
	readonly line: readonly LngLat[];
	/** Stretches driven only to get on, in the order in which they are driven. */
	readonly deadhead: readonly (readonly LngLat[])[];
	/** Streets that this round is for, and their length. */
	readonly streets: number;
	readonly streetsM: number;
	/** The whole round, and the parts of it that are driven only to get on, and against a one-way sign. */
	readonly lengthM: number;
	readonly deadheadM: number;
	readonly againstM: number;
	readonly durationS: number;
}

/** Streets that no car comes to from the others. */
export interface LeftOut {
	readonly streets: number;
	readonly lengthM: number;
}

/** The answer of `tour`: one round over all streets; no round may be shorter than `boundM`. */
export interface TourAnswer extends PatrolRound {
	readonly boundM: number;
	readonly leftOut: LeftOut;
}

export interface TeamsAsk extends PatrolAsk {
	readonly teams: number;
}

/** The answer of `teams`: how often every street is passed. */
export interface TeamsAnswer {
	/** A round for each team, its own streets only; the longest first. */
	readonly rounds: readonly PatrolRound[];
	/** With a round for each team: every street is passed this often. */
	readonly intervalS: number;
	/** With all teams one behind the other on one tour. */
	readonly followingS: number;
	/** However the teams drive, some street waits at least this long. */
	readonly boundS: number;
	readonly leftOut: LeftOut;
}

/** What work a zone makes, in seconds of a team: one drive along its streets, and what is to be looked at there. */
export interface ZoneWork {
	readonly speedKmh: number;
	/** Seconds for each key site, each camera, and each square kilometre, whatever is on it. */
	readonly siteS: number;
	readonly cameraS: number;
	readonly areaSPerKm2: number;
	readonly withService: boolean;
}

export interface ZonesAsk {
	/** The area, patrol zones or ring that is to be divided. */
	readonly grounds: readonly ItemId[];
	readonly zones: number;
	readonly work: ZoneWork;
	/** Patrol zones that stay as they are: their ground is left out. */
	readonly locked: readonly ItemId[];
}

/** Figures of a patrol zone. */
export interface ZoneFigures {
	readonly areaM2: number;
	readonly workS: number;
	/** Part of the work of all zones that are not locked; of a locked zone null. */
	readonly share: number | null;
	readonly streets: number;
	readonly streetsM: number;
	readonly sites: number;
	readonly cameras: number;
	/** 1 for a circle (Polsby and Popper 1991). */
	readonly compactness: number;
	/** The post from which the farthest street of the zone is nearest, and how long a car needs to it; null where it has no street. */
	readonly post: LngLat | null;
	readonly worstResponseS: number | null;
}

export interface ProposedZone extends ZoneFigures {
	readonly geometry: Polygon | MultiPolygon;
	/** Streets that cannot be driven to from the post, their length. */
	readonly unreachedM: number;
}

/** The answer of `balanced-zones`. */
export interface ZonesAnswer {
	readonly zones: readonly ProposedZone[];
	readonly locked: readonly (ZoneFigures & { readonly id: ItemId })[];
	/** Patrol zones that are not locked and lie for the most part on the ground that was divided. */
	readonly standsOn: readonly ItemId[];
	/** How far the work of a zone is off the mean at most, as part of the mean. */
	readonly deviation: number;
	/** Ground that was divided. */
	readonly areaM2: number;
}
