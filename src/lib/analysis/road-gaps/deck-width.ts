import { EDGE, ROAD_CLASSES, type RoadClass, type RoadGraph } from '../../network/road-graph.ts';

/**
 * How wide the deck of a bridge is taken to be, metres, by class of its road: both ways on one line, and one
 * way. Lanes of 3.5 to 3.75 m as many as the class usually has, with kerbs, shoulders or walks; rather
 * wide than narrow, for what lies under a deck must not be called seen. The road data states no widths.
 */
const DECK_M: Record<RoadClass, readonly [bothWays: number, oneWay: number]> = {
	motorway: [25, 13],
	trunk: [21, 12],
	primary: [16, 11],
	secondary: [13, 10],
	tertiary: [11, 8],
	unclassified: [9, 7],
	residential: [9, 7],
	living_street: [7, 6],
	service: [6, 5],
	track: [5, 5],
	pedestrian: [5, 5],
	cycleway: [4, 3],
	footway: [3, 3],
	path: [3, 3],
	steps: [3, 3],
	bridleway: [3, 3],
	ferry: [0, 0],
	other: [6, 5]
};
/** Ramps have a lane or two, whatever road they join. */
const LINK_M = [10, 8] as const;

/** Width of the deck that carries `edge`, metres. */
export function deckWidthM(graph: RoadGraph, edge: number): number {
	const flags = graph.edgeFlags[edge];
	const isOneWay = (flags & EDGE.FORWARD) === 0 || (flags & EDGE.BACKWARD) === 0;
	const roadClass = ROAD_CLASSES[graph.edgeClass[edge]];
	const isRamp = (flags & EDGE.LINK) !== 0;
	return (isRamp ? LINK_M : DECK_M[roadClass])[isOneWay ? 1 : 0];
}
