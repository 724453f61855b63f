import type { MultiPolygon, Polygon } from 'geojson';
import { viewsOf } from '../../domain/camera-heads.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Camera, Item, PatrolRoute, PatrolZone } from '../../domain/items.ts';
import { capsuleRing } from '../../geo/capsule-ring.ts';
import { gridRing } from '../../geo/grid-ring.ts';
import { sectorRings } from '../../geo/sector-rings.ts';
import { selfCrossing } from '../../geo/self-crossing.ts';

/** What can hold ground. */
export type Observer = Camera | PatrolZone | PatrolRoute;

/** Metres to either side that a patrol route holds where it does not say. */
export const DEFAULT_REACH_M = 50;

/** The ground an item holds, as rings of the integer grid; holes run clockwise and follow their exterior. */
export interface ItemRings {
	rings: Int32Array[];
	/** A camera none of whose heads sees anything for certain. */
	isUncertain: boolean;
	/** A ring crosses itself or is no ring; the item's polygon is left out whole. */
	isRefused: boolean;
}

/** Whether `item` could hold ground when asked `by` cameras, patrols or all. */
export function isObserver(item: Item, by: CoverageBy): item is Observer {
	if (item.kind === 'camera') return by !== 'patrols';
	return (item.kind === 'patrol-zone' || item.kind === 'patrol-route') && by !== 'cameras';
}

/** The rings of an observer, whatever its standing. Each ring is simple up to the snap to the grid. */
export function ringsOf(item: Observer): ItemRings {
	if (item.kind === 'camera') return cameraRings(item);
	if (item.kind === 'patrol-route') return routeRings(item);
	return polygonRings(item.geometry);
}

/** The rings of a polygon on the grid, exteriors counter-clockwise, holes clockwise. */
export function polygonRings(geometry: Polygon | MultiPolygon): ItemRings {
	const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
	const rings: Int32Array[] = [];
	for (const polygon of polygons) {
		for (let r = 0; r < polygon.length; r++) {
			const ring = gridRing(polygon[r], r > 0);
			if (ring === null || selfCrossing(ring) !== null) {
				if (ring === null && r > 0) continue;
				return { rings: [], isUncertain: false, isRefused: true };
			}
			rings.push(ring);
		}
	}
	return { rings, isUncertain: false, isRefused: rings.length === 0 };
}

function cameraRings(camera: Camera): ItemRings {
	const { views, uncertainHeads } = viewsOf(camera.properties);
	const [lng, lat] = camera.geometry.coordinates;
	const rings: Int32Array[] = [];
	const certain = views.filter(({ needs }) => needs === 0);
	for (const view of certain) {
		for (const ring of sectorRings([lng, lat], view.azimuthDeg, view.hfovDeg, view.rangeM, view.nearM)) {
			rings.push(ring);
		}
	}
	return { rings, isUncertain: certain.length === 0 && uncertainHeads > 0, isRefused: false };
}

function routeRings(route: PatrolRoute): ItemRings {
	const { reachM } = route.properties;
	const reach = typeof reachM === 'number' && reachM > 0 ? reachM : DEFAULT_REACH_M;
	const rings: Int32Array[] = [];
	const line = route.geometry.coordinates;
	for (let i = 1; i < line.length; i++) {
		const ring = capsuleRing([line[i - 1][0], line[i - 1][1]], [line[i][0], line[i][1]], reach);
		if (ring !== null) rings.push(ring);
	}
	return { rings, isUncertain: false, isRefused: rings.length === 0 };
}
