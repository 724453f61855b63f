import type { Edit } from '../../domain/edit.ts';
import { ItemMap } from '../../domain/item-map.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import type { Plan } from '../../domain/plan.ts';
import { SOURCE_OF_KIND } from './item-features.ts';
import type { FeatureSource } from './sources.ts';

const DRAWN_KINDS = Object.keys(SOURCE_OF_KIND) as (keyof typeof SOURCE_OF_KIND)[];

/** What each source of the plan's things is to show; a source that did not change keeps its list. */
export type DrawnItems = ReadonlyMap<FeatureSource, readonly Item[]>;

/**
 * The items of a plan by the source that draws them. Cameras come as tiles and are left out. An edit
 * leaves the lists of the kinds that it does not touch the same ones.
 */
export function drawnItems(plan: Plan): DrawnItems {
	const items = ItemMap.of(plan.items);
	return new Map(DRAWN_KINDS.map((kind) => [SOURCE_OF_KIND[kind], items.ofKind(kind)]));
}

/** The things that a running drag shows elsewhere than they are, by the source that draws them. */
export function movedItems(preview: Edit | null): DrawnItems {
	const moved = new Map<FeatureSource, Item[]>();
	for (const item of preview?.put ?? []) {
		if (item.kind === 'camera') continue;
		const source = SOURCE_OF_KIND[item.kind];
		const items = moved.get(source);
		if (items) items.push(item);
		else moved.set(source, [item]);
	}
	return moved;
}

/** The ids of all that a running drag moves or takes away. */
export function idsOfPreview(preview: Edit | null): ReadonlySet<ItemId> {
	return new Set(preview ? [...preview.drop, ...preview.put.map(({ id }) => id)] : []);
}

/** `drawn` without the things of these `ids`; lists that hold none of them are the same ones. */
export function without(drawn: DrawnItems, ids: ReadonlySet<ItemId>): DrawnItems {
	if (ids.size === 0) return drawn;
	return new Map(
		[...drawn].map(([source, items]) => {
			const shown = items.filter(({ id }) => !ids.has(id));
			return [source, shown.length === items.length ? items : shown];
		})
	);
}
