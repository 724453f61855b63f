import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { FeatureMirror, type Drawable } from './plan/feature-mirror.ts';
import { FEATURE_SOURCES, type FeatureSource } from './plan/sources.ts';

/** Keeps the feature sources of a map in step with the plan, one changed feature at a time. */
export class PlanSources {
	private readonly mirrors = new Map(FEATURE_SOURCES.map((name) => [name, new FeatureMirror()]));

	constructor(private readonly map: MapLibreMap) {}

	/** Shows `drawables` in the sources they are given for; other sources stay as they are. */
	show(drawables: ReadonlyMap<FeatureSource, readonly Drawable[]>): void {
		for (const [name, list] of drawables) {
			const diff = this.mirrors.get(name)?.show(list);
			if (diff) void this.map.getSource<GeoJSONSource>(name)?.updateData(diff);
		}
	}
}
