import type { Item } from '../../../domain/items.ts';

/** Whether an item has ground that can be cut. */
export function hasGround(item: Item | null | undefined): item is Item {
	return item?.geometry.type === 'Polygon' || item?.geometry.type === 'MultiPolygon';
}
