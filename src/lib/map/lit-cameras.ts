import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Item, ItemId } from '../domain/items.ts';
import { screenBounds } from './screen-bounds.ts';
import { CAMERA_SECTOR_ZOOM } from './plan/camera-layers.ts';

/** States set in one frame: together with drawing them well under the length of a frame. */
const A_FRAME = 1000;
/** How far beyond the screen cameras are lit, in screens, so that a short pan finds them lit. */
const BEYOND = 0.25;

type LitMap = Pick<
	MapLibreMap,
	'getBounds' | 'getZoom' | 'on' | 'off' | 'setFeatureState' | 'removeFeatureState'
>;

/**
 * Lights up cameras that are picked out together, as the state `lit` of their tiles. Only those in
 * view are lit, for a map pays for every state with every tile, and a few in each frame.
 */
export class LitCameras {
	private ids: readonly ItemId[] = [];
	private itemOf: (id: ItemId) => Item | undefined = () => undefined;
	private readonly lit = new Set<ItemId>();
	private changes: [id: ItemId, isLit: boolean][] = [];
	private frame = 0;

	constructor(private readonly map: LitMap) {
		map.on('moveend', this.follow);
	}

	show(ids: readonly ItemId[], itemOf: (id: ItemId) => Item | undefined): void {
		if (ids.length === 0 && this.ids.length === 0) return;
		this.ids = ids;
		this.itemOf = itemOf;
		this.follow();
	}

	stop(): void {
		this.map.off('moveend', this.follow);
		cancelAnimationFrame(this.frame);
	}

	private readonly follow = (): void => {
		const wanted = this.inView();
		this.changes = [];
		for (const id of this.lit) if (!wanted.has(id)) this.changes.push([id, false]);
		for (const id of wanted) if (!this.lit.has(id)) this.changes.push([id, true]);
		this.step();
	};

	private step(): void {
		cancelAnimationFrame(this.frame);
		for (const [id, isLit] of this.changes.splice(0, A_FRAME)) {
			const feature = { source: 'cameras', sourceLayer: 'cameras', id };
			if (isLit) this.map.setFeatureState(feature, { lit: true });
			else this.map.removeFeatureState(feature, 'lit');
			if (isLit) this.lit.add(id);
			else this.lit.delete(id);
		}
		if (this.changes.length > 0) this.frame = requestAnimationFrame(() => this.step());
	}

	private inView(): Set<ItemId> {
		const wanted = new Set<ItemId>();
		if (this.ids.length === 0 || this.map.getZoom() < CAMERA_SECTOR_ZOOM) return wanted;
		const [west, south, east, north] = screenBounds(this.map, BEYOND);
		for (const id of this.ids) {
			const item = this.itemOf(id);
			if (item?.kind !== 'camera') continue;
			const [lng, lat] = item.geometry.coordinates as [number, number];
			if (lng >= west && lng <= east && lat >= south && lat <= north) {
				wanted.add(id);
			}
		}
		return wanted;
	}
}
