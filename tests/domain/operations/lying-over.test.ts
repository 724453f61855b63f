import { describe, expect, test } from 'vitest';
import type { Position } from 'geojson';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { overlapsBetween } from '../../../src/lib/domain/fabric/fabric-faults.ts';
import { applyEdit } from '../../../src/lib/domain/edit.ts';
import { moveItems } from '../../../src/lib/domain/operations/move-items.ts';
import { simplifyItems } from '../../../src/lib/domain/operations/simplify-items.ts';
import { splitItem } from '../../../src/lib/domain/operations/split-item.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { planOf } from '../../support/plan-samples.ts';

/** A zone with slanting sides, so that a corner set on one lies beside it by rounding. */
function zone(id: string, west: number, south: number, east: number, north: number): Item {
	const lean = 0.0013337;
	const ring: Position[] = [
		[west, south],
		[east, south + lean],
		[east + lean, north + lean],
		[west + lean, north],
		[west, south]
	].map(([x, y]) => [Math.round(x * 1e7) / 1e7, Math.round(y * 1e7) / 1e7]);
	return {
		id: id as ItemId,
		kind: 'patrol-zone',
		geometry: { type: 'Polygon', coordinates: [ring] },
		properties: { level: 'city', name: id },
		rank: 0
	};
}

describe('zones that a file brought in lying over each other', () => {
	const plan = planOf([
		zone('left', 71.4, 51.1, 71.43, 51.13),
		zone('right', 71.4271113, 51.103, 71.46, 51.1277)
	]);
	const areaM2 = (of: typeof plan): number =>
		overlapsBetween([...of.items.values()]).reduce((sum, one) => sum + one.areaM2, 0);
	const newIds = (count: number): ItemId[] => Array.from({ length: count }, (_, i) => `new-${i}` as ItemId);

	test('can be split anywhere, and lie over each other no farther', () => {
		const before = areaM2(plan);
		expect(before).toBeGreaterThan(100_000);
		for (let i = 0; i < 40; i++) {
			const at = 51.1017 + 0.0007113 * i;
			const cut: Position[] = [
				[71.39, at],
				[71.48, at + 0.0007]
			];
			const edit = splitItem(plan, 'left' as ItemId, [cut] as never, newIds);
			if (isRefusal(edit)) throw new Error(`at ${at}: ${edit.problem.code} ${edit.problem.seen}`);
			const after = applyEdit(plan, edit).plan;
			expect(after.items.size).toBe(3);
			expect(Math.abs(areaM2(after) - before)).toBeLessThan(60);
		}
	});

	test('are not given more corners by being simplified', () => {
		const edit = simplifyItems(plan, ['left' as ItemId], 1);
		expect(isRefusal(edit) && edit.problem.code).toBe('nothing-simplified');
	});

	test('may not be brought farther over each other, but apart', () => {
		const farther = moveItems(plan, ['left' as ItemId], [0.0005, 0]);
		expect(isRefusal(farther) && farther.problem.code).toBe('overlaps');
		const apart = moveItems(plan, ['left' as ItemId], [-0.0005, 0]);
		expect(isRefusal(apart)).toBe(false);
	});
});
