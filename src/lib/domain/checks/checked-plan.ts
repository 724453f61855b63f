import type { Bbox } from '../../geo/coordinates.ts';
import { GroundLookup, type PolygonRings } from '../../geo/ground-lookup.ts';
import type { ItemMap } from '../item-map.ts';
import type { Area, ControlRing } from '../items.ts';
import type { UnreadFeature } from '../plan.ts';

/** What the checks look at. */
export interface CheckedPlan {
	readonly items: ItemMap;
	/** Features of the file that could not be used. */
	readonly unread: readonly UnreadFeature[];
	/** The region pack the plan is drawn over; null where none is open. */
	readonly regionBbox: Bbox | null;
}

/** The polygons of an item as a list, whether it has one or many. */
export function polygonsOf(item: { geometry: { type: string; coordinates: unknown } }): PolygonRings[] {
	const { type, coordinates } = item.geometry;
	if (type === 'Polygon') return [coordinates as PolygonRings];
	return type === 'MultiPolygon' ? (coordinates as PolygonRings[]) : [];
}

/**
 * What bounds the ground that the plan is about, by the rule of `gaps`: all areas, or where there are
 * none the rings of the highest level, of which the exterior alone counts. Empty where there are neither.
 */
export function boundariesOf(items: ItemMap): readonly (Area | ControlRing)[] {
	const areas = items.ofKind('area');
	if (areas.length > 0) return areas;
	const rings = items.ofKind('control-ring');
	const outermost = Math.max(...rings.map(({ properties }) => properties.level));
	return rings.filter(({ properties }) => properties.level === outermost);
}

/** The polygons of the ground that the plan is about. */
export function areaPolygons(items: ItemMap): PolygonRings[] {
	return boundariesOf(items).flatMap((item) =>
		item.kind === 'area' ? polygonsOf(item) : polygonsOf(item).map((rings) => rings.slice(0, 1))
	);
}

/** Where a place lies on the ground that the plan is about; null where nothing bounds it. */
export function areaLookup(items: ItemMap): GroundLookup | null {
	const polygons = areaPolygons(items);
	return polygons.length > 0 ? new GroundLookup(polygons) : null;
}
