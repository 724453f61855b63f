/**
 * Every layer of the map from the ground up. Nothing is added to the map that is not listed here,
 * and what is listed is drawn in this order.
 */
export const LAYER_ORDER = [
	'background',
	'earth',
	'landuse',
	'water',
	'waterway',
	'runway',
	'road-tunnel-casing',
	'road-tunnel',
	'building',
	'road-path',
	'road-casing',
	'road',
	'rail',
	'boundary',
	'road-bridge-casing',
	'road-bridge',

	'area-fill',
	'protected-fill',
	'coverage-fill',
	'watchers-fill',
	'area-line',
	'zone-fill',
	'key-site-area',
	'drawn-fill',
	'response-fill',
	'response-edge',
	'response-unreached',
	'proposal-sight',
	'proposal-sight-line',
	'aid-fill',
	'gap-hatch',
	'gap-outline',
	'check-fill',
	'check-hatch',
	'unseen-road',
	'zone-casing',
	'zone-line',
	'patrol-route',
	'camera-sector',
	'camera-sector-outline',
	'camera-sector-apart',
	'camera-sector-hoped',

	'label-waterway',
	'label-water',
	'label-road',
	'label-poi',
	'label-place',
	'area-label',

	'camera-density-off',
	'camera-density',
	'camera-density-count',
	'ring-casing',
	'ring-line',
	'ring-ticks',
	'highlight-fill',
	'highlight-casing',
	'highlight-line',
	'protected-edge',
	'protected-lost',
	'protected-beyond',
	'control-offered',
	'control-casing',
	'control-line',
	'leak-casing',
	'leak-line',
	'leak-flow-0',
	'leak-flow-1',
	'leak-flow-2',
	'leak-flow-3',
	'leak-arrow',
	'drawn-casing',
	'drawn-line',
	'escape-blind',
	'escape-casing',
	'escape-blind-way',
	'escape-short',
	'escape-quiet',
	'escape-seen-casing',
	'escape-seen',
	'seal-drive-casing',
	'seal-drive',
	'aid-casing',
	'aid-line',
	'aid-river',
	'aid-railway',
	'aid-drawn',
	'check-lit-fill',
	'check-casing',
	'check-line',
	'check-gap-line',
	'check-lit-line',
	'drawn-stripes',
	'drawn-deadhead',
	'drawn-arrow',
	'ring-label',
	'zone-label',
	'camera-lit',
	'camera-dot',
	'camera-glyph',
	'key-site',
	'station',
	'crossing',
	'suggestion',
	'leak-number',
	'checkpoint',
	'drawn-symbol',
	'aid-post',
	'drawn-number',
	'drawn-label',
	'escape-label',
	'escape-end',
	'escape-end-label',
	'response-label',
	'seal-drive-label',
	'proposal',
	'proposal-rank',
	'ring-title',
	'check-place',
	'check-lit-place',
	'highlight-point',
	'sketch-fill',
	'sketch-casing',
	'sketch-guide',
	'sketch-line',
	'sketch-point',
	'handle-line',
	'handle',
	'handle-sign',
	'sketch-label'
] as const;

export type LayerId = (typeof LAYER_ORDER)[number];

/** Place of a layer from the ground up. Throws `RangeError` for one that is not listed. */
export function placeOfLayer(id: string): number {
	const place = (LAYER_ORDER as readonly string[]).indexOf(id);
	if (place < 0) throw new RangeError(`layer "${id}" is not in the list of map/layer-order.ts`);
	return place;
}

/**
 * `layers` from the ground up. Throws `RangeError` for one that is not listed, is given twice, or
 * is listed but missing.
 */
export function inLayerOrder<L extends { readonly id: string }>(layers: readonly L[]): L[] {
	const ordered = new Array<L | undefined>(LAYER_ORDER.length).fill(undefined);
	for (const layer of layers) {
		const place = placeOfLayer(layer.id);
		if (ordered[place]) throw new RangeError(`layer "${layer.id}" is given twice`);
		ordered[place] = layer;
	}
	return ordered.map((layer, place) => {
		if (!layer) throw new RangeError(`layer "${LAYER_ORDER[place]}" is listed but was not given`);
		return layer;
	});
}
