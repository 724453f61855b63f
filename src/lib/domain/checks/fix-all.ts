import { applyEdit, type Edit } from '../edit.ts';
import { ItemMap } from '../item-map.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { isRefusal } from '../refusal.ts';
import { applyFix } from './apply-fix.ts';
import type { CheckCode, CheckFinding, CheckFix, FixHow } from './check-finding.ts';
import { runCheck, type Check } from './check-plan.ts';
import type { CheckedPlan } from './checked-plan.ts';
import { isIgnored } from './ignored-checks.ts';
import { clustersOf, untangle } from './untangle.ts';

/** What is to be put right at once. */
export interface FixWish {
	/** Findings of these codes; null is all. */
	readonly codes: readonly CheckCode[] | null;
	/** In this way, wherever it is offered; null is the plain way, and only where there is one. */
	readonly how: FixHow | null;
	/** Keys and codes of what the plan ignores. */
	readonly ignored: readonly string[];
}

/** What came of it. */
export interface FixAllAnswer {
	/** One edit for all of it; null where nothing was put right. */
	readonly edit: Edit | null;
	readonly fixed: number;
	/** What could not be put right, and why; the first of them where there are very many. */
	readonly left: readonly { readonly finding: CheckFinding; readonly problem: Problem }[];
	readonly leftCount: number;
}

/** One fix may bring another to light; after so many rounds of one check the rest is left as it is. */
const MOST_ROUNDS = 12;
/** Fixes of one check may stir up another that went before it. */
const MOST_PASSES = 3;
const MOST_LEFT = 100;

/**
 * Puts right what `wish` asks for, check by check in the order of `checks`, and says what is left.
 *
 * Each check is run again until it finds nothing more that can be put right; within one round nothing
 * is done to a thing that the round has changed already, so that every fix is of the thing as it is.
 * Where the first way is refused, others of the same kind are tried (the overlap off the other zone), and
 * overlaps that block each other are taken away together.
 * The same plan and wish give the same edit. Yields the share that is done, 0 to 1.
 */
export function* fixAll(
	plan: CheckedPlan,
	checks: readonly Check[],
	wish: FixWish
): Generator<number, FixAllAnswer> {
	const asked = checks.filter(({ codes }) => !wish.codes || codes.some((code) => wish.codes?.includes(code)));
	const ignored = new Set(wish.ignored);
	const refused = new Map<string, { finding: CheckFinding; problem: Problem }>();
	let { items } = plan;
	let fixed = 0;
	for (let pass = 0; pass < MOST_PASSES; pass++) {
		const before = items;
		refused.clear();
		for (const [i, check] of asked.entries()) {
			for (let round = 0; round < MOST_ROUNDS; round++) {
				const share = (pass + (i + round / MOST_ROUNDS) / asked.length) / MOST_PASSES;
				yield share;
				const start = items;
				const steps = runCheck(check, { ...plan, items });
				let step = steps.next();
				for (; !step.done; step = steps.next()) yield share;
				for (const finding of step.value) {
					if (wish.codes && !wish.codes.includes(finding.code)) continue;
					if (isIgnored(ignored, finding) || refused.has(finding.key)) continue;
					const ways = waysOf(finding, wish.how);
					if (ways.length === 0 || finding.about.some((id) => items.get(id) !== start.get(id))) continue;
					const done = firstThatWorks({ header: NO_HEADER, items }, finding, ways);
					if ('problem' in done) {
						refused.set(finding.key, { finding, problem: done.problem });
						continue;
					}
					items = ItemMap.of(done.plan.items);
					fixed++;
					yield share;
				}
				if (items === start) break;
			}
			const stuck = [...refused.values()].flatMap(({ finding }) => {
				return check.codes.includes(finding.code) && isOverlap(finding) ? [finding] : [];
			});
			for (const cluster of clustersOf(stuck)) {
				yield (pass + (i + 1) / asked.length) / MOST_PASSES;
				const edit = untangle({ header: NO_HEADER, items }, cluster.ids);
				if (isRefusal(edit)) continue;
				items = ItemMap.of(applyEdit({ header: NO_HEADER, items }, edit).plan.items);
				fixed += cluster.findings.length;
				for (const { key } of cluster.findings) refused.delete(key);
			}
		}
		if (items === before) break;
	}
	const left = [...refused.values()];
	return {
		edit: items === plan.items ? null : editBetween(plan.items, items, fixed),
		fixed,
		left: left.slice(0, MOST_LEFT),
		leftCount: left.length
	};
}

function isOverlap({ code }: CheckFinding): boolean {
	return code === 'zones-overlap' || code === 'areas-overlap';
}

const NO_HEADER = { format: 1, name: '' } as const;

function waysOf(finding: CheckFinding, how: FixHow | null): readonly CheckFix[] {
	if (how !== null) return finding.fixes.filter((fix) => fix.how === how);
	if (!finding.isPlain) return [];
	return finding.fixes.filter((fix) => fix.how === finding.fixes[0]?.how);
}

function firstThatWorks(
	plan: Plan,
	finding: CheckFinding,
	ways: readonly CheckFix[]
): { plan: Plan } | { problem: Problem } {
	let problem: Problem | null = null;
	for (const way of ways) {
		const result = applyFix(plan, finding, way);
		if (!isRefusal(result)) return { plan: applyEdit(plan, result).plan };
		problem ??= result.problem;
	}
	if (!problem) throw new RangeError('no way to put a finding right was handed in');
	return { problem };
}

/** The edit that leads from one state of the items to another, whatever lay between. */
function editBetween(before: ItemMap, after: ItemMap, count: number): Edit {
	const put: Item[] = [];
	const drop: ItemId[] = [];
	for (const item of after.values()) if (before.get(item.id) !== item) put.push(item);
	for (const id of before.keys()) if (!after.has(id)) drop.push(id);
	return { label: { verb: 'repair', count }, put, drop };
}
