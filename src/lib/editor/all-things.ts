import { isFiltering, passesFilter } from '../domain/camera-filter.ts';
import { ItemMap } from '../domain/item-map.ts';
import { KINDS, type Item, type ItemId, type Kind } from '../domain/items.ts';
import type { Editor } from './editor.svelte.ts';
import type { LayerGroup } from './layers.ts';

/** The layer that shows the things of a kind. */
export const LAYER_OF_KIND: Readonly<Record<Kind, LayerGroup>> = {
	area: 'areas',
	'control-ring': 'rings',
	checkpoint: 'checkpoints',
	'patrol-zone': 'patrols',
	'patrol-route': 'patrols',
	station: 'stations',
	camera: 'cameras',
	'key-site': 'key-sites'
};

type Looked = Pick<Editor, 'plan' | 'layers' | 'hidden' | 'cameraFilter'>;

/** Every thing of `kinds` that can be picked out on the map: not hidden, and let through by the filter of cameras. O(things of the kinds). */
export function allOfKinds(editor: Looked, kinds: Iterable<Kind>): ItemId[] {
	const { plan, hidden, cameraFilter } = editor;
	const items = ItemMap.of(plan.items);
	const isFiltered = isFiltering(cameraFilter);
	const isShown = (item: Item): boolean =>
		!hidden.has(item.id) && (!isFiltered || item.kind !== 'camera' || passesFilter(item, cameraFilter));
	const ids: ItemId[] = [];
	for (const kind of kinds) for (const item of items.ofKind(kind)) if (isShown(item)) ids.push(item.id);
	return ids;
}

/** The kinds whose layers are shown. */
export function shownKinds({ layers }: Pick<Editor, 'layers'>): Kind[] {
	return KINDS.filter((kind) => layers[LAYER_OF_KIND[kind]].visible);
}

/** The kinds of the things of `ids` in `plan`. O(`ids`), and no more once all kinds are met. */
export function kindsOf(plan: Editor['plan'], ids: readonly ItemId[]): Set<Kind> {
	const kinds = new Set<Kind>();
	for (const id of ids) {
		const kind = plan.items.get(id)?.kind;
		if (kind) kinds.add(kind);
		if (kinds.size === KINDS.length) break;
	}
	return kinds;
}
