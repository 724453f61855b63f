import type { Item } from '../../domain/items.ts';
import { extentOf } from '../../editor/extent.ts';
import type { Bbox } from '../../geo/coordinates.ts';
import type { DrawnItems } from './drawn-items.ts';

/** Sources with fewer things hold them all: to sort them out would cost more than it saves. */
const FEW = 200;

/**
 * `drawn` without what lies off the ground `about` the screen: a source cuts all it holds into tiles anew
 * at each change, so that a change of one thing costs what lies near it and not the whole plan.
 */
export function inView(drawn: DrawnItems, about: Bbox | null): DrawnItems {
	if (!about) return drawn;
	return new Map(
		[...drawn].map(([source, items]) => [
			source,
			items.length < FEW ? items : items.filter((item) => isTouched(item, about))
		])
	);
}

const boxes = new WeakMap<Item, Bbox>();

function isTouched(item: Item, [west, south, east, north]: Bbox): boolean {
	let box = boxes.get(item);
	if (!box) boxes.set(item, (box = extentOf([item]) ?? [Infinity, Infinity, -Infinity, -Infinity]));
	return box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south;
}

/**
 * The ground that sources hold while the screen shows `seen`: as before where that still holds it and is
 * not far too wide, else the screen with as much again on every side.
 */
export function groundAbout(seen: Bbox, before: Bbox | null): Bbox {
	const [west, south, east, north] = seen;
	const [across, up] = [east - west, north - south];
	const isKept =
		before !== null &&
		before[0] <= west &&
		before[1] <= south &&
		before[2] >= east &&
		before[3] >= north &&
		before[2] - before[0] <= FAR * across;
	return isKept ? before : [west - across, south - up, east + across, north + up];
}

/** So many screens wide may the ground be before it is drawn in. */
const FAR = 9;
