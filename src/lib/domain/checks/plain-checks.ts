import type { LngLat } from '../../geo/coordinates.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { CheckFinding } from './check-finding.ts';
import { areaLookup, polygonsOf, type CheckedPlan } from './checked-plan.ts';
import { placeOfItem } from './item-place.ts';

/** A route shorter than this is a slip of the hand. */
const NO_LENGTH_M = 1;

/** Patrol zones without a team; a team of blanks is none. Nothing fixes it but a person who knows the team. */
export function teamlessZones({ items }: CheckedPlan): CheckFinding[] {
	return items.ofKind('patrol-zone').flatMap((zone): CheckFinding[] => {
		if ((zone.properties.team ?? '').trim() !== '') return [];
		const code = 'zone-without-team';
		return [
			{
				key: `${code} ${zone.id}`,
				code,
				severity: 'note',
				about: [zone.id],
				...placeOfItem(zone),
				fixes: [],
				isPlain: false
			}
		];
	});
}

/** Patrol routes less than 1 m long. Plain: there is nothing on them to patrol, and they are removed. */
export function shortRoutes({ items }: CheckedPlan): CheckFinding[] {
	return items.ofKind('patrol-route').flatMap((route): CheckFinding[] => {
		const lengthM = lineLengthM(route.geometry.coordinates as unknown as LngLat[]);
		if (lengthM >= NO_LENGTH_M) return [];
		const code = 'route-no-length';
		return [
			{
				key: `${code} ${route.id}`,
				code,
				severity: 'warning',
				about: [route.id],
				...placeOfItem(route),
				lengthM,
				fixes: [{ how: 'remove', ids: [route.id] }],
				isPlain: true
			}
		];
	});
}

/** Key sites of which no corner lies on the area or its border, by the area of `strayCameras`. */
export function straySites({ items }: CheckedPlan): CheckFinding[] {
	const lookup = areaLookup(items);
	if (!lookup) return [];
	return items.ofKind('key-site').flatMap((site): CheckFinding[] => {
		const corners = site.geometry.type === 'Point' ? [site.geometry.coordinates] : polygonsOf(site).flat(2);
		if (corners.some((corner) => lookup.contains(corner[0] as number, corner[1] as number))) return [];
		const code = 'site-outside-area';
		return [
			{
				key: `${code} ${site.id}`,
				code,
				severity: 'warning',
				about: [site.id],
				...placeOfItem(site),
				fixes: [{ how: 'remove', ids: [site.id] }],
				isPlain: false
			}
		];
	});
}

function lineLengthM(line: readonly LngLat[]): number {
	let sum = 0;
	for (let i = 1; i < line.length; i++) {
		const [a, b] = [line[i - 1] as LngLat, line[i] as LngLat];
		const { metresPerLng, metresPerLat } = localPlane(a);
		sum += Math.hypot((b[0] - a[0]) * metresPerLng, (b[1] - a[1]) * metresPerLat);
	}
	return sum;
}
