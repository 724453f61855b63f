import type { LayerSettings } from '../../editor/layers.ts';
import type { Theme } from '../../editor/symbols.ts';

export type MapLocale = 'en' | 'zh';

/** What the whole look of the map follows from; the same look gives the same style. */
export interface MapLook {
	readonly theme: Theme;
	readonly locale: MapLocale;
	readonly layers: LayerSettings;
}
