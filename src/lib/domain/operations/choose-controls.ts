import type { Edit } from '../edit.ts';
import type { ControlRow, StaleControl } from '../findings/controls.ts';
import type { Checkpoint, ControlledRoad } from '../items.ts';
import type { Refusal } from '../refusal.ts';
import { changeProperties } from './change-properties.ts';

/**
 * Stores that `checkpoint` closes the rows whose keys are `chosen`, and no other road. `rows` are all
 * those of the checkpoint as it is. An entry that is stored stays as it is where all it closes is
 * chosen, and where it closes nothing any more: that is for `adoptControls` to settle.
 *
 * With no row chosen and nothing else stored, nothing is stored: the 30 m rule holds again.
 */
export function chooseControls(
	checkpoint: Checkpoint,
	rows: readonly ControlRow[],
	chosen: ReadonlySet<string>
): Edit | Refusal {
	const stored = checkpoint.properties.controls ?? [];
	const kept = new Set<string>();
	const controls: ControlledRoad[] = [];
	for (const [index, entry] of stored.entries()) {
		const closes = rows.filter(({ storedAs }) => storedAs.includes(index));
		if (!closes.every(({ key }) => chosen.has(key))) continue;
		controls.push(entry);
		for (const { key } of closes) kept.add(key);
	}
	for (const { key, road } of rows) if (chosen.has(key) && !kept.has(key)) controls.push(road);
	return changeProperties(checkpoint, { controls: controls.length > 0 ? controls : undefined });
}

/**
 * Stores what lies at each of `stale` now in place of what was stored. Those with no road near are left,
 * those whose road is closed by another entry are taken out.
 */
export function adoptControls(checkpoint: Checkpoint, stale: readonly StaleControl[]): Edit | Refusal {
	const now = new Map(stale.map(({ index, nearest }) => [index, nearest]));
	const controls = (checkpoint.properties.controls ?? []).flatMap((entry, index) => {
		const nearest = now.get(index);
		if (!nearest) return [entry];
		if (nearest.isClosed) return [];
		return [{ way: nearest.way, at: [nearest.at[0], nearest.at[1]] as [number, number] }];
	});
	return changeProperties(checkpoint, { controls });
}

/** Takes the stored roads of `stale` out; the 30 m rule holds where none is left. */
export function dropControls(checkpoint: Checkpoint, stale: readonly StaleControl[]): Edit | Refusal {
	const gone = new Set(stale.map(({ index }) => index));
	const controls = (checkpoint.properties.controls ?? []).filter((_, index) => !gone.has(index));
	return changeProperties(checkpoint, { controls: controls.length > 0 ? controls : undefined });
}
