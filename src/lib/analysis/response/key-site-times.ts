import type { KeySiteTime } from '../../domain/findings/response.ts';
import type { Item, KeySite } from '../../domain/items.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import { placeOnRoad, type RoadPlace } from '../../network/travel/road-place.ts';
import type { TravelNetwork } from '../../network/travel/travel-network.ts';
import { timeTo, type TravelTimes } from '../../network/travel/travel-times.ts';
import type { Parts } from '../road-gaps/edge-parts.ts';

/**
 * When someone is at each key site, the latest first: at the road nearest to a point, at the best of the
 * roads nearest to the corners of a polygon. A site with no stated need is late after `longestMin`.
 */
export function keySiteTimes(
	travel: TravelNetwork,
	times: TravelTimes,
	given: ReadonlyMap<number, Parts>,
	items: readonly Item[],
	longestMin: number
): KeySiteTime[] {
	const sites = items.filter((item): item is KeySite => item.kind === 'key-site');
	const rows = sites.map((site): KeySiteTime => {
		const spots = spotsOf(site);
		let durationS = Infinity;
		for (const spot of spots) {
			const place = placeOnRoad(travel, spot);
			if (!place) continue;
			durationS = Math.min(durationS, isGiven(given, place) ? 0 : timeTo(travel, times, place));
		}
		const need = site.properties.needs?.responseMin;
		const neededMin = typeof need === 'number' && need > 0 ? need : null;
		return {
			id: site.id,
			name: site.properties.name ?? null,
			category: site.properties.category,
			at: spots[0],
			durationS: durationS < Infinity ? durationS : null,
			neededMin,
			isLate: durationS > (neededMin ?? longestMin) * 60
		};
	});
	return rows.sort((a, b) => (b.durationS ?? Infinity) - (a.durationS ?? Infinity) || (a.id < b.id ? -1 : 1));
}

function spotsOf({ geometry }: KeySite): LngLat[] {
	if (geometry.type === 'Point') return [geometry.coordinates as unknown as LngLat];
	return geometry.coordinates[0].slice(1) as unknown as LngLat[];
}

function isGiven(given: ReadonlyMap<number, Parts>, { edge, measure }: RoadPlace): boolean {
	const parts = given.get(edge);
	if (!parts) return false;
	for (let k = 0; k < parts.length; k += 2) if (measure >= parts[k] && measure <= parts[k + 1]) return true;
	return false;
}
