import { linesOf } from '../../domain/fabric/corners.ts';
import type { Item } from '../../domain/items.ts';
import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import type { Side } from './line-index.ts';

/** What of an item draws points to itself. */
export interface ItemLines {
	readonly bbox: Bbox;
	/** Its lines, closed ones with the first point repeated; a point thing is a line of one. */
	readonly lines: readonly (readonly LngLat[])[];
}

const known = new WeakMap<Item, ItemLines>();

/** The lines of an item and the box about them; worked out once for each item. */
export function itemLines(item: Item): ItemLines {
	const before = known.get(item);
	if (before) return before;
	const lines =
		item.geometry.type === 'Point'
			? [[item.geometry.coordinates as unknown as LngLat]]
			: (linesOf(item).flat() as unknown as readonly (readonly LngLat[])[]);
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const line of lines) {
		for (const [lng, lat] of line) {
			west = Math.min(west, lng);
			south = Math.min(south, lat);
			east = Math.max(east, lng);
			north = Math.max(north, lat);
		}
	}
	const made: ItemLines = { lines, bbox: [west, south, east, north] };
	known.set(item, made);
	return made;
}

/** Sides of lines that may come into a box. */
export function sidesIn(lines: readonly (readonly LngLat[])[], [west, south, east, north]: Bbox): Side[] {
	const found: Side[] = [];
	for (const line of lines) {
		for (let i = 1; i < line.length; i++) {
			const a = line[i - 1] as LngLat;
			const b = line[i] as LngLat;
			if (Math.min(a[0], b[0]) > east || Math.max(a[0], b[0]) < west) continue;
			if (Math.min(a[1], b[1]) > north || Math.max(a[1], b[1]) < south) continue;
			found.push({ a, b });
		}
	}
	return found;
}
