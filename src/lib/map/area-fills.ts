import type { Map as MapLibreMap } from 'maplibre-gl';
import { areaClasses } from '../editor/area-classes.ts';
import type { ShownAreaFigures } from '../editor/area-figures.ts';

/** Where shapes of areas are drawn. */
const SOURCES = ['areas', 'fresh'] as const;

/** Colours areas by the figure that is looked at, as the state `class` of their shapes. */
export class AreaFills {
	private shown = new Map<string, number>();

	constructor(private readonly map: Pick<MapLibreMap, 'setFeatureState' | 'removeFeatureState'>) {}

	show(figures: ShownAreaFigures | null): void {
		const next = new Map<string, number>(figures ? areaClasses(figures).colours : []);
		for (const id of this.shown.keys()) {
			if (next.has(id)) continue;
			for (const source of SOURCES) this.map.removeFeatureState({ source, id }, 'class');
		}
		for (const [id, colour] of next) {
			if (this.shown.get(id) === colour) continue;
			for (const source of SOURCES) this.map.setFeatureState({ source, id }, { class: colour });
		}
		this.shown = next;
	}
}
