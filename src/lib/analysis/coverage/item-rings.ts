import type { MultiPolygon, Polygon } from 'geojson';
import { viewsOf, type View } from '../../domain/camera-heads.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Camera, Item, PatrolRoute, PatrolZone } from '../../domain/items.ts';
import { NEED } from '../../domain/needs.ts';
import { capsuleRing } from '../../geo/capsule-ring.ts';
import { gridRing } from '../../geo/grid-ring.ts';
import { sectorRings } from '../../geo/sector-rings.ts';
import { selfCrossing } from '../../geo/self-crossing.ts';
import { unionOfHeads } from './union-of-heads.ts';
import type { Walls } from './walls.ts';

/** What can hold ground. */
export type Observer = Camera | PatrolZone | PatrolRoute;

/** Metres to either side that a patrol route holds where it does not say. */
export const DEFAULT_REACH_M = 50;

/** How far and how well cameras see: the least density asked for, and what stands in the way. */
export interface Sight {
	readonly minPxPerM?: number | undefined;
	readonly walls: Walls | null;
}

/** Sight as stated, over open ground. */
export const OPEN_SIGHT: Sight = { walls: null };

/** The ground an item holds, as rings of the integer grid; holes run clockwise and follow their exterior. */
export interface ItemRings {
	rings: Int32Array[];
	/** For each ring what of `NEED` its view needs; the item's own standing is not in it. */
	needs: number[];
	/** A camera none of whose heads sees anything for certain. */
	isUncertain: boolean;
	/** A camera of stated range whose picture a least density cannot judge. */
	isUnrated: boolean;
	/** A ring crosses itself or is no ring; the item's polygon is left out whole. */
	isRefused: boolean;
}

/** Whether `item` could hold ground when asked `by` cameras, patrols or all. */
export function isObserver(item: Item, by: CoverageBy): item is Observer {
	if (item.kind === 'camera') return by !== 'patrols';
	return (item.kind === 'patrol-zone' || item.kind === 'patrol-route') && by !== 'cameras';
}

/** The rings of an observer, whatever its standing. Each ring is simple up to the snap to the grid. */
export function ringsOf(item: Observer, sight: Sight = OPEN_SIGHT): ItemRings {
	if (item.kind === 'camera') return cameraRings(item, sight);
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
				return held([]);
			}
			rings.push(ring);
		}
	}
	return held(rings);
}

function held(rings: Int32Array[]): ItemRings {
	return {
		rings,
		needs: rings.map(() => 0),
		isUncertain: false,
		isUnrated: false,
		isRefused: rings.length === 0
	};
}

function cameraRings(camera: Camera, { minPxPerM, walls }: Sight): ItemRings {
	const { views, uncertainHeads, isUnrated } = viewsOf(camera.properties, minPxPerM);
	const [lng, lat] = camera.geometry.coordinates;
	const rings: Int32Array[] = [];
	const needs: number[] = [];
	const add = (more: readonly Int32Array[], need: number): void => {
		for (const ring of more) {
			rings.push(ring);
			needs.push(need);
		}
	};
	for (const [need, group] of byNeeds(views)) {
		const free = group.map(({ azimuthDeg, hfovDeg, rangeM, nearM }) =>
			sectorRings([lng, lat], azimuthDeg, hfovDeg, rangeM, nearM)
		);
		const seen = free.map((rings, i) => walls?.cutRings([lng, lat], group[i], group[i].heightM) ?? rings);
		add(unionOfHeads(seen, group), need);
		if (seen.some((head, i) => head !== free[i])) add(unionOfHeads(free, group), need | NEED.CLEAR);
	}
	return { rings, needs, isUncertain: views.length === 0 && uncertainHeads > 0, isUnrated, isRefused: false };
}

/** Views by what they need, in the order in which the needs come first. */
function byNeeds(views: readonly View[]): Map<number, View[]> {
	const groups = new Map<number, View[]>();
	for (const view of views) {
		const group = groups.get(view.needs);
		if (group) group.push(view);
		else groups.set(view.needs, [view]);
	}
	return groups;
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
	return held(rings);
}
