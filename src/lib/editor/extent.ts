import type { Item } from '../domain/items.ts';
import type { Bbox } from '../geo/coordinates.ts';

/** The box round the geometries of `items`; null where there is no position at all. */
export function extentOf(items: Iterable<Pick<Item, 'geometry'>>): Bbox | null {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { geometry } of items) widen(box, geometry.coordinates);
	return box[0] <= box[2] ? box : null;
}

/** The box round a line. */
export function extentOfLine(line: readonly (readonly number[])[]): Bbox | null {
	const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	widen(box, line);
	return box[0] <= box[2] ? box : null;
}

function widen(box: [number, number, number, number], nested: unknown): void {
	const list = nested as readonly unknown[];
	if (typeof list[0] !== 'number') {
		for (const inner of list) widen(box, inner);
		return;
	}
	const [lng, lat] = list as readonly [number, number];
	if (lng < box[0]) box[0] = lng;
	if (lat < box[1]) box[1] = lat;
	if (lng > box[2]) box[2] = lng;
	if (lat > box[3]) box[3] = lat;
}
