import type { ZoneFigures, ZoneWork } from '../../../domain/findings/patrol.ts';
import type { Item } from '../../../domain/items.ts';
import { GRID_PER_DEG } from '../../../geo/flat-rings.ts';
import { ringAreaM2 } from '../../../geo/ellipsoid-area.ts';
import { localPlane } from '../../../geo/local-plane.ts';
import { boxOfRings } from '../../../geo/ring-box.ts';
import { windingAt } from '../../../geo/winding.ts';
import type { Roads } from '../../../network/roads.ts';
import type { TravelNetwork } from '../../../network/travel/travel-network.ts';
import { streetsWithin } from '../streets-within.ts';
import { zonePost } from './zone-post.ts';

/** A thing to be looked at, with the seconds that takes. */
export interface WorkPlace {
	readonly kind: 'key-site' | 'camera';
	readonly x: number;
	readonly y: number;
}

/** Key sites and cameras as places; a key site with ground stands in the middle of its box. */
export function workPlaces(items: Iterable<Item>): WorkPlace[] {
	const places: WorkPlace[] = [];
	for (const { kind, geometry } of items) {
		if (kind !== 'key-site' && kind !== 'camera') continue;
		if (geometry.type === 'Point') {
			const [lng, lat] = geometry.coordinates;
			places.push({ kind, x: Math.round(lng * GRID_PER_DEG), y: Math.round(lat * GRID_PER_DEG) });
		} else if (geometry.type === 'Polygon') {
			const lngs = geometry.coordinates[0].map(([lng]) => lng);
			const lats = geometry.coordinates[0].map(([, lat]) => lat);
			places.push({
				kind,
				x: Math.round(((Math.min(...lngs) + Math.max(...lngs)) / 2) * GRID_PER_DEG),
				y: Math.round(((Math.min(...lats) + Math.max(...lats)) / 2) * GRID_PER_DEG)
			});
		}
	}
	return places;
}

/** What there is to do within `rings`. */
export function workWithin(
	roads: Roads,
	rings: readonly Int32Array[],
	places: readonly WorkPlace[],
	work: ZoneWork
): { streets: Uint32Array; streetsM: number; sites: number; cameras: number; areaM2: number; workS: number } {
	const streets = streetsWithin(roads, rings, work.withService);
	const streetsM = streets.reduce((sum, edge) => sum + roads.graph.edgeLengthM[edge], 0);
	const [west, south, east, north] = boxOfRings(rings);
	let [sites, cameras] = [0, 0];
	for (const { kind, x, y } of places) {
		if (x < west || x > east || y < south || y > north || windingAt(x, y, rings) <= 0) continue;
		if (kind === 'camera') cameras++;
		else sites++;
	}
	const areaM2 = rings.reduce((sum, ring) => sum + ringAreaM2(ring), 0);
	const workS =
		streetsM / (work.speedKmh / 3.6) +
		sites * work.siteS +
		cameras * work.cameraS +
		(areaM2 / 1e6) * work.areaSPerKm2;
	return { streets, streetsM, sites, cameras, areaM2, workS };
}

/** The figures of the zone within `rings`, but for its share. */
export function* zoneFigures(
	roads: Roads,
	travel: TravelNetwork,
	rings: readonly Int32Array[],
	places: readonly WorkPlace[],
	work: ZoneWork
): Generator<void, ZoneFigures & { unreachedM: number }, undefined> {
	const { streets, streetsM, sites, cameras, areaM2, workS } = workWithin(roads, rings, places, work);
	const aroundM = rings.reduce((sum, ring) => sum + ringLengthM(ring), 0);
	const post = yield* zonePost(travel, streets);
	return {
		areaM2,
		workS,
		share: null,
		streets: streets.length,
		streetsM,
		sites,
		cameras,
		compactness: aroundM > 0 ? (4 * Math.PI * areaM2) / aroundM ** 2 : 0,
		post: post?.at ?? null,
		worstResponseS: post?.worstS ?? null,
		unreachedM: post?.unreachedM ?? 0
	};
}

function ringLengthM(ring: Int32Array): number {
	const plane = localPlane([0, ring[1] / GRID_PER_DEG]);
	let metres = 0;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		metres += Math.hypot(
			((ring[i] - ring[j]) / GRID_PER_DEG) * plane.metresPerLng,
			((ring[i + 1] - ring[j + 1]) / GRID_PER_DEG) * plane.metresPerLat
		);
	}
	return metres;
}
