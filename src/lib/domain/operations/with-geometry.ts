import type { Item } from '../items.ts';

/**
 * `item` with another geometry, and without what followed from the old one: the bounding box of the
 * feature, and the roads that a checkpoint was confirmed to control.
 */
export function withGeometry(item: Item, geometry: unknown): Item {
	const { foreign, ...rest } = item;
	const properties = { ...item.properties };
	if (item.kind === 'checkpoint') delete properties.controls;
	const { bbox: _stale, ...kept } = foreign ?? {};
	return {
		...rest,
		geometry,
		properties,
		...(Object.keys(kept).length > 0 && { foreign: kept })
	} as Item;
}
