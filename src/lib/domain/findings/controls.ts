import type { RoadClass } from '../../network/road-graph.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { ControlledRoad, ItemId } from '../items.ts';

/**
 * `stored`: closed because the checkpoint says so. `rule`: closed by the 30 m rule, as nothing is
 * stored. `proposed`: the rule would close it, what is stored does not. `offered`: near, nothing more.
 */
export type ControlState = 'stored' | 'rule' | 'proposed' | 'offered';

/** A stretch of road at a checkpoint. */
export interface ControlRow {
	/** Unlike every other of its checkpoint, and the same as long as road and post stay. */
	readonly key: string;
	/** What a checkpoint stores to close it. */
	readonly road: ControlledRoad;
	readonly name: string | null;
	readonly roadClass: RoadClass;
	readonly bridge: boolean;
	readonly tunnel: boolean;
	readonly layer: number;
	/** From the checkpoint to the centre line. */
	readonly distanceM: number;
	readonly state: ControlState;
	/** Which entries of the stored `controls` close it, by place in that list. */
	readonly storedAs: readonly number[];
	readonly line: readonly LngLat[];
}

/** A level a checkpoint may be thought to stand on, with what it would close there. */
export interface ControlLevel {
	/** The row of the road it would stand on. */
	readonly stands: string;
	/** Keys of the rows it would close. */
	readonly keys: readonly string[];
}

/** What a checkpoint closes, and what it could. */
export interface ControlsAnswer {
	readonly checkpoint: ItemId;
	/** Closed ones first, then by distance. */
	readonly rows: readonly ControlRow[];
	/** More than one where roads pass above each other within 30 m; the one the rule takes is first. */
	readonly levels: readonly ControlLevel[];
	readonly stale: readonly StaleControl[];
}

/**
 * A stored road that the map data no longer shows as it was stored. `gone`: no road has that id.
 * `far`: it does not pass within 100 m of the stated place any more; it closes nothing, as `gone`.
 * `moved`: it passes, but more than 5 m off, and is still closed.
 */
export interface StaleControl {
	readonly checkpoint: ItemId;
	/** Place in the list of the stored `controls`. */
	readonly index: number;
	readonly why: 'gone' | 'far' | 'moved';
	readonly way: number;
	readonly at: readonly [number, number];
	/** From the stated place to the way; null where it is gone or far. */
	readonly distanceM: number | null;
	/** What lies there now and could be stored instead; null where no road passes within 100 m. */
	readonly nearest: NearestRoad | null;
}

export interface NearestRoad extends ControlledRoad {
	readonly name: string | null;
	readonly roadClass: RoadClass;
	readonly bridge: boolean;
	readonly tunnel: boolean;
	/** From the stated place. */
	readonly distanceM: number;
	/** Another stored road of the checkpoint closes it already. */
	readonly isClosed: boolean;
}
