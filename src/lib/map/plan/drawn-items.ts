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

/** `drawn` with the preview of a running drag on it; lists that it does not touch are the same ones. */
export function withPreview(drawn: DrawnItems, preview: Edit | null): DrawnItems {
	if (!preview) return drawn;
	const gone = new Set<string>([...preview.drop, ...preview.put.map(({ id }) => id)]);
	const next = new Map(drawn);
	for (const [source, items] of drawn) {
		const put = preview.put.filter((item) => item.kind !== 'camera' && SOURCE_OF_KIND[item.kind] === source);
		const isTouched = put.length > 0 || (preview.drop.length > 0 && items.some(({ id }) => gone.has(id)));
		if (isTouched) next.set(source, [...items.filter(({ id }) => !gone.has(id)), ...put]);
	}
	return next;
}

/** `drawn` without the hidden things; lists that hold none of them are the same ones. */
export function withoutHidden(drawn: DrawnItems, hidden: ReadonlySet<ItemId>): DrawnItems {
	if (hidden.size === 0) return drawn;
	return new Map(
		[...drawn].map(([source, items]) => {
			const shown = items.filter(({ id }) => !hidden.has(id));
			return [source, shown.length === items.length ? items : shown];
		})
	);
}
