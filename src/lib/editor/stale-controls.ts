import type { StaleControl } from '../domain/findings/controls.ts';
import type { SealAnswer } from '../domain/findings/sealing.ts';

/** The stored roads that the map data no longer shows as stored, in the order of the plan. */
export function staleControlsIn(seal: SealAnswer | null): StaleControl[] {
	return (seal?.warnings ?? []).flatMap((warning) => (warning.code === 'stale-control' ? [warning] : []));
}

/** Tells one from the others for as long as the checkpoint stores the same. */
export function staleKey({ checkpoint, index, way, at }: StaleControl): string {
	return `${checkpoint} ${index} ${way} ${at[0]} ${at[1]}`;
}
