import type { ItemId } from '../items.ts';

/** A camera and the ground that no other camera sees: what its loss opens, patrols left out. */
export interface SoleWatcher {
	readonly id: ItemId;
	readonly soleM2: number;
	/** All ground it sees within the area. */
	readonly seenM2: number;
}

/** How many cameras see each place, and which of them matter most and least. */
export interface Redundancy {
	/** Ground by how many counted cameras see it: none, one, two, three or more. */
	readonly byWatchersM2: readonly [number, number, number, number];
	/** Cameras that count and see some of the ground asked about. */
	readonly cameras: number;
	/** Cameras whose loss opens most ground, most first. */
	readonly critical: readonly SoleWatcher[];
	/** Cameras that add nothing and could all go together without opening any ground. */
	readonly idle: readonly ItemId[];
	/** Cameras that add nothing as long as all others stay; some of them stand in for each other. */
	readonly idleAlone: number;
}
