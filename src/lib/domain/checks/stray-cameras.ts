import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import { NearestBorder } from '../../geo/nearest-border.ts';
import type { Camera } from '../items.ts';
import type { CheckFinding, CheckFix } from './check-finding.ts';
import { areaLookup, areaPolygons, type CheckedPlan } from './checked-plan.ts';
import { inwardPlace } from './inward-place.ts';
import { boxOfPlace } from './item-place.ts';

/** Cameras looked at between two breaths. */
const BATCH = 5000;

/**
 * Cameras that stand where the plan is not.
 *
 * `camera-outside-region`: beyond the box of the region pack, where there is neither map nor road.
 * `camera-outside-area`: within it, or where no pack is open, but outside the area, whose border
 * belongs to it: the union of all areas, or the outermost rings where there are none. A plan with
 * neither has no cameras outside.
 *
 * Never plain: whether the place, the area or the camera is wrong only a person can tell. Yields now
 * and then, as there may be hundreds of thousands.
 */
export function* strayCameras({ items, regionBbox }: CheckedPlan): Generator<undefined, CheckFinding[]> {
	const lookup = areaLookup(items);
	const outside: Camera[] = [];
	const beyond: Camera[] = [];
	let looked = 0;
	for (const row of items.rowsOfKind('camera')) {
		for (const camera of row) {
			const [lng, lat] = camera.geometry.coordinates as [number, number];
			if (regionBbox && !isWithin(regionBbox, lng, lat)) beyond.push(camera);
			else if (lookup && !lookup.contains(lng, lat)) outside.push(camera);
		}
		looked += row.length;
		if (looked < BATCH) continue;
		looked = 0;
		yield;
	}
	const border = outside.length > 0 ? new NearestBorder(areaPolygons(items)) : null;
	const findings: CheckFinding[] = beyond.map((camera) => ({
		...aboutCamera(camera, 'camera-outside-region'),
		fixes: [removeOf(camera)]
	}));
	for (const [i, camera] of outside.entries()) {
		const at = placeOf(camera);
		const near = border?.nearest(at);
		const to = near && lookup ? inwardPlace(at, near.at, lookup) : null;
		findings.push({
			...aboutCamera(camera, 'camera-outside-area'),
			...(near && { lengthM: near.lengthM }),
			fixes: to ? [{ how: 'move', id: camera.id, to, onto: 'border' }, removeOf(camera)] : [removeOf(camera)]
		});
		if (i % 500 === 499) yield;
	}
	return findings;
}

function aboutCamera(camera: Camera, code: CheckFinding['code']): Omit<CheckFinding, 'fixes'> {
	const at = placeOf(camera);
	return {
		key: `${code} ${camera.id}`,
		code,
		severity: 'warning',
		about: [camera.id],
		at,
		bbox: boxOfPlace(at),
		isPlain: false
	};
}

function removeOf({ id }: Camera): CheckFix {
	return { how: 'remove', ids: [id] };
}

function placeOf({ geometry }: Camera): LngLat {
	return geometry.coordinates as [number, number];
}

function isWithin([west, south, east, north]: Bbox, lng: number, lat: number): boolean {
	return lng >= west && lng <= east && lat >= south && lat <= north;
}
