import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Selection } from '../editor/selection.ts';

type TileFeature = { source: 'gaps' | 'unseen'; sourceLayer: string; id: string };

/** Lights up what only tiles know the shape of: the selected and the hovered gap or stretch of road. */
export class PickedTiles {
	private readonly lit = new Map<'selected' | 'hover', TileFeature>();

	constructor(private readonly map: MapLibreMap) {}

	show(role: 'selected' | 'hover', selection: Selection | null): void {
		const next = tileFeature(selection);
		const before = this.lit.get(role);
		if (before?.source === next?.source && before?.id === next?.id) return;
		if (before) this.map.removeFeatureState(before, role);
		if (next) this.map.setFeatureState(next, { [role]: true });
		if (next) this.lit.set(role, next);
		else this.lit.delete(role);
	}
}

function tileFeature(selection: Selection | null): TileFeature | null {
	if (selection?.what === 'gap') return { source: 'gaps', sourceLayer: 'gaps', id: selection.id };
	if (selection?.what === 'unseen') return { source: 'unseen', sourceLayer: 'unseen', id: selection.id };
	return null;
}
