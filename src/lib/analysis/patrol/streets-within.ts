import { boxOfRings } from '../../geo/ring-box.ts';
import { windingAt } from '../../geo/winding.ts';
import { gridPointAt } from '../../network/edge-line.ts';
import { middleMeasure } from '../../network/edge-middle.ts';
import { EDGE, ROAD_CLASSES } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';

const SERVICE = new Set([ROAD_CLASSES.indexOf('service'), ROAD_CLASSES.indexOf('track')]);

/**
 * The streets of some ground, as edges in order: roads for cars, not private, whose middle lies within.
 *
 * An edge on the border is in or out as a whole, so that zones that share a border share no street and
 * miss none. Service roads and tracks only `withService`. `rings` as of `polygonRings`; grounds may overlap.
 */
export function streetsWithin(roads: Roads, rings: readonly Int32Array[], withService: boolean): Uint32Array {
	if (!roads.segments || rings.length === 0) return new Uint32Array(0);
	const { graph } = roads;
	const edges = new Set(roads.segments.search(...boxOfRings(rings)).map((s) => roads.segmentEdge[s]));
	const within: number[] = [];
	for (const e of edges) {
		if (!isPatrolRoad(graph.edgeFlags[e])) continue;
		if (!withService && SERVICE.has(graph.edgeClass[e])) continue;
		const [x, y] = gridPointAt(graph, e, middleMeasure(graph, e));
		if (windingAt(x, y, rings) > 0) within.push(e);
	}
	return Uint32Array.from(within).sort();
}

/** Whether a patrol car may drive a road with these flags of `EDGE`. */
export function isPatrolRoad(flags: number): boolean {
	return (flags & EDGE.DRIVE) !== 0 && (flags & EDGE.PRIVATE) === 0;
}
