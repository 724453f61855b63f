import type { Map as MapLibreMap, MapGeoJSONFeature } from 'maplibre-gl';
import { GAP_REASONS, type GapReason } from '../domain/findings/gaps.ts';
import type { ItemId } from '../domain/items.ts';
import type { DrawnBy } from '../editor/drawings.ts';
import type { Selection } from '../editor/selection.ts';
import type { Hit, HitExtent } from '../editor/tools/choose-hit.ts';
import type { Px } from '../geo/coordinates.ts';
import type { LayerId } from './layer-order.ts';
import { layerOfTwin, twinOf } from './style/fresh-twins.ts';

/** A hit, and what the map knows of it that the lists may not have yet. */
export interface MapHit extends Hit {
	readonly reason?: GapReason | undefined;
}

/** What can be picked out on the map, and whether by its place, its line or its ground. */
const PICKABLE: Partial<Record<LayerId, HitExtent>> = {
	checkpoint: 'place',
	'leak-number': 'place',
	crossing: 'place',
	station: 'place',
	'key-site': 'place',
	'camera-glyph': 'place',
	'camera-dot': 'place',
	'zone-label': 'place',
	'drawn-symbol': 'place',
	'escape-end': 'place',
	'aid-post': 'place',
	'ring-label': 'line',
	'ring-title': 'line',
	'leak-line': 'line',
	'ring-line': 'line',
	'patrol-route': 'line',
	'zone-line': 'line',
	'unseen-road': 'line',
	'drawn-line': 'line',
	'escape-quiet': 'line',
	'escape-short': 'line',
	'escape-blind-way': 'line',
	'escape-blind': 'line',
	'seal-drive': 'line',
	'response-unreached': 'line',
	'aid-line': 'line',
	'aid-drawn': 'line',
	'area-line': 'line',
	'key-site-area': 'ground',
	'drawn-fill': 'ground',
	'check-fill': 'ground',
	'check-hatch': 'ground',
	'gap-hatch': 'ground',
	'zone-fill': 'ground',
	'camera-sector': 'ground'
};
/** And what draws them while they are fresh. */
const LAYERS = Object.keys(PICKABLE).flatMap((layer) => [layer, twinOf(layer)]);
/** The ground that cameras see. */
const SEEN: LayerId = 'camera-sector';

/** Half the side of the square about the pointer that symbols and lines are sought in, pixels. */
const REACH_PX = 4;

/**
 * What lies at `p`, topmost first: symbols and lines that come within a few pixels, ground exactly
 * below. The ground a camera sees is a hit of last resort: only where nothing else lies.
 */
export function pickAt(map: MapLibreMap, p: Px): MapHit[] {
	const layers = LAYERS.filter((layer) => map.getLayer(layer));
	const near = map.queryRenderedFeatures(
		[
			[p.px - REACH_PX, p.py - REACH_PX],
			[p.px + REACH_PX, p.py + REACH_PX]
		],
		{ layers: layers.filter((layer) => extentOf(layer) !== 'ground') }
	);
	const below = map.queryRenderedFeatures([p.px, p.py], {
		layers: layers.filter((layer) => extentOf(layer) === 'ground' && layer !== SEEN)
	});
	const hits = [...near, ...below].flatMap(hitOf);
	if (hits.length > 0 || !layers.includes(SEEN)) return hits;
	// many cameras may see one place: they are looked through only where it matters
	return map.queryRenderedFeatures([p.px, p.py], { layers: [SEEN] }).flatMap(hitOf);
}

function extentOf(layer: string): HitExtent | undefined {
	return PICKABLE[layerOfTwin(layer) as LayerId];
}

function hitOf(feature: MapGeoJSONFeature): MapHit[] {
	const selection = selectionOf(feature);
	const extent = extentOf(feature.layer.id);
	return selection && extent ? [{ selection, extent, reason: reasonOf(feature) }] : [];
}

function selectionOf({ layer, source, properties }: MapGeoJSONFeature): Selection | null {
	const { id, ring, number } = properties as { id?: string; ring?: string; number?: number };
	if ((source === 'crossings' || source === 'leaks') && ring !== undefined && number !== undefined) {
		return { what: source === 'crossings' ? 'crossing' : 'leak', ring: ring as ItemId, number };
	}
	if (source === 'drawn') return drawnSelection(properties);
	if (id === undefined) return null;
	if (source === 'gaps') return { what: 'gap', id };
	if (source === 'unseen') return { what: 'unseen', id };
	return layer.id === 'camera-density' ? null : { what: 'item', id: id as ItemId };
}

/** What a panel drew can be picked out where it says what it is. */
function drawnSelection({ by, id, title }: MapGeoJSONFeature['properties']): Selection | null {
	return title === undefined ? null : { what: 'drawn', by: by as DrawnBy, id: String(id) };
}

function reasonOf({ source, properties }: MapGeoJSONFeature): GapReason | undefined {
	return source === 'gaps' ? GAP_REASONS.find((reason) => reason === properties.reason) : undefined;
}
