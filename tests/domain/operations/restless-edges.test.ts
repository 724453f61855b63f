import { describe, expect, test } from 'vitest';
import { atRest } from '../../../src/lib/domain/fabric/at-rest.ts';
import type { Item, ItemId } from '../../../src/lib/domain/items.ts';
import { bufferItems } from '../../../src/lib/domain/operations/buffer-items.ts';
import { moveItems } from '../../../src/lib/domain/operations/move-items.ts';
import { takeOver } from '../../../src/lib/domain/operations/take-over.ts';
import { repairItem } from '../../../src/lib/domain/operations/repair-item.ts';
import { cutOverlap } from '../../../src/lib/domain/operations/subtract-ground.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { isRefusal } from '../../../src/lib/domain/refusal.ts';
import { RestlessEdges } from '../../../src/lib/geo/fabric/restless-edges.ts';
import { cellRing, cellZone, oblong } from '../../support/cell-ground.ts';
import { FABRIC_VERBS, granted } from '../../support/fabric-verbs.ts';
import { planOf } from '../../support/plan-samples.ts';

const A = 'a' as ItemId;
type Ask = (plan: Plan) => object;
const WISH = { item: 0, corner: 0, other: 0.5, near: [0.1, 0.2, 0.3, -0.4, 0.5, 0.6, -0.7, 0.8] };

describe('edges that do not come to rest are a refusal, never a fall', () => {
	test.each<[string, Ask]>([
		...FABRIC_VERBS.map(
			(verb) => [verb, (plan: Plan) => granted(plan, { ...WISH, verb }, 1e-3, 0)] as [string, Ask]
		),
		['repair', (plan) => repairItem(plan, A)],
		['move', (plan) => moveItems(plan, [A], [1e-3, 0])],
		[
			'buffer',
			(plan) => bufferItems(plan, [A], { reachM: 9, corners: 'round', becomes: 'itself', level: 1 }, A)
		],
		[
			'take over',
			(plan) => {
				const before = plan.items.get(A) as Item;
				const changed = [{ before, after: before, changes: [], properties: [] }];
				return takeOver(plan, { added: [], removed: [], changed, header: null });
			}
		],
		['cutOverlap', (plan) => cutOverlap(plan, A, [[cellRing(oblong(2, 2, 5, 5))]])]
	])('%s', (_, ask) => {
		let reads = 0;
		ask(restless(() => void reads++));
		expect(reads).toBeGreaterThan(0);
		// the last reading is the verb's own
		const answer = ask(
			restless(() => {
				if (--reads === 0) throw new RestlessEdges(64);
			})
		);
		expect(answer).toMatchObject({ ok: false, reason: 'edges-restless' });
	});

	test('what else falls, falls', () => {
		const fall = atRest((text: string) => {
			throw new RangeError(text);
		});
		expect(() => fall('misuse')).toThrow('misuse');
	});

	test('what a verb answers is its answer', () => {
		expect(atRest((a: number, b: number) => a - b)(3, 1)).toBe(2);
		expect(
			isRefusal(
				repairItem(
					restless(() => {}),
					A
				) as never
			)
		).toBe(true);
	});
});

/** No input is known whose edges do not rest: shapes that say so when they are read stand for one. */
function restless(onRead: () => void): Plan {
	let isSet = false;
	const items = [
		cellZone('a', oblong(0, 0, 10, 10)),
		cellZone('b', oblong(10, 0, 20, 10)),
		cellZone('ring', oblong(2, 2, 5, 5)),
		cellZone('site', oblong(2, 2, 5, 5))
	].map((zone): Item =>
		Object.defineProperty({ ...zone }, 'geometry', {
			enumerable: true,
			get: () => {
				if (isSet) onRead();
				return zone.geometry;
			}
		})
	);
	const plan = planOf(items);
	isSet = true;
	return plan;
}
