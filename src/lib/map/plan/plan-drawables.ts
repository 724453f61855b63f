import type { Item, ItemId } from '../../domain/items.ts';
import type { RingVerdict, SealAnswer } from '../../domain/findings/sealing.ts';
import type { MapLocale } from '../style/map-look.ts';
import { crossingFeature, leakFeatures, suggestionFeature } from './finding-features.ts';
import type { Drawable } from './feature-mirror.ts';
import { itemFeatures } from './item-features.ts';
import type { FeatureSource } from './sources.ts';

/**
 * The items of one source as it has to draw them. An item that did not change is the same object as
 * before and is not drawn anew; rings follow their verdict and the language too.
 */
export function itemDrawables(
	items: readonly Item[],
	seal: SealAnswer | null,
	locale: MapLocale
): Drawable[] {
	const verdicts = new Map<ItemId, RingVerdict>(seal?.rings.map((verdict) => [verdict.ring, verdict]));
	return items.map((item) => drawable(item, verdicts.get(item.id), locale));
}

function drawable(item: Item, verdict: RingVerdict | undefined, locale: MapLocale): Drawable {
	return {
		key: item.id,
		from: [item, locale, verdict?.sealed, verdict?.leaks],
		features: () => itemFeatures(item, verdict)
	};
}

/** What the sources of sealing have to show; an answer that says the same draws nothing anew. */
export function sealDrawables(seal: SealAnswer | null): Map<FeatureSource, Drawable[]> {
	return new Map<FeatureSource, Drawable[]>([
		[
			'crossings',
			(seal?.crossings ?? []).map((crossing) => ({
				key: `${crossing.ring}/${crossing.number}`,
				from: [crossing.at[0], crossing.at[1], crossing.state],
				features: () => [crossingFeature(crossing)]
			}))
		],
		[
			'leaks',
			(seal?.leaks ?? []).map((leak) => ({
				key: `${leak.ring}/${leak.number}`,
				from: [leak.at[0], leak.at[1], JSON.stringify(leak.route)],
				features: () => leakFeatures(leak)
			}))
		],
		[
			'suggestions',
			(seal?.suggestions ?? []).map((suggestion, index) => ({
				key: `${suggestion.ring}/${suggestion.at[0]}/${suggestion.at[1]}`,
				from: [index, suggestion.leaks],
				features: () => [suggestionFeature(suggestion, index)]
			}))
		]
	]);
}
