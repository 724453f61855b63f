import type { LngLat } from '../../geo/coordinates.ts';
import type { ItemId, RingLevel } from '../items.ts';

/** A stretch of road that lies on the other side of what is protected than the ring's line says. */
export interface AstrayRoad {
	readonly road: string | null;
	readonly line: readonly LngLat[];
	readonly lengthM: number;
}

/** The ground that one ring really protects, once its leaks are closed where they were found. */
export interface ProtectedGround {
	readonly ring: ItemId;
	readonly name: string | null;
	readonly level: RingLevel;
	/** Leaks that have to be closed first. */
	readonly leaks: number;
	/** What the line of the ring holds. */
	readonly ringM2: number;
	/** `ringM2` without `lostM2`, with `beyondM2`. */
	readonly areaM2: number;
	/** Inside the line, and reached from outside. */
	readonly lostM2: number;
	/** Beyond the line, and not reached from outside. */
	readonly beyondM2: number;
	/** Rings of polygons, the first of each its outline, all closed. */
	readonly ground: readonly (readonly (readonly LngLat[])[])[];
	readonly lost: readonly AstrayRoad[];
	readonly beyond: readonly AstrayRoad[];
}
