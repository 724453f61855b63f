import type { SourceSpecification } from 'maplibre-gl';

/** Sources of the plan that hold features handed over by the page, drawn and updated one by one. */
export const FEATURE_SOURCES = [
	'areas',
	'rings',
	'zones',
	'patrol-routes',
	'key-sites',
	'stations',
	'checkpoints',
	'fresh',
	'crossings',
	'leaks',
	'suggestions',
	'drawn',
	'sketch',
	'highlight',
	'handles'
] as const;
export type FeatureSource = (typeof FEATURE_SOURCES)[number];

/** Sources of the plan whose tiles an analysis thread makes on demand. */
export const TILE_SOURCES = ['cameras', 'coverage', 'gaps', 'watchers', 'unseen'] as const;
export type TileSource = (typeof TILE_SOURCES)[number];

/** Deepest zoom plan tiles are asked for; closer in they are enlarged. */
export const TILE_MAX_ZOOM: Readonly<Record<TileSource, number>> = {
	cameras: 16,
	coverage: 15,
	gaps: 15,
	watchers: 15,
	unseen: 14
};

/** Whether features of the tiles name a thing or a finding as `id`. */
const HAS_IDS: Readonly<Record<TileSource, boolean>> = {
	cameras: true,
	coverage: false,
	gaps: true,
	watchers: false,
	unseen: true
};

/** Scheme of the tiles that `workers/` makes of the plan. */
export const PLAN_SCHEME = 'cordon-plan';

/** Name of a plan tile: `owner` keeps two maps on one page apart. */
export function planTileUrl(owner: string, layer: TileSource): string {
	return `${PLAN_SCHEME}://${owner}/${layer}/{z}/{x}/{y}`;
}

/** All sources of the plan, empty; `owner` as in `planTileUrl`. */
export function planSources(owner: string): Record<FeatureSource | TileSource, SourceSpecification> {
	const features = FEATURE_SOURCES.map((name): [string, SourceSpecification] => [
		name,
		{
			type: 'geojson',
			data: { type: 'FeatureCollection', features: [] },
			promoteId: 'key',
			// lines of a plan are looked at closely: half a pixel at 512 a tile
			tolerance: 0.2,
			// words along a line need the line beyond the side of a tile
			buffer: name === 'rings' || name === 'fresh' ? 512 : 128
		}
	]);
	const tiles = TILE_SOURCES.map((name): [string, SourceSpecification] => [
		name,
		{
			type: 'vector',
			tiles: [planTileUrl(owner, name)],
			minzoom: 6,
			maxzoom: TILE_MAX_ZOOM[name],
			...(HAS_IDS[name] && { promoteId: { [name]: 'id' } })
		}
	]);
	return Object.fromEntries([...features, ...tiles]) as Record<
		FeatureSource | TileSource,
		SourceSpecification
	>;
}
