import { orient2d } from 'robust-predicates';
import type { Checkpoint, ControlledRoad } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { nearEdges, type NearEdge } from '../../network/near-edges.ts';
import { EDGE, type RoadGraph } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';

/** How near a checkpoint a road passes that it controls without being told. */
export const CONTROL_RADIUS_M = 30;
/** How far a stated place may lie from the way it names before the statement is taken for stale. */
export const STALE_M = 100;
/** Places of seven decimals nearer to each other than this are one. */
const SAME_PLACE_M = 0.02;

/** An edge that a checkpoint closes, and the place (1e-7 degrees) at which it does. */
export interface Control {
	readonly edge: number;
	readonly x: number;
	readonly y: number;
}

/**
 * The edges that `checkpoint` closes while on duty, in order of edge number.
 *
 * By its `controls`: of each way the edge nearest to the stated place (both of two at a shared node);
 * a way that does not pass within 100 m of it closes nothing. Where it has none, by `edgesControlledFrom`.
 */
export function controlsOf(roads: Roads, checkpoint: Checkpoint): Control[] {
	const { controls } = checkpoint.properties;
	if (controls !== undefined && controls.length > 0) return controlsOfPlaces(roads, controls);
	const [lng, lat] = checkpoint.geometry.coordinates;
	const x = Math.round(lng * GRID_PER_DEG);
	const y = Math.round(lat * GRID_PER_DEG);
	return edgesControlledFrom(roads, x, y).map(({ edge }) => ({ edge, x, y }));
}

/** The edges closed by stated roads: see `controlsOf`. */
export function controlsOfPlaces(roads: Roads, controls: readonly ControlledRoad[]): Control[] {
	const closed = new Map<number, Control>();
	for (const { way, at } of controls) {
		const x = Math.round(at[0] * GRID_PER_DEG);
		const y = Math.round(at[1] * GRID_PER_DEG);
		const near = nearEdges(roads, x, y, STALE_M).filter(({ edge }) => roads.graph.edgeWay[edge] === way);
		for (const { edge, distanceM } of near) {
			if (distanceM > near[0].distanceM + SAME_PLACE_M) break;
			closed.set(edge, { edge, x, y });
		}
	}
	return [...closed.values()].sort((a, b) => a.edge - b.edge);
}

/**
 * The edges that a checkpoint at a point (1e-7 degrees) controls: all whose centre line passes within
 * 30 m of it on its own level.
 *
 * Its level is the layer of the nearest road for cars, else of the nearest road at all; of two equally
 * near, the one nearer to the ground. An edge of the same layer that passes over or under that road
 * without meeting it is on another level, whatever its tags say. `stands` is the edge it stands on,
 * where that is known.
 */
export function edgesControlledFrom(
	roads: Roads,
	x: number,
	y: number,
	stands: number | null = null
): NearEdge[] {
	const { graph } = roads;
	const near = nearEdges(roads, x, y, CONTROL_RADIUS_M);
	const drivable = near.filter(({ edge }) => graph.edgeFlags[edge] & EDGE.DRIVE);
	const own = stands ?? nearestToGround(graph, drivable.length > 0 ? drivable : near);
	if (own === null) return [];
	return near
		.filter(({ edge }) => graph.edgeLayer[edge] === graph.edgeLayer[own])
		.filter(({ edge }) => edge === own || !passesOver(graph, edge, own))
		.sort((a, b) => a.edge - b.edge);
}

function nearestToGround(graph: RoadGraph, near: readonly NearEdge[]): number | null {
	let own: number | null = null;
	for (const { edge, distanceM } of near) {
		if (distanceM > near[0].distanceM + SAME_PLACE_M) break;
		if (own === null || Math.abs(graph.edgeLayer[edge]) < Math.abs(graph.edgeLayer[own])) own = edge;
	}
	return own;
}

/** Whether two edges cross between their points, so that one must lie above the other. */
function passesOver(graph: RoadGraph, a: number, b: number): boolean {
	const { shapeLng: x, shapeLat: y, shapeStart } = graph;
	for (let i = shapeStart[a]; i < shapeStart[a + 1] - 1; i++) {
		for (let j = shapeStart[b]; j < shapeStart[b + 1] - 1; j++) {
			const sides =
				orient2d(x[i], y[i], x[i + 1], y[i + 1], x[j], y[j]) *
				orient2d(x[i], y[i], x[i + 1], y[i + 1], x[j + 1], y[j + 1]);
			if (!(sides < 0)) continue;
			const others =
				orient2d(x[j], y[j], x[j + 1], y[j + 1], x[i], y[i]) *
				orient2d(x[j], y[j], x[j + 1], y[j + 1], x[i + 1], y[i + 1]);
			if (others < 0) return true;
		}
	}
	return false;
}
