import type { CheckNames } from '../../domain/checks/check-texts.ts';
import type { Plan } from '../../domain/plan.ts';
import { itemTitle } from '../wording/item-title.ts';
import { areaText, lengthText } from '../wording/quantity.ts';

/** Names of things and measures as the screen writes them; a thing that is gone goes by its id. */
export function checkNames(plan: Plan): CheckNames {
	return {
		nameOf: (id) => {
			const item = plan.items.get(id);
			return item ? itemTitle(item) : id;
		},
		area: (areaM2) => (areaM2 < 1 ? `< ${areaText(1)}` : areaText(areaM2)),
		length: (lengthM) => (lengthM < 1 ? `< ${lengthText(1)}` : lengthText(lengthM))
	};
}
