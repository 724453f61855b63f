import type { ControlRow } from '../domain/findings/controls.ts';
import type { DrawnFeature } from './drawings.ts';

/** Whether a row is closed as things stand. */
export function isControlled({ state }: ControlRow): boolean {
	return state === 'stored' || state === 'rule';
}

/**
 * The roads at a checkpoint as the map draws them: closed ones as a firm band, the others dashed. They
 * have no title: what is near a checkpoint is picked in its list, and the map stays free for the rest.
 */
export function controlDrawings(rows: readonly ControlRow[]): DrawnFeature[] {
	return rows.map((row) => ({
		key: row.key,
		geometry: { type: 'LineString', coordinates: row.line.map((at) => [...at]) },
		draws: isControlled(row) ? 'control' : 'control-offered'
	}));
}
