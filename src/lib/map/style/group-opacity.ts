import type { LayerGroup, LayerSettings } from '../../editor/layers.ts';

export interface GroupShown {
	readonly visibility: 'visible' | 'none';
	/** 0 to 1, to be multiplied into every opacity of the group's layers. */
	readonly opacity: number;
}

/** How the layers of `group` are to be drawn under `settings`. */
export function shownGroup(settings: LayerSettings, group: LayerGroup): GroupShown {
	const { visible, opacity } = settings[group];
	const clamped = Math.min(1, Math.max(0, opacity));
	return { visibility: visible && clamped > 0 ? 'visible' : 'none', opacity: clamped };
}
