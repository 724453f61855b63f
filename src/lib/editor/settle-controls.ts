import type { Edit } from '../domain/edit.ts';
import type { StaleControl } from '../domain/findings/controls.ts';
import type { ItemId } from '../domain/items.ts';
import { adoptControls, dropControls } from '../domain/operations/choose-controls.ts';
import type { Plan } from '../domain/plan.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';

/**
 * One edit that settles stored roads of any number of checkpoints: adopts what lies there now, or takes
 * them out. Those of checkpoints that are gone are left out.
 */
export function settleControls(
	plan: Plan,
	how: 'adopt' | 'remove',
	which: readonly StaleControl[]
): Edit | Refusal {
	const byPost = new Map<ItemId, StaleControl[]>();
	for (const stale of which) {
		byPost.set(stale.checkpoint, [...(byPost.get(stale.checkpoint) ?? []), stale]);
	}
	const put: Edit['put'][number][] = [];
	for (const [id, list] of byPost) {
		const checkpoint = plan.items.get(id);
		if (checkpoint?.kind !== 'checkpoint') continue;
		const edit = how === 'adopt' ? adoptControls(checkpoint, list) : dropControls(checkpoint, list);
		if (isRefusal(edit)) return edit;
		put.push(...edit.put);
	}
	const name = put.length === 1 ? put[0]?.properties.name : undefined;
	return { label: { verb: 'change', kind: 'checkpoint', name, count: put.length }, put, drop: [] };
}
