import { applyEdit, type Edit } from '../domain/edit.ts';
import type { Leak, SealAnswer, Suggestion } from '../domain/findings/sealing.ts';
import { addItem } from '../domain/operations/add-item.ts';
import type { Plan } from '../domain/plan.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { newId } from './new-id.ts';

/**
 * The suggested checkpoint that closes `leak`: the nearest one of its ring. Null while none is
 * suggested. Suggestions do not name their leaks, and one may close several that lie close by.
 */
export function suggestionFor(leak: Leak, seal: SealAnswer): Suggestion | null {
	let nearest: Suggestion | null = null;
	let nearestSq = Infinity;
	const squeeze = Math.cos((leak.at[1] * Math.PI) / 180);
	for (const suggestion of seal.suggestions) {
		if (suggestion.ring !== leak.ring) continue;
		const dx = (suggestion.at[0] - leak.at[0]) * squeeze;
		const dy = suggestion.at[1] - leak.at[1];
		const distSq = dx * dx + dy * dy;
		if (distSq < nearestSq) [nearest, nearestSq] = [suggestion, distSq];
	}
	return nearest;
}

/** One edit that adds a checkpoint for each suggestion, with the roads it is to close. */
export function sealBySuggestions(plan: Plan, suggestions: readonly Suggestion[]): Edit | Refusal {
	const put: Edit['put'][number][] = [];
	let grown = plan;
	for (const { at, road, ring, controls } of suggestions) {
		const edit = addItem(
			grown,
			{
				kind: 'checkpoint',
				geometry: { type: 'Point', coordinates: [at[0], at[1]] },
				properties: { ...(road !== null && { name: road }), ring, controls }
			},
			newId(grown, 'checkpoint')
		);
		if (isRefusal(edit)) return edit;
		put.push(...edit.put);
		grown = applyEdit(grown, edit).plan;
	}
	const [only] = put;
	const name = put.length === 1 ? only?.properties.name : undefined;
	return { label: { verb: 'seal', kind: 'checkpoint', name, count: put.length }, put, drop: [] };
}
