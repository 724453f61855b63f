import { printPlan } from '../formats/print-plan.ts';
import type { Item, ItemId } from '../domain/items.ts';
import type { PlanHeader } from '../domain/plan.ts';

/**
 * Things of a plan as the text of a plan file (GeoJSON) of their own. At once, on the thread that asks:
 * the browser's clipboard takes only what is there when the key is pressed.
 */
export function clipText({ format, name, region }: PlanHeader, items: readonly Item[]): string {
	return printPlan({
		header: { format, name, ...(region !== undefined && { region }) },
		items: new Map(items.map((item): [ItemId, Item] => [item.id, item]))
	});
}
