import type { LineString, MultiPolygon, Point, Polygon } from 'geojson';

/**
 * What a plan is made of. An item keeps the properties of its feature as they were written, unknown
 * ones included; defaults are applied by the readers in this room, never written back.
 */

export type ItemId = string & { readonly __brand: 'ItemId' };

export const KINDS = [
	'area',
	'control-ring',
	'checkpoint',
	'patrol-zone',
	'patrol-route',
	'station',
	'camera',
	'key-site'
] as const;
export type Kind = (typeof KINDS)[number];

/** 1 core, 2 outer, 3 border. */
export type RingLevel = 1 | 2 | 3;
export type AreaLevel = 'prefecture' | 'county' | 'township' | 'village' | 'custom';
export type Setting = 'urban' | 'rural' | 'mixed';
export type TeamLevel = 'city' | 'county' | 'township';
export type CheckpointStatus = 'planned' | 'built' | 'staffed' | 'broken';
export type CameraType = 'fixed' | 'dome' | 'ptz';
export type Health = 'working' | 'impaired' | 'broken';
export const KEY_SITE_CATEGORIES = [
	'bus',
	'rail',
	'water',
	'power',
	'gas',
	'school',
	'hospital',
	'government',
	'other'
] as const;
export type KeySiteCategory = (typeof KEY_SITE_CATEGORIES)[number];

/** A stretch of road that a checkpoint closes: a way of the road data and a place along it. */
export interface ControlledRoad {
	way: number;
	at: [number, number];
}

/** One head of a camera. A missing `azimuthDeg` with `hfovDeg` below 360 means: direction unknown. */
export interface CameraHead {
	/** Of this head where it is another than that of its camera: a dome beside fixed heads. */
	type?: CameraType | undefined;
	azimuthDeg?: number | undefined;
	/** How far off `azimuthDeg` may be, either way; 22.5 where only a compass point is known. */
	azimuthToleranceDeg?: number | undefined;
	hfovDeg?: number | undefined;
	rangeM?: number | undefined;
	nearM?: number | undefined;
	sensorWidthMm?: number | undefined;
	focalLengthMm?: number | undefined;
	resolutionPx?: number | [number, number] | undefined;
	heightM?: number | undefined;
	tiltDeg?: number | undefined;
}

interface Common {
	name?: string | undefined;
	[unknown: string]: unknown;
}

export interface AreaProperties extends Common {
	level?: AreaLevel | undefined;
	setting?: Setting | undefined;
	population?: number | undefined;
}
export interface ControlRingProperties extends Common {
	level: RingLevel;
}
export interface CheckpointProperties extends Common {
	status?: CheckpointStatus | undefined;
	hours?: string | undefined;
	team?: string | undefined;
	ring?: string | undefined;
	controls?: ControlledRoad[] | undefined;
}
export interface PatrolZoneProperties extends Common {
	team?: string | undefined;
	level?: TeamLevel | undefined;
	hours?: string | undefined;
}
export interface PatrolRouteProperties extends Common {
	team?: string | undefined;
	reachM?: number | undefined;
	hours?: string | undefined;
	headwayMin?: number | undefined;
}
export interface StationProperties extends Common {
	level?: TeamLevel | undefined;
	teams?: number | undefined;
}
export interface CameraProperties extends Common, CameraHead {
	heads?: CameraHead[] | undefined;
	health?: Health | undefined;
	integrated?: boolean | undefined;
	owner?: string | undefined;
	deviceCode?: string | undefined;
	status?: 'planned' | 'built' | undefined;
	hours?: string | undefined;
}
export interface KeySiteProperties extends Common {
	category: KeySiteCategory;
	needs?: { cameras?: number; responseMin?: number } | undefined;
}

interface ItemOf<K extends Kind, G, P> {
	readonly id: ItemId;
	readonly kind: K;
	readonly geometry: G;
	/** Every property of the feature but `kind`. */
	readonly properties: Readonly<P>;
	/** Place among the items of the plan file; what is printed is sorted by it. Unique in a plan. */
	readonly rank: number;
	/** Members of the feature that GeoJSON does not define, kept for the round trip. */
	readonly foreign?: Readonly<Record<string, unknown>>;
	/** Properties of the file whose values could not be used; printed again unless set anew. */
	readonly setAside?: Readonly<Record<string, unknown>>;
}

export type Area = ItemOf<'area', Polygon | MultiPolygon, AreaProperties>;
export type ControlRing = ItemOf<'control-ring', Polygon, ControlRingProperties>;
export type Checkpoint = ItemOf<'checkpoint', Point, CheckpointProperties>;
export type PatrolZone = ItemOf<'patrol-zone', Polygon | MultiPolygon, PatrolZoneProperties>;
export type PatrolRoute = ItemOf<'patrol-route', LineString, PatrolRouteProperties>;
export type Station = ItemOf<'station', Point, StationProperties>;
export type Camera = ItemOf<'camera', Point, CameraProperties>;
export type KeySite = ItemOf<'key-site', Point | Polygon, KeySiteProperties>;

export type Item = Area | ControlRing | Checkpoint | PatrolZone | PatrolRoute | Station | Camera | KeySite;
