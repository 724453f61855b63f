import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { SealAnswer } from '../domain/findings/sealing.ts';
import { FreshThings } from './fresh-things.ts';
import type { DrawnItems } from './plan/drawn-items.ts';
import { itemDrawables } from './plan/plan-drawables.ts';
import type { MapLocale } from './style/map-look.ts';
import { FeatureMirror, type Drawable } from './plan/feature-mirror.ts';
import { FEATURE_SOURCES, type FeatureSource } from './plan/sources.ts';

/** Keeps the feature sources of a map in step with the plan, one changed feature at a time. */
export class PlanSources {
	private readonly mirrors = new Map(FEATURE_SOURCES.map((name) => [name, new FeatureMirror()]));
	private readonly things: FreshThings;
	private readonly itemsFrom = new Map<FeatureSource, readonly unknown[]>();

	constructor(private readonly map: MapLibreMap) {
		this.things = new FreshThings(map, this.mirrors);
	}

	/** The map goes. */
	stop(): void {
		this.things.stop();
	}

	/**
	 * Shows the plan's things with their verdicts, and those that a running drag moved; a source is looked at only
	 * when it can differ.
	 */
	showItems(drawn: DrawnItems, moved: DrawnItems, seal: SealAnswer | null, locale: MapLocale): void {
		const verdicts = JSON.stringify(seal?.rings.map(({ ring, sealed, leaks }) => [ring, sealed, leaks]));
		const drawables = (of: DrawnItems) =>
			new Map([...of].map(([source, items]) => [source, itemDrawables(items, seal, locale)]));
		const changed = [...drawn].filter(([source, items]) => {
			const from = [items, locale, source === 'rings' ? verdicts : null];
			const before = this.itemsFrom.get(source);
			if (before?.every((value, i) => value === from[i])) return false;
			this.itemsFrom.set(source, from);
			return true;
		});
		this.things.show(drawables(new Map(changed)), drawables(moved));
	}

	/** Shows `drawables` in the sources they are given for; other sources stay as they are. */
	show(drawables: ReadonlyMap<FeatureSource, readonly Drawable[]>): void {
		for (const [name, list] of drawables) {
			const diff = this.mirrors.get(name)?.show(list);
			if (diff) void this.map.getSource<GeoJSONSource>(name)?.updateData(diff);
		}
	}
}
