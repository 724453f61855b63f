import type { Map as MapLibreMap } from 'maplibre-gl';
import type { RegionManifest } from '../domain/region.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import type { Bbox } from '../geo/coordinates.ts';
import { AreaFills } from './area-fills.ts';
import { createMap } from './create-map.ts';
import { showPlanImages } from './images/plan-images.ts';
import { LitCameras } from './lit-cameras.ts';
import { PickedTiles } from './picked-tiles.ts';
import { PlanSources } from './plan-sources.ts';
import { screenBounds } from './screen-bounds.ts';
import { servePlanTiles } from './plan-tile-service.ts';
import { StaleTiles } from './stale-tiles.ts';
import { fontFaces } from './style/font-faces.ts';
import type { MapLook } from './style/map-look.ts';
import { mapStyle, type MapGround } from './style/map-style.ts';
import { restyle } from './style/restyle.ts';

let count = 0;

/** One map on screen over one region: its style, the sources of the plan, the tiles of the analysis. */
export class PlanMap {
	readonly map: MapLibreMap;
	readonly sources: PlanSources;
	readonly picked: PickedTiles;
	readonly lit: LitCameras;
	readonly areas: AreaFills;
	private readonly ground: MapGround;
	private readonly stops: (() => void)[] = [];
	private look: MapLook;

	constructor(
		container: HTMLElement,
		analysis: Editor['analysis'],
		region: RegionManifest | null,
		bounds: Bbox | null,
		look: MapLook,
		private readonly tell: { ready(): void; noGround(): void; looks?(at: Bbox): void }
	) {
		const owner = `map${++count}`;
		this.look = look;
		this.ground = {
			basemapUrl: region && new URL(`/regions/${region.name}/basemap.pmtiles`, location.href).href,
			fontFaces: fontFaces(),
			owner
		};
		this.stops.push(servePlanTiles(owner, (layer, ...tile) => analysis.tile(layer, ...tile)));
		this.map = createMap(container, mapStyle(look, this.ground), bounds);
		this.sources = new PlanSources(this.map);
		this.stops.push(() => this.sources.stop());
		this.picked = new PickedTiles(this.map);
		this.areas = new AreaFills(this.map);
		this.lit = new LitCameras(this.map);
		this.stops.push(() => this.lit.stop());

		const stale = new StaleTiles(this.map);
		this.stops.push(
			() => stale.stop(),
			analysis.listen((event) => {
				if (event.type === 'tiles') stale.mark(event.layers, event.bbox);
			})
		);
		this.map.once('style.load', () => {
			showPlanImages(this.map, this.look.theme);
			this.tell.ready();
		});
		let hasGround = false;
		this.map.on('sourcedata', ({ sourceId, tile }) => {
			if (sourceId === 'basemap' && tile) hasGround = true;
		});
		this.map.on('error', (event) => {
			const isGround = 'sourceId' in event && event.sourceId === 'basemap';
			// one tile that did not come is asked for again when the map moves
			if (isGround && !hasGround) this.tell.noGround();
			else if (!isGround) console.error(event.error);
		});
		// what is on screen is answered first
		const tellView = (): void => {
			const box = screenBounds(this.map);
			analysis.look(box);
			tell.looks?.(box);
		};
		tellView();
		this.map.on('moveend', tellView);
		// the first on the page is the one of the open plan
		window.cordonMap ??= this.map;
	}

	/** Brings theme, language and layers to `look`. */
	show(look: MapLook): void {
		const before = this.look;
		this.look = look;
		if (before.theme !== look.theme) showPlanImages(this.map, look.theme);
		restyle(this.map, mapStyle(before, this.ground).layers, mapStyle(look, this.ground).layers);
	}

	stop(): void {
		for (const stop of this.stops) stop();
		if (window.cordonMap === this.map) window.cordonMap = undefined;
		this.map.remove();
	}
}
