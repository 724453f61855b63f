import type { Map as MapLibreMap, Tile } from 'maplibre-gl';
import type { Bbox } from '../geo/coordinates.ts';
import { tileMeets } from './tile-box.ts';
import type { TileSource } from './plan/sources.ts';

/** A source that is still loading is waited for this long, so that its tiles do not overtake each other. */
const PATIENCE_MS = 200;

/**
 * Reloads the plan tiles whose ground changed, and only those. What was there stays on screen until
 * the new tile is ready; changes that come while tiles load are gathered and asked for once.
 */
export class StaleTiles {
	private readonly stale = new Map<TileSource, Bbox[]>();
	private readonly since = new Map<TileSource, number>();
	private frame = 0;

	constructor(private readonly map: MapLibreMap) {}

	/** Tiles of `layers` that meet `bbox` no longer show how things are. */
	mark(layers: readonly TileSource[], bbox: Bbox): void {
		for (const layer of layers) {
			this.stale.set(layer, [...(this.stale.get(layer) ?? []), bbox]);
			if (!this.since.has(layer)) this.since.set(layer, performance.now());
		}
		this.schedule();
	}

	stop(): void {
		cancelAnimationFrame(this.frame);
		this.stale.clear();
	}

	private schedule(): void {
		if (this.frame !== 0 || this.stale.size === 0) return;
		this.frame = requestAnimationFrame(() => {
			this.frame = 0;
			for (const layer of [...this.stale.keys()]) this.reload(layer);
			this.schedule();
		});
	}

	private reload(layer: TileSource): void {
		const manager = this.map.style?.tileManagers[layer];
		if (!manager) return void this.stale.delete(layer);
		const waitedMs = performance.now() - (this.since.get(layer) ?? 0);
		if (!manager.loaded() && waitedMs < PATIENCE_MS) return;

		const boxes = this.stale.get(layer) ?? [];
		this.stale.delete(layer);
		this.since.delete(layer);
		const source = manager.getSource();
		source.shouldReloadTile ??= (tile: Tile, options: unknown) =>
			(options as Bbox[]).some((bbox) => tileMeets(tile.tileID.canonical, bbox));
		// drops the tiles kept out of view and asks anew for those in view that a box meets
		manager.reload(true, boxes);
	}
}
