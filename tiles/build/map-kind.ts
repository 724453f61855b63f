export type MapLayer =
	'earth' | 'landuse' | 'water' | 'buildings' | 'roads' | 'boundaries' | 'pois' | 'places';

/** How a thing is drawn: its layer in the Protomaps basemap schema (version 4), from which zoom, and as what. */
export interface MapKind {
	readonly layer: MapLayer;
	readonly minZoom: number;
	readonly properties: Readonly<Record<string, string | number | boolean>>;
}

/** Layers as they lie in a tile and are drawn, lowest first. */
export const LAYER_ORDER: readonly MapLayer[] = [
	'earth',
	'landuse',
	'water',
	'buildings',
	'roads',
	'boundaries',
	'pois',
	'places'
];
