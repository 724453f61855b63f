import type { Edit } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import { removeHole, removePart } from '../operations/change-parts.ts';
import { changeProperties } from '../operations/change-properties.ts';
import { fillGap } from '../operations/fill-gap.ts';
import { moveItem } from '../operations/move-item.ts';
import { removeItems } from '../operations/remove-items.ts';
import { removeCorner } from '../operations/remove-corner.ts';
import { repairItem } from '../operations/repair-item.ts';
import { clipItems, cutOverlap, subtractGround } from '../operations/subtract-ground.ts';
import type { Plan } from '../plan.ts';
import { isRefusal, putIfSound, refuse, type Refusal } from '../refusal.ts';
import type { CheckFinding, CheckFix } from './check-finding.ts';

/**
 * Puts `finding` right by `fix`, one of its `fixes`: one edit, by the operation that a hand would use.
 * Refuses what the operation refuses, and where a thing it is about is gone.
 */
export function applyFix(plan: Plan, finding: CheckFinding, fix: CheckFix): Edit | Refusal {
	switch (fix.how) {
		case 'remove':
			return removeItems(plan, fix.ids);
		case 'move':
			return withItem(plan, fix.id, (item) => moveItem(item, fix.to));
		case 'take-ring':
			return withItem(plan, fix.id, (item) => changeProperties(item, { ring: fix.ring }));
		case 'forget-ring':
			return withItem(plan, fix.id, (item) => changeProperties(item, { ring: undefined }));
		case 'forget-controls':
			return withItem(plan, fix.id, (item) => changeProperties(item, { controls: undefined }));
		case 'set-level':
			return withItem(plan, fix.id, (item) => changeProperties(item, { level: fix.level }));
		case 'swap-levels':
			return swapLevels(plan, fix.ids);
		case 'restore':
			return putIfSound({ verb: 'repair', kind: fix.item.kind, name: fix.item.properties.name }, fix.item);
		case 'cut':
			return cutOverlap(plan, fix.from, finding.ground ?? []);
		case 'fill':
			return fillGap(plan, fix.into, finding.ground?.[0] ?? []);
		case 'clip':
			return finding.code === 'ring-not-nested'
				? clipItems(plan, [fix.id], finding.about[1] as ItemId)
				: subtractGround(plan, [fix.id], finding.ground ?? []);
		case 'repair':
			return repairItem(plan, fix.id);
		case 'drop-part':
			return fix.ring === 0
				? removePart(plan, fix.id, fix.part)
				: removeHole(plan, fix.id, fix.part, fix.ring);
		case 'drop-corner':
			return removeCorner(plan, fix.id, fix.at);
	}
}

function withItem(plan: Plan, id: ItemId, act: (item: Item) => Edit | Refusal): Edit | Refusal {
	const item = plan.items.get(id);
	return item ? act(item) : refuse({ code: 'no-such-item', severity: 'error', featureId: id, seen: id });
}

function swapLevels(plan: Plan, [a, b]: readonly [ItemId, ItemId]): Edit | Refusal {
	return withItem(plan, a, (first) =>
		withItem(plan, b, (second) => {
			const one = changeProperties(first, { level: second.properties.level });
			if (isRefusal(one)) return one;
			const other = changeProperties(second, { level: first.properties.level });
			if (isRefusal(other)) return other;
			return {
				...one,
				label: { verb: 'change', kind: first.kind, count: 2 },
				put: [...one.put, ...other.put]
			};
		})
	);
}
