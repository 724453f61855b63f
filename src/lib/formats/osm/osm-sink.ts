/** Tags of one object of the source data. */
export type Tags = Readonly<Record<string, string>>;

export interface OsmMember {
	readonly type: 'node' | 'way' | 'relation';
	readonly ref: number;
	readonly role: string;
}

/** An id no node has: where a way names it, the way goes on beyond the data. */
export const BEYOND_DATA = -9007199254740991;

/**
 * Where a reader puts what it finds, in the order of the file. Numbers in, so that millions of nodes
 * cost no objects. Ids are whole numbers below 2^53, coordinates 1e-7 degrees.
 */
export interface OsmSink {
	node(id: number, lng7: number, lat7: number, tags: Tags | null): void;
	/** `refs` is lent: entries 0 to `count` are valid during the call only. */
	way(id: number, refs: Float64Array, count: number, tags: Tags | null): void;
	relation(id: number, members: readonly OsmMember[], tags: Tags | null): void;
	/** The box the source says it was cut by: west, south, east, north in degrees. */
	bounds(west: number, south: number, east: number, north: number): void;
}
