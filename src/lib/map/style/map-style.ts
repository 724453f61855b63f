import type { FontFacesSpecification, StyleSpecification } from 'maplibre-gl';
import { basemapLabels } from '../basemap/basemap-labels.ts';
import { basemapLayers } from '../basemap/basemap-layers.ts';
import { inLayerOrder } from '../layer-order.ts';
import { cameraLayers } from '../plan/camera-layers.ts';
import { checkLayers } from '../plan/check-layers.ts';
import { controlLayers } from '../plan/control-layers.ts';
import { coverageLayers } from '../plan/coverage-layers.ts';
import { placementLayers } from '../plan/placement-layers.ts';
import { drawnLayers } from '../plan/drawn-layers.ts';
import { escapeLayers } from '../plan/escape-layers.ts';
import { responseLayers } from '../plan/response-layers.ts';
import { ringAidLayers } from '../plan/ring-aid-layers.ts';
import { roundLayers } from '../plan/round-layers.ts';
import { overlayLayers } from '../plan/overlay-layers.ts';
import { patrolLayers } from '../plan/patrol-layers.ts';
import { protectedLayers } from '../plan/protected-layers.ts';
import { ringLayers } from '../plan/ring-layers.ts';
import { sketchLayers } from '../plan/sketch-layers.ts';
import { sealingLayers } from '../plan/sealing-layers.ts';
import { siteLayers } from '../plan/site-layers.ts';
import { planSources } from '../plan/sources.ts';
import { withFreshTwins } from './fresh-twins.ts';
import { shownGroup } from './group-opacity.ts';
import type { MapLook } from './map-look.ts';

/** What the style is made over; it does not change while a map lives. */
export interface MapGround {
	/** Absolute URL of the region's PMTiles; null where there is no region, and the ground is blank. */
	readonly basemapUrl: string | null;
	readonly fontFaces: FontFacesSpecification;
	/** Tells the tiles of this map's plan from those of another map on the page. */
	readonly owner: string;
}

/** The whole style of the map; nothing in it lies outside this machine. */
export function mapStyle(look: MapLook, ground: MapGround): StyleSpecification {
	const { theme, locale, layers } = look;
	const buildings = shownGroup(layers, 'buildings');
	const labels = shownGroup(layers, 'labels');
	return {
		version: 8,
		'font-faces': ground.fontFaces,
		transition: { duration: 0, delay: 0 },
		sources: {
			basemap: ground.basemapUrl
				? { type: 'vector', url: `pmtiles://${ground.basemapUrl}` }
				: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
			...planSources(ground.owner)
		},
		layers: withFreshTwins(
			inLayerOrder([
				...withoutGround(
					ground.basemapUrl === null,
					basemapLayers(theme, buildings.visibility === 'visible' ? buildings.opacity : 0),
					basemapLabels(theme, locale, labels.visibility === 'visible' ? labels.opacity : 0)
				),
				...coverageLayers(look),
				...cameraLayers(look),
				...ringLayers(look),
				...sealingLayers(look),
				...patrolLayers(look),
				...siteLayers(look),
				...drawnLayers(theme),
				...controlLayers(theme),
				...checkLayers(theme),
				...protectedLayers(look),
				...escapeLayers(theme),
				...responseLayers(theme),
				...placementLayers(theme),
				...ringAidLayers(theme),
				...roundLayers(theme),
				...sketchLayers(theme),
				...overlayLayers(theme)
			])
		)
	};
}

type Layers = StyleSpecification['layers'];

/** Layers over a blank ground may name no layer of a source that has none. */
function withoutGround(isBlank: boolean, ...groups: Layers[]): Layers {
	return groups.flat().map((layer) => {
		if (!isBlank || !('source-layer' in layer)) return layer;
		const { 'source-layer': _, ...rest } = layer;
		return rest as Layers[number];
	});
}
