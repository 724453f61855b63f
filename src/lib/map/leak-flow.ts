import type { Map as MapLibreMap } from 'maplibre-gl';
import { FLOW_PHASES } from './plan/sealing-layers.ts';

const STEP_MS = 140;

/**
 * Moves the dashes of leak routes outwards by showing their phases in turn; for those who asked for
 * less motion they stand still. `opacity` is 0 to 1, and 0 takes the dashes away.
 */
export function flowLeaks(map: MapLibreMap, opacity: number, isStill: boolean): () => void {
	let shown = -1;
	const step = (phase: number): void => {
		for (const each of FLOW_PHASES) {
			if (each !== phase && each !== shown) continue;
			map.setPaintProperty(`leak-flow-${each}`, 'line-opacity', each === phase ? opacity : 0);
		}
		shown = phase;
	};
	step(0);
	if (isStill || opacity === 0) return () => undefined;

	const timer = setInterval(() => {
		if (!document.hidden && map.isStyleLoaded()) step((shown + 1) % FLOW_PHASES.length);
	}, STEP_MS);
	return () => clearInterval(timer);
}
