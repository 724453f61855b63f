import type { LngLat } from '../../geo/coordinates.ts';
import type { RoadClass } from '../../network/road-graph.ts';
import type { ItemId } from '../items.ts';
import type { Suggestion } from './sealing.ts';

/** A suggestion with what it costs: the sum over the roads it closes, by class. */
export interface PricedSuggestion extends Suggestion {
	cost: number;
	/** Asked for by the user, whether needed or not. */
	isRequired: boolean;
	/** Which of the nested cuts of a plan for depth it is a part of, from 1 innermost; 0 in a plan that seals. */
	layer: number;
}

/** A road that may not be closed though one like it must be. */
export interface BlockedRoad {
	ring: ItemId;
	way: number;
	at: LngLat;
	road: string | null;
	roadClass: RoadClass;
}

/** Checkpoints that seal every ring that was asked for, as far as it can be. */
export interface SealPlan {
	suggestions: PricedSuggestion[];
	cost: number;
	/** The roads closed cannot be closed by fewer checkpoints than this. */
	atLeast: number;
	/** Empty where the plan seals. */
	blocked: BlockedRoad[];
}

/** A ring that was let move to be sealed with less. */
export interface MovedRing {
	ring: ItemId;
	/** Checkpoints to be added, and what they cost, as the ring lies and as it would. */
	countNow: number;
	countThen: number;
	costNow: number;
	costThen: number;
	/** Roads within the ring that are protected no more, and roads outside that are besides. */
	lostRoadM: number;
	gainedRoadM: number;
	lostM2: number;
	gainedM2: number;
	suggestions: PricedSuggestion[];
	/** The ring drawn along its new cut, closed; null where moving saves nothing or no simple line seals. */
	line: LngLat[] | null;
}

/** The cheapest checkpoints to add so that every way out of a core meets so many. */
export interface DepthPlan {
	/** What was asked for. */
	depth: number;
	/** What is reached with the suggestions: less where some way out has too few roads that can be closed. */
	reached: number;
	suggestions: PricedSuggestion[];
	cost: number;
	/** A way out that cannot meet more; empty where the depth is reached. */
	limit: LngLat[];
	limitRoads: string[];
}

/** How the rings of a plan can be sealed, by number and by cost, and how deep they can be made. */
export interface SealPlans {
	fewest: SealPlan;
	cheapest: SealPlan;
	moved: MovedRing[];
	depths: DepthPlan[];
	/** Ways that are to be closed but come near no ring that was asked for. */
	notNear: number[];
}

/** What a person wants of plans for the rings. */
export interface SealWishList {
	/** Cost of closing a road by class; the rest costs what it does by default. */
	costByClass: Partial<Record<RoadClass, number>>;
	/** Ways that may not be closed, and ways that are to be closed in any case. */
	forbid: number[];
	require: number[];
	/** Rings may move by so much; 0 leaves them. */
	moveM: number;
	depths: number[];
	/** Moves and depth are planned by cost rather than by number. */
	byCost: boolean;
}
