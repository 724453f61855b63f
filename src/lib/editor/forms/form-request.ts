import type { ItemId } from '../../domain/items.ts';

/** What the card of a form is open for: something that is set by figures and seen on the map before it is done. */
export type FormRequest =
	| { readonly what: 'simplify'; readonly ids: readonly ItemId[] }
	| { readonly what: 'buffer'; readonly ids: readonly ItemId[] }
	| { readonly what: 'split-roads'; readonly ids: readonly ItemId[] };
