import { itemsOfKind } from '../domain/plan.ts';
import type { Editor } from '../editor/editor.svelte.ts';
import { extentOf } from '../editor/extent.ts';
import type { Bbox } from '../geo/coordinates.ts';

/** Where a map opens: on the rings of the plan, else its areas, else its region; null where there is nothing. */
export function startBounds({ plan, region }: Pick<Editor, 'plan' | 'region'>): Bbox | null {
	return (
		extentOf(itemsOfKind(plan, 'control-ring')) ??
		extentOf(itemsOfKind(plan, 'area')) ??
		region?.bbox ??
		extentOf(plan.items.values())
	);
}
