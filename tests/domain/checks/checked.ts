import type { CheckedPlan } from '../../../src/lib/domain/checks/checked-plan.ts';
import type { CheckCode, CheckFinding } from '../../../src/lib/domain/checks/check-finding.ts';
import { checkPlan, PLAN_CHECKS } from '../../../src/lib/domain/checks/check-plan.ts';
import { ItemMap } from '../../../src/lib/domain/item-map.ts';
import type { Checkpoint, Item, ItemId, KeySite } from '../../../src/lib/domain/items.ts';
import { at } from '../../support/plan-items.ts';

/** A plan of `items`, ranked as they stand, with no region unless one is given. */
export function checked(items: readonly Item[], more: Partial<CheckedPlan> = {}): CheckedPlan {
	const ranked = items.map((item, rank) => ({ ...item, rank }) as Item);
	return { items: ItemMap.from(ranked), unread: [], regionBbox: null, ...more };
}

/** All that the plan checks find, of one code where one is given. */
export function found(plan: CheckedPlan, code?: CheckCode): readonly CheckFinding[] {
	const steps = checkPlan(plan, PLAN_CHECKS);
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value.findings.filter((finding) => code === undefined || finding.code === code);
}

export function checkpoint(
	id: string,
	x: number,
	y: number,
	properties: Checkpoint['properties'] = {}
): Checkpoint {
	return {
		id: id as ItemId,
		kind: 'checkpoint',
		rank: 0,
		properties,
		geometry: { type: 'Point', coordinates: at(x, y) }
	};
}

export function site(id: string, x: number, y: number): KeySite {
	return {
		id: id as ItemId,
		kind: 'key-site',
		rank: 0,
		properties: { category: 'school' },
		geometry: { type: 'Point', coordinates: at(x, y) }
	};
}
