import type {
	ControlLevel,
	ControlRow,
	ControlsAnswer,
	ControlState
} from '../../domain/findings/controls.ts';
import type { Checkpoint } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { appendLine, lastMeasure } from '../../network/edge-line.ts';
import { nearEdges, type NearEdge } from '../../network/near-edges.ts';
import { EDGE, ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import { controlledRoad } from './control-place.ts';
import { CONTROL_RADIUS_M, controlsOfPlaces, edgesControlledFrom } from './controls.ts';
import { staleControls } from './stale-controls.ts';

/** Roads this near are offered, whatever their level: the other carriageway is rarely farther. */
export const OFFER_M = 60;

/**
 * The roads about `checkpoint`: those it closes, by what it stores or else by the 30 m rule, and
 * those within 60 m that it could close, on any level; with the levels it may be thought to stand on,
 * and what it stores that the map no longer shows.
 */
export function controlRows(roads: Roads, checkpoint: Checkpoint): ControlsAnswer {
	const { graph } = roads;
	const [lng, lat] = checkpoint.geometry.coordinates;
	const x = Math.round(lng * GRID_PER_DEG);
	const y = Math.round(lat * GRID_PER_DEG);
	const stored = checkpoint.properties.controls ?? [];
	const storedAs = new Map<number, number[]>();
	for (const [index, control] of stored.entries()) {
		for (const { edge } of controlsOfPlaces(roads, [control])) {
			storedAs.set(edge, [...(storedAs.get(edge) ?? []), index]);
		}
	}
	const byRule = new Set(edgesControlledFrom(roads, x, y).map(({ edge }) => edge));

	const near = new Map(nearEdges(roads, x, y, OFFER_M).map((one) => [one.edge, one]));
	for (const edge of storedAs.keys()) {
		// a stored road may pass farther off than what is offered
		if (!near.has(edge)) near.set(edge, farEdge(roads, x, y, edge));
	}
	const stateOf = (edge: number): ControlState => {
		if (storedAs.has(edge)) return 'stored';
		if (!byRule.has(edge)) return 'offered';
		return stored.length > 0 ? 'proposed' : 'rule';
	};
	const rows = [...near.values()].map(({ edge, measure, distanceM }): ControlRow => {
		const line: LngLat[] = [];
		appendLine(line, graph, edge, 0, lastMeasure(graph, edge));
		return {
			key: keyOf(edge),
			road: controlledRoad(graph, edge, measure),
			name: graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]],
			roadClass: ROAD_CLASSES[graph.edgeClass[edge]],
			bridge: (graph.edgeFlags[edge] & EDGE.BRIDGE) !== 0,
			tunnel: (graph.edgeFlags[edge] & EDGE.TUNNEL) !== 0,
			layer: graph.edgeLayer[edge],
			distanceM,
			state: stateOf(edge),
			storedAs: storedAs.get(edge) ?? [],
			line
		};
	});
	rows.sort((a, b) => rankOf(a) - rankOf(b) || a.distanceM - b.distanceM || (a.key < b.key ? -1 : 1));
	return {
		checkpoint: checkpoint.id,
		rows,
		levels: levelsOf(roads, x, y, byRule),
		stale: staleControls(roads, checkpoint)
	};
}

const keyOf = (edge: number): string => `edge/${edge}`;

function rankOf({ state }: ControlRow): number {
	return state === 'stored' || state === 'rule' ? 0 : 1;
}

/** Where an edge farther off than any search passes nearest. */
function farEdge(roads: Roads, x: number, y: number, edge: number): NearEdge {
	for (let radiusM = 2 * OFFER_M; radiusM < 1e8; radiusM *= 4) {
		const found = nearEdges(roads, x, y, radiusM).find((one) => one.edge === edge);
		if (found) return found;
	}
	throw new RangeError(`edge ${edge} is no edge of these roads`);
}

/** Every different set of roads that the rule would close, did the checkpoint stand on another road for cars. */
function levelsOf(roads: Roads, x: number, y: number, byRule: ReadonlySet<number>): ControlLevel[] {
	const { edgeFlags } = roads.graph;
	const near = nearEdges(roads, x, y, CONTROL_RADIUS_M).filter(({ edge }) => edgeFlags[edge] & EDGE.DRIVE);
	const taken = new Set<number>();
	const levels: ControlLevel[] = [];
	const add = (stands: number, edges: readonly number[]): void => {
		for (const edge of edges) taken.add(edge);
		levels.push({ stands: keyOf(stands), keys: edges.map(keyOf) });
	};
	const own = near.find(({ edge }) => byRule.has(edge));
	if (own) add(own.edge, [...byRule]);
	for (const { edge } of near) {
		if (taken.has(edge)) continue;
		add(
			edge,
			edgesControlledFrom(roads, x, y, edge).map((one) => one.edge)
		);
	}
	return levels;
}
