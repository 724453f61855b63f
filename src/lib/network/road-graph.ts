/**
 * The road graph of a region: junctions and the stretches of road between them, in typed arrays.
 *
 * A node stands where roads really meet (a shared node of the source data), at the end of a way, or
 * where a clipped extract cuts one. An edge is the stretch of one way between two nodes, with its
 * shape. Bridges and what they cross share no node, so they are not joined.
 */
export interface RoadGraph {
	readonly nodeCount: number;
	readonly edgeCount: number;

	/** Place of each node, in 1e-7 degrees. */
	readonly nodeLng: Int32Array;
	readonly nodeLat: Int32Array;
	/** Bits of `NODE`. */
	readonly nodeFlags: Uint8Array;

	readonly edgeFrom: Uint32Array;
	readonly edgeTo: Uint32Array;
	readonly edgeLengthM: Float32Array;
	/** Index into `ROAD_CLASSES`. */
	readonly edgeClass: Uint8Array;
	/** Bits of `EDGE`. */
	readonly edgeFlags: Uint16Array;
	/** OSM `layer`, -5..5; a bridge without the tag is 1, a tunnel -1. */
	readonly edgeLayer: Int8Array;
	readonly edgeSpeedKmh: Uint8Array;
	/** Id of the way of the source data. */
	readonly edgeWay: Float64Array;
	/** Index into `names`, or -1. */
	readonly edgeName: Int32Array;
	readonly names: readonly string[];

	/** Shape of edge e: points `shapeStart[e]` to `shapeStart[e + 1]`, both ends included, in 1e-7 degrees. */
	readonly shapeStart: Uint32Array;
	readonly shapeLng: Int32Array;
	readonly shapeLat: Int32Array;

	/** Incidence: entries `adjacentStart[v]` to `adjacentStart[v + 1]` of `adjacent`, each `edge << 1 | isReversed`. */
	readonly adjacentStart: Uint32Array;
	readonly adjacent: Uint32Array;

	/** Turn restrictions, three numbers each: edge in, node via, edge out; `restrictionOnly` 1 means "only this turn". */
	readonly restrictions: Uint32Array;
	readonly restrictionOnly: Uint8Array;
}

export const ROAD_CLASSES = [
	'motorway',
	'trunk',
	'primary',
	'secondary',
	'tertiary',
	'unclassified',
	'residential',
	'living_street',
	'service',
	'track',
	'pedestrian',
	'cycleway',
	'footway',
	'path',
	'steps',
	'bridleway',
	'ferry',
	'other'
] as const;
export type RoadClass = (typeof ROAD_CLASSES)[number];

/** Flags of an edge. `DRIVE` and `WALK` say for whom it is a road at all, private ones included. */
export const EDGE = {
	/** A car may lawfully go from `edgeFrom` to `edgeTo`. */
	FORWARD: 1,
	/** A car may lawfully go from `edgeTo` to `edgeFrom`. */
	BACKWARD: 2,
	BRIDGE: 4,
	TUNNEL: 8,
	/** Access is private or forbidden to the public; it exists for sealing, not for response. */
	PRIVATE: 16,
	DRIVE: 32,
	WALK: 64,
	LINK: 128,
	ROUNDABOUT: 256
} as const;

/** Flags of a node. */
export const NODE = {
	/** The data ends here, not the road: the way was cut by the extract's border. */
	EDGE_OF_DATA: 1,
	/** A gate, bollard or the like stands here; passable for sealing unless locked. */
	BARRIER: 2,
	/** The barrier is locked: no way through. */
	LOCKED: 4,
	/** The barrier is bollards, a block or a stile: people pass, cars never. */
	FIXED: 8
} as const;

export type TravelMode = 'drive' | 'walk';
