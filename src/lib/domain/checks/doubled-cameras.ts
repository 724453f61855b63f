import type { LngLat } from '../../geo/coordinates.ts';
import { headsOf } from '../head-optics.ts';
import type { Camera } from '../items.ts';
import type { CheckFinding } from './check-finding.ts';
import type { CheckedPlan } from './checked-plan.ts';
import { boxOfPlace } from './item-place.ts';
import { remembered } from './remembered.ts';

const BATCH = 5000;

/**
 * Cameras that stand on exactly one place and look the same way: each head the same direction, angle,
 * range and height, as far as they are known. One finding for all that are the same, about the one
 * that comes first in the plan; the others are the copies that a fix takes out.
 *
 * Plain where the copies say the same in every property, as after an import that was done twice;
 * where they differ (two device codes, two owners) only a person can tell whether there are two.
 */
export const doubledCameras = remembered(({ items }: CheckedPlan) => items.ofKind('camera'), doublesIn);

function* doublesIn({ items }: CheckedPlan): Generator<undefined, CheckFinding[]> {
	const byPlace = new Map<string, Camera | Camera[]>();
	let looked = 0;
	for (const row of items.rowsOfKind('camera')) {
		for (const camera of row) {
			const [lng, lat] = camera.geometry.coordinates;
			const place = `${lng},${lat}`;
			const there = byPlace.get(place);
			if (!there) byPlace.set(place, camera);
			else if (Array.isArray(there)) there.push(camera);
			else byPlace.set(place, [there, camera]);
		}
		looked += row.length;
		if (looked < BATCH) continue;
		looked = 0;
		yield;
	}
	const findings: CheckFinding[] = [];
	for (const there of byPlace.values()) {
		if (Array.isArray(there)) findings.push(...sameViews(there));
	}
	return findings;
}

function sameViews(there: readonly Camera[]): CheckFinding[] {
	const groups = new Map<string, Camera[]>();
	for (const camera of [...there].sort((a, b) => a.rank - b.rank)) {
		const view = JSON.stringify([camera.properties.type ?? 'fixed', headsOf(camera.properties)]);
		groups.set(view, [...(groups.get(view) ?? []), camera]);
	}
	return [...groups.values()].flatMap((same) => {
		const [first, ...copies] = same;
		if (!first || copies.length === 0) return [];
		const at = first.geometry.coordinates as readonly number[] as LngLat;
		const ids = copies.map(({ id }) => id);
		const stated = sortedJson(first.properties);
		return [
			{
				key: `camera-double ${first.id} ${ids.join(' ')}`,
				code: 'camera-double',
				severity: 'warning',
				about: [first.id, ...ids],
				at,
				bbox: boxOfPlace(at),
				count: same.length,
				fixes: [{ how: 'remove', ids }],
				isPlain: copies.every(({ properties }) => sortedJson(properties) === stated)
			}
		];
	});
}

/** The same text for the same members, in whatever order they stand. */
function sortedJson(value: unknown): string {
	return JSON.stringify(value, (_, member: unknown) =>
		typeof member === 'object' && member !== null && !Array.isArray(member)
			? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
			: member
	);
}
