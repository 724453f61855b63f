import type { LngLat } from '../../geo/coordinates.ts';
import type { RoadClass } from '../../network/road-graph.ts';
import type { ItemId, RingLevel } from '../items.ts';

/** One ring among the others. */
export interface RingOfSystem {
	ring: ItemId;
	name: string | null;
	level: RingLevel;
	/** The nearest ring of a higher level that holds it wholly; null where none does. */
	within: ItemId | null;
	/** Rings of a higher level that it crosses or lies beside. */
	notWithin: ItemId[];
	leaks: number;
	sealed: boolean;
}

/** Fewest checkpoints met on a way from the inside of a core to the outside of the ring farthest out. */
export interface SystemDepth {
	core: ItemId;
	outermost: ItemId;
	count: number;
	/** Checkpoints met on the way shown, in order. */
	met: ItemId[];
	/** The shortest way that meets only these, from the border of the ground inside to that of the ground outside. */
	route: LngLat[];
	lengthM: number;
	/** Names of its roads, in order, without repeats. */
	roads: string[];
}

/** A leak of a ring, and which other rings stop who uses it. */
export interface CaughtLeak {
	ring: ItemId;
	/** Number of the leak in its ring. */
	number: number;
	at: LngLat;
	road: string | null;
	roadClass: RoadClass;
	/** Rings farther out past which no open way leads on from here, and rings within from which none leads here. */
	caughtBy: ItemId[];
	/** Rings farther out that let one pass from here. */
	missedBy: ItemId[];
	/** Where no ring farther out catches it: the shortest open way on, out of all of them; else empty. */
	route: LngLat[];
	lengthM: number;
}

/** How many leaks of `ring` the ring `by` catches. */
export interface CatchCount {
	ring: ItemId;
	by: ItemId;
	leaks: number;
	caught: number;
}

/** What is lost with some checkpoints, one or two. */
export interface PostLoss {
	checkpoints: ItemId[];
	/** Sealed rings that would leak. */
	opensRings: ItemId[];
	/** Whether a way out of the whole system would be open that is closed now. */
	opensSystem: boolean;
	/** Depth without them; null where there is no way out, or for pairs, which are listed only if they open the system. */
	depthAfter: number | null;
}

/** A bridge on the ground of a ring: all its spans and carriageways. */
export interface BridgeLoss {
	/** Its ways, by which it can be taken out. */
	ways: number[];
	name: string | null;
	roadClass: RoadClass;
	at: LngLat;
	/** Checkpoints that close a road on it. */
	checkpoints: ItemId[];
	/** Without those checkpoints: sealed rings that would leak, and whether the whole system would open. */
	opensRings: ItemId[];
	opensSystem: boolean;
	/** Without the bridge itself: leaks fewer in all rings, and depth (null where no way out is left). */
	closesLeaks: number;
	depthAfter: number | null;
}

/** The rings of a plan as one system. */
export interface RingSystem {
	rings: RingOfSystem[];
	/** Of the core that is easiest to leave; null where there is no ring, or no way out at all. */
	depth: SystemDepth | null;
	leaks: CaughtLeak[];
	catches: CatchCount[];
	/** Every checkpoint whose loss would open a ring or the system, or lower the depth; worst first. */
	losses: PostLoss[];
	/** Pairs that open the whole system, of which neither does alone. */
	pairs: PostLoss[];
	bridges: BridgeLoss[];
	/** Checkpoints on duty. */
	onDuty: number;
}
