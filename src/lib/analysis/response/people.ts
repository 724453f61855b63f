import type { Area } from '../../domain/items.ts';
import { ringAreaM2 } from '../../geo/ellipsoid-area.ts';
import { pointInside } from '../../geo/overlay/point-inside.ts';
import { windingAt } from '../../geo/winding.ts';
import { lengthBetweenM } from '../../network/edge-line.ts';
import { ROAD_CLASSES, type RoadGraph } from '../../network/road-graph.ts';
import type { Roads } from '../../network/roads.ts';
import type { Boundary } from '../coverage/subject.ts';
import { collectWithinLarge, PartCollector, subtractParts, type Parts } from '../road-gaps/edge-parts.ts';
import { groundsOf } from '../road-gaps/ground.ts';

/** How many people live where roads are reached. */
export interface People {
	readonly total: number;
	reachedBy(parts: ReadonlyMap<number, Parts>): number;
}

/** Nobody lives along these. */
const NO_HOMES = new Set(['motorway', 'trunk', 'ferry', 'track']);

/**
 * The people of the areas that state a population, taken to live evenly along the area's streets; null where
 * none states one. An area in which smaller ones with a population lie is left out: they say it finer.
 */
export function peopleOf(
	roads: Roads,
	bounds: readonly { item: Boundary; rings: Int32Array[] }[],
	isRoad: Uint8Array
): People | null {
	const isStreet = isRoad.map((road, e) =>
		road && !NO_HOMES.has(ROAD_CLASSES[roads.graph.edgeClass[e]]) ? 1 : 0
	);
	const stated = bounds.filter(
		(bound): bound is { item: Area; rings: Int32Array[] } =>
			bound.item.kind === 'area' && Number(bound.item.properties.population) > 0
	);
	const finest = stated.filter((area) => !stated.some((other) => other !== area && holds(area, other)));
	if (finest.length === 0) return null;
	const areas = finest.map(({ item, rings }) => {
		const collected = new PartCollector();
		for (const ground of groundsOf(rings)) collectWithinLarge(roads, ground, isStreet, collected);
		const streets = collected.merged();
		return {
			people: Number(item.properties.population),
			streets,
			streetM: lengthM(roads.graph, streets, null)
		};
	});
	return {
		total: areas.reduce((sum, { people }) => sum + people, 0),
		reachedBy: (parts) =>
			areas.reduce((sum, { people, streets, streetM }) => {
				return streetM > 0 ? sum + people * (1 - lengthM(roads.graph, streets, parts) / streetM) : sum;
			}, 0)
	};
}

/** Whether `inner` is smaller and lies in `outer`, judged by a place inside its first outline. */
function holds(outer: { rings: Int32Array[] }, inner: { rings: Int32Array[] }): boolean {
	if (areaM2(inner.rings) >= areaM2(outer.rings)) return false;
	const [coords] = inner.rings;
	const outline = {
		label: Uint8Array.of(0),
		faceStart: Uint32Array.of(0, 1),
		ringStart: Uint32Array.of(0, coords.length / 2),
		coords
	};
	const [x, y] = pointInside(outline, 0);
	return windingAt(x, y, outer.rings) > 0;
}

function areaM2(rings: readonly Int32Array[]): number {
	return rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0);
}

function lengthM(
	graph: RoadGraph,
	parts: ReadonlyMap<number, Parts>,
	without: ReadonlyMap<number, Parts> | null
): number {
	let metres = 0;
	for (const [edge, whole] of parts) {
		const taken = without?.get(edge);
		const left = taken ? subtractParts(whole, taken) : whole;
		for (let k = 0; k < left.length; k += 2) metres += lengthBetweenM(graph, edge, left[k], left[k + 1]);
	}
	return metres;
}
