import type { LngLat } from '../../geo/coordinates.ts';
import type { RoadClass } from '../../network/road-graph.ts';
import type { TravelModel } from '../../network/travel/travel-model.ts';
import type { ItemId, KeySiteCategory, RingLevel } from '../items.ts';

/** Who sets out: stations with a team, patrol zones on duty, staffed checkpoints on duty. */
export const RESPONSE_SOURCES = ['stations', 'zones', 'posts'] as const;
export type ResponseSource = (typeof RESPONSE_SOURCES)[number];

/**
 * Where the team of a patrol zone is taken to be. `best`: at the place of its zone nearest to where it is
 * needed. `sure`: farthest from it; no place of the zone is later than that.
 */
export type ZoneView = 'best' | 'sure';

export interface ResponseAsk {
	/** Ascending, above zero. */
	readonly minutes: readonly number[];
	readonly from: readonly ResponseSource[];
	readonly zones: ZoneView;
	/** Between the call and setting out, seconds. */
	readonly turnoutS: number;
	readonly model: TravelModel;
}

/** What is reached within some minutes. */
export interface ResponseLevel {
	readonly minutes: number;
	readonly areaM2: number;
	/** Of the ground asked about; null where the plan names none. */
	readonly share: number | null;
	readonly roadM: number;
	readonly unreachedRoadM: number;
	readonly roadShare: number | null;
	/** People of areas with a population, taken to live along their streets; null where no area has one. */
	readonly population: number | null;
	readonly populationShare: number | null;
	readonly keySites: number;
}

/** A key site with the time until someone is there. */
export interface KeySiteTime {
	readonly id: ItemId;
	readonly name: string | null;
	readonly category: KeySiteCategory;
	readonly at: LngLat;
	/** Null where nobody gets there by road. */
	readonly durationS: number | null;
	/** Its own `needs.responseMin`; null where it has none. */
	readonly neededMin: number | null;
	/** Later than it needs, or, where it states no need, than the longest of the minutes. */
	readonly isLate: boolean;
}

/** A stretch of road not reached within the longest of the minutes. */
export interface UnreachedStretch {
	readonly id: string;
	readonly road: string | null;
	readonly roadClass: RoadClass;
	readonly lengthM: number;
	readonly line: LngLat[];
}

export interface ResponseSummary {
	readonly minutes: readonly ResponseLevel[];
	readonly groundM2: number | null;
	readonly starts: { readonly stations: number; readonly zones: number; readonly posts: number };
	/** On duty, but with no road a car may drive within 300 m. */
	readonly offRoad: readonly ItemId[];
	readonly keySites: number;
	readonly lateKeySites: number;
	readonly unreachedStretches: number;
}

export interface ResponseAnswer {
	readonly summary: ResponseSummary;
	/** Polygons of each level, rings closed, exteriors counter-clockwise, in degrees to seven decimals. */
	readonly areas: readonly { readonly minutes: number; readonly polygons: readonly ResponsePolygon[] }[];
	/** The latest first. */
	readonly keySites: readonly KeySiteTime[];
	/** The longest first. */
	readonly unreached: readonly UnreachedStretch[];
}

export interface ResponsePolygon {
	readonly areaM2: number;
	readonly rings: readonly (readonly LngLat[])[];
}

/** Which checkpoints of a ring are to be manned: those without a team on duty, or every one. */
export type ManWhich = 'unstaffed' | 'all';

export interface TimeToSealAsk {
	/** Null: every ring, each on its own. */
	readonly ring: ItemId | null;
	readonly man: ManWhich;
	readonly turnoutS: number;
	readonly model: TravelModel;
}

/** One team on its way to one checkpoint. */
export interface SealDrive {
	readonly checkpoint: ItemId;
	readonly checkpointName: string | null;
	readonly station: ItemId;
	readonly stationName: string | null;
	readonly durationS: number;
	readonly lengthM: number;
	readonly line: readonly LngLat[];
}

/** What one more team would save. */
export interface OneMoreTeam {
	/** A station, or a checkpoint of the ring where it stands by. */
	readonly at: ItemId;
	readonly name: string | null;
	readonly kind: 'station' | 'checkpoint';
	readonly savedS: number;
	/** Checkpoints manned that were not. */
	readonly mannedMore: number;
}

export interface RingSealTime {
	readonly ring: ItemId;
	readonly name: string | null;
	readonly level: RingLevel;
	/** Checkpoints of the ring. */
	readonly checkpoints: number;
	/** Of these, manned from the start. */
	readonly manned: number;
	readonly teams: number;
	/** Until the last team arrives, of those that are sent; null where the ring has no checkpoint at all. */
	readonly durationS: number | null;
	/** The latest first. */
	readonly drives: readonly SealDrive[];
	/** Checkpoints for which there is no team, or no way. */
	readonly unmanned: readonly {
		readonly id: ItemId;
		readonly name: string | null;
		readonly why: 'no-team' | 'no-way';
	}[];
	/** The best place for one more team among the stations, and among the checkpoints of the ring. */
	readonly oneMore: readonly OneMoreTeam[];
}

export interface TimeToSealAnswer {
	readonly rings: readonly RingSealTime[];
	/** Of the slowest ring, each sealed on its own; null where none has checkpoints, or one is not wholly manned. */
	readonly timeToSealMin: number | null;
}
