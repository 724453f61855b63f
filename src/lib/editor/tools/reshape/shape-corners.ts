import type { Position } from 'geojson';
import { lineAt, linesOf, type CornerAt } from '../../../domain/fabric/corners.ts';
import { neighboursOf } from '../../../domain/fabric/neighbours.ts';
import type { Item, ItemId } from '../../../domain/items.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { gridBox } from '../../../geo/fabric/grid-box.ts';
import { toGrid } from '../../../geo/fabric/ground-shape.ts';
import { placeOf } from './grips.ts';

/** A place on the 1e-7 degree grid as a key: equal for equal places only. */
export function placeKey([lng, lat]: LngLat): string {
	return `${toGrid(lng)} ${toGrid(lat)}`;
}

/** The corners of an item in the order they are walked through, the closing ones left out. */
export function cornersOf(item: Item): { at: CornerAt; place: LngLat }[] {
	const isLine = item.geometry.type === 'LineString';
	return linesOf(item).flatMap((rings, part) =>
		rings.flatMap((line, ring) =>
			(isLine ? line : line.slice(0, -1)).map((position, corner) => ({
				at: { part, ring, corner },
				place: placeOf(position)
			}))
		)
	);
}

/** Where the corner at a place stands in an item; null where it has none there. */
export function cornerAtPlace(item: Item, place: LngLat): CornerAt | null {
	const key = placeKey(place);
	return cornersOf(item).find((corner) => placeKey(corner.place) === key)?.at ?? null;
}

/** The corners before and after one; null at the ends of a line. */
export function besides(item: Item, { part, ring, corner }: CornerAt): [LngLat | null, LngLat | null] {
	const line = linesOf(item)[part]?.[ring] ?? [];
	const isLine = item.geometry.type === 'LineString';
	const count = isLine ? line.length : line.length - 1;
	const at = (i: number): LngLat | null => {
		const position = line[isLine ? i : (i + count) % count];
		return position ? placeOf(position) : null;
	};
	return [at(corner - 1), at(corner + 1)];
}

/** Both ends of the side that begins at a corner; none where no side does. */
export function endsOf(item: Item, at: CornerAt): readonly LngLat[] {
	const first = lineAt(item, at);
	const next = besides(item, at)[1];
	return first && next ? [placeOf(first.line[first.corner] as Position), next] : [];
}

/** By place key, which others of its fabric have the same corner as an item. */
export function sharersByPlace(plan: Plan, item: Item): Map<string, ItemId[]> {
	const own = new Map(cornersOf(item).map(({ place }) => [placeKey(place), [] as ItemId[]]));
	const places = cornersOf(item).flatMap(({ place }) => place.map(toGrid));
	for (const { item: other } of neighboursOf(plan, item, gridBox([places]), new Set([item.id]))) {
		for (const { place } of cornersOf(other)) own.get(placeKey(place))?.push(other.id);
	}
	for (const [key, ids] of own) if (ids.length === 0) own.delete(key);
	return own;
}
