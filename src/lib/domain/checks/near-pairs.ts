import Flatbush from 'flatbush';
import { groundShape } from '../../geo/fabric/ground-shape.ts';
import type { Item } from '../items.ts';

/** Every two of `items` whose boxes meet, in the order of the items, the earlier one first; those without ground meet none. */
export function* nearPairs<T extends Item>(items: readonly T[]): Generator<readonly [T, T], undefined> {
	const grounds = items.flatMap((item) => {
		const shape = groundShape(item.geometry);
		return shape && shape.rings.length > 0 ? [{ item, box: shape.box }] : [];
	});
	if (grounds.length < 2) return undefined;
	const index = new Flatbush(grounds.length);
	for (const { box } of grounds) index.add(box.west, box.south, box.east, box.north);
	index.finish();
	for (const [i, { item, box }] of grounds.entries()) {
		const near = index.search(box.west, box.south, box.east, box.north, (k) => k > i);
		for (const k of near.sort((p, q) => p - q)) yield [item, (grounds[k] as { item: T }).item];
	}
	return undefined;
}
