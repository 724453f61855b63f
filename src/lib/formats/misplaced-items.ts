import type { Bbox, LngLat } from '../geo/coordinates.ts';
import type { Item, ItemId } from '../domain/items.ts';
import { quoteValue, type Problem } from '../domain/problem.ts';

/** How far from the bulk of a plan something must lie before its coordinates are doubted, degrees. */
const FAR_DEG = 5;

/**
 * Items that lie where the plan cannot mean: with latitude and longitude swapped (an error), or
 * outside the region (a warning).
 *
 * Swapped is what lies outside the region and would lie inside it if swapped. Where no region is
 * known, the median place of all items with 5 degrees about it stands for it, given at least four items.
 */
export function misplacedItems(items: ReadonlyMap<ItemId, Item>, region?: Bbox): Problem[] {
	const places = [...items.values()].map((item): [Item, LngLat] => [item, firstPlace(item)]);
	const home = region ?? bulkOf(places.map(([, place]) => place));
	if (!home) return [];

	const problems: Problem[] = [];
	for (const [item, place] of places) {
		if (isInside(home, place)) continue;
		const isSwapped = isInside(home, [place[1], place[0]]);
		if (!isSwapped && (!region || reaches(item, region))) continue;
		problems.push({
			code: isSwapped ? 'swapped' : 'outside-the-region',
			severity: isSwapped ? 'error' : 'warning',
			featureId: item.id,
			featureIndex: item.rank,
			path: 'geometry.coordinates',
			at: place,
			seen: quoteValue(place)
		});
	}
	return problems;
}

function bulkOf(places: readonly LngLat[]): Bbox | null {
	if (places.length < 4) return null;
	const lng = median(places.map((place) => place[0]));
	const lat = median(places.map((place) => place[1]));
	return [lng - FAR_DEG, lat - FAR_DEG, lng + FAR_DEG, lat + FAR_DEG];
}

function median(numbers: number[]): number {
	return numbers.sort((a, b) => a - b)[numbers.length >> 1] as number;
}

function firstPlace(item: Item): LngLat {
	let place: unknown = item.geometry.coordinates;
	while (Array.isArray(place) && Array.isArray(place[0])) place = place[0];
	return [(place as number[])[0] as number, (place as number[])[1] as number];
}

/** Whether the box of the item meets `bbox`. */
function reaches(item: Item, bbox: Bbox): boolean {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	const visit = (nested: unknown): void => {
		if (!Array.isArray(nested)) return;
		if (typeof nested[0] !== 'number') return nested.forEach(visit);
		const [lng, lat] = nested as [number, number];
		[west, east] = [Math.min(west, lng), Math.max(east, lng)];
		[south, north] = [Math.min(south, lat), Math.max(north, lat)];
	};
	visit(item.geometry.coordinates);
	return west <= bbox[2] && east >= bbox[0] && south <= bbox[3] && north >= bbox[1];
}

function isInside(bbox: Bbox, place: LngLat): boolean {
	return place[0] >= bbox[0] && place[0] <= bbox[2] && place[1] >= bbox[1] && place[1] <= bbox[3];
}
