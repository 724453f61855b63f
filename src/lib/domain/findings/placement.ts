import type { LngLat } from '../../geo/coordinates.ts';
import type { RoadClass } from '../../network/road-graph.ts';
import type { ControlledRoad, ItemId } from '../items.ts';

export const PLACED_KINDS = ['camera', 'checkpoint', 'station'] as const;
/** What can be proposed. */
export type PlacedKind = (typeof PLACED_KINDS)[number];

export const CANDIDATE_PLACES = ['roads', 'junctions', 'poles'] as const;
/** Where things may be put: along roads, where roads meet, or where cameras stand already. */
export type CandidatePlaces = (typeof CANDIDATE_PLACES)[number];

/** What `place` is asked. */
export interface PlaceAsk {
	readonly kind: PlacedKind;
	/** How many. */
	readonly count: number;
	/** Stations: not `count` of them but as few as bring all roads that can be reached within the minutes. */
	readonly allWithin?: boolean | undefined;
	readonly candidates: CandidatePlaces;
	/** An area, ring or patrol zone that all of them must stand in. */
	readonly within?: ItemId | undefined;
	/** What a proposed camera sees. */
	readonly camera: ProposedView;
	/** How many times ground within 100 m of a key site counts. */
	readonly keySiteWeight: number;
	/** Stations: how far away counts as reached. */
	readonly minutes: number;
}

export interface ProposedView {
	/** Whole opening angle; 360 is a dome. */
	readonly hfovDeg: number;
	readonly rangeM: number;
	/** Height of mounting; buildings of any height block where absent. */
	readonly heightM?: number | undefined;
}

/** What is asked where nobody says otherwise. */
export const PLACE_DEFAULTS = {
	count: 10,
	candidates: 'roads',
	camera: { hfovDeg: 90, rangeM: 60 },
	keySiteWeight: 3,
	minutes: 3
} as const;

/** Unit of a gain: ground, ground with that near key sites counted more than once, road edges, or road. */
export type GainUnit = 'm2' | 'weighted-m2' | 'leaks' | 'roadM';

/** One proposed thing; ranks count from 1, each with those before it. */
export interface Proposal {
	readonly rank: number;
	readonly at: LngLat;
	/** What it adds to those ranked before it, in the unit of the answer. */
	readonly gain: number;
	/** What it and those before it gain together. */
	readonly total: number;
	/** Cameras: gap ground it closes, exactly, after those before it. */
	readonly closesM2?: number | undefined;
	readonly road: string | null;
	readonly roadClass: RoadClass | null;
	readonly azimuthDeg?: number | undefined;
	/** Cameras: the ground it would see, as the coordinates of a MultiPolygon. */
	readonly sees?: readonly (readonly (readonly LngLat[])[])[] | undefined;
	readonly ring?: ItemId | undefined;
	readonly controls?: readonly ControlledRoad[] | undefined;
}

/** The answer of `place`. */
export interface PlacementAnswer {
	readonly ask: PlaceAsk;
	readonly unit: GainUnit;
	readonly proposals: readonly Proposal[];
	readonly gain: number;
	/** No choice of as many from the same candidates gains more. */
	readonly bound: number;
	/** The choice is proven to be a best one. */
	readonly exact: boolean;
	/** What there is to gain in all: gap ground, leaks, or road out of reach, in the unit of the answer. */
	readonly demand: number;
	/** Candidate places looked at, and how many there were. */
	readonly places: number;
	readonly placesInAll: number;
	readonly cameras?: CameraFigures | undefined;
	readonly stations?: StationFigures | undefined;
}

export interface CameraFigures {
	/** Gap ground before, and what all proposals together leave of it, exactly. */
	readonly gapM2: number;
	readonly gapAfterM2: number;
	/** Width of the squares that gains were measured in. */
	readonly gridM: number;
}

export interface StationFigures {
	/** Road asked about, what is reached already, and what the proposals bring within reach. */
	readonly roadM: number;
	readonly reachedBeforeM: number;
	readonly reachedAfterM: number;
	/** Road that no candidate reaches in time either. */
	readonly unreachableM: number;
	/** With `allWithin`: no fewer than this will do. */
	readonly leastSites?: number | undefined;
}

/** Why there is no answer. */
export type PlaceRefusal =
	/** Neither an area nor a ring says what ground is asked about. */
	| 'no-area'
	/** The plan has no ring that counts. */
	| 'no-ring'
	/** Nothing may be put anywhere: no road, junction or pole lies there. */
	| 'no-candidates'
	/** What they must stand in is no area, ring or zone of the plan, or its outline is not sound. */
	| 'no-such-ground';

/** An answer, or why the plan gives nothing to choose from. */
export type PlaceOutcome =
	| { readonly ok: true; readonly answer: PlacementAnswer }
	| { readonly ok: false; readonly reason: PlaceRefusal };
