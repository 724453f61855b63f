import { applyFix } from '../../domain/checks/apply-fix.ts';
import {
	CHECK_CODES,
	type CheckCode,
	type CheckFinding,
	type CheckFix
} from '../../domain/checks/check-finding.ts';
import type { FixAllAnswer, FixWish } from '../../domain/checks/fix-all.ts';
import { heedChecks, ignoreChecks, ignoredChecks, isIgnored } from '../../domain/checks/ignored-checks.ts';
import { isUnreadShape } from '../../domain/checks/unread-shapes.ts';
import type { Edit } from '../../domain/edit.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ChecksAsk } from '../../workers/analysis-events.ts';
import type { Editor } from '../editor.svelte.ts';
import { keptFindings } from './kept-findings.ts';
import type { OnDemandAnswer } from '../on-demand.svelte.ts';

/** Findings of one code. */
export interface CheckGroup {
	readonly code: CheckCode;
	readonly findings: readonly CheckFinding[];
	/** How many there are; more than `findings` where there are very many. */
	readonly count: number;
}

/** Larger plans are checked only once somebody asks: the thread that does it holds a copy of its own. */
const UNASKED_ITEMS = 20_000;

/** What the checks say of the open plan, what is ignored of it, and the ways to put it right. */
export class PlanChecks {
	/** Somebody looked at the checks of this plan; from then on they follow every edit. */
	isWanted = $state(false);
	/** Key of the finding that is pointed at in the list. */
	pointed = $state<string | null>(null);
	/** What the last "fix all" could not do; null once it was read. */
	left = $state.raw<FixAllAnswer | null>(null);
	/** The plan that the answer is of. */
	private checkedPlan = $state.raw<Plan | null>(null);

	readonly isFollowing = $derived.by(() => this.isWanted || this.editor.plan.items.size <= UNASKED_ITEMS);
	readonly ignored = $derived.by(() => ignoredChecks(this.editor.plan));
	private readonly sorted = $derived.by(() => {
		const open: CheckFinding[] = [];
		const ignored: CheckFinding[] = [];
		for (const finding of this.checks.answer?.findings ?? []) {
			(isIgnored(this.ignored, finding) ? ignored : open).push(finding);
		}
		return { open, ignored };
	});
	readonly open = $derived.by(() => this.sorted.open);
	readonly ignoredFindings = $derived.by(() => this.sorted.ignored);
	readonly groups = $derived.by(() => this.groupsOf(this.open, true));
	readonly ignoredGroups = $derived.by(() => this.groupsOf(this.ignoredFindings, false));
	/** How many findings count; null before the first answer. */
	readonly count = $derived.by(() =>
		this.checks.answer ? this.groups.reduce((sum, group) => sum + group.count, 0) : null
	);
	/** How many of them "fix all" would take on. */
	readonly plainCount = $derived.by(() => this.open.filter(({ isPlain }) => isPlain).length);

	constructor(
		private readonly editor: Editor,
		readonly checks: OnDemandAnswer<'checks'>,
		readonly fixing: OnDemandAnswer<'fix-checks'>,
		private readonly act: (result: Edit | Refusal) => boolean
	) {}

	/** Checks the plan as it is now. */
	async ask(): Promise<void> {
		const { plan } = this.editor;
		const before = this.checks.answer;
		await this.checks.ask(this.askOf());
		const { answer } = this.checks;
		if (answer === before || !answer) return;
		this.checks.answer = keptFindings(before, answer);
		this.checkedPlan = plan;
	}

	/** Whether everything that `finding` is about is still as it was checked. */
	isSound({ about }: CheckFinding): boolean {
		const { checkedPlan } = this;
		const { items } = this.editor.plan;
		return checkedPlan !== null && about.every((id) => items.get(id) === checkedPlan.items.get(id));
	}

	fix(finding: CheckFinding, fix: CheckFix): boolean {
		return this.act(applyFix(this.editor.plan, finding, fix));
	}

	/**
	 * Puts right all that `wish` names, as one edit. `changed` where the plan was edited meanwhile, so that
	 * nothing was done; null where it was given up or failed.
	 */
	async fixAll(wish: Omit<FixWish, 'ignored'>): Promise<FixAllAnswer | 'changed' | null> {
		const { plan } = this.editor;
		this.left = null;
		this.fixing.forget();
		await this.fixing.ask({ ...this.askOf(), wish: { ...wish, ignored: [...this.ignored] } });
		const { answer } = this.fixing;
		if (!answer) return null;
		if (this.editor.plan !== plan) return 'changed';
		if (answer.edit) this.act(answer.edit);
		if (answer.leftCount > 0) this.left = answer;
		return answer;
	}

	/** Ignores findings by their keys, or all of a code. */
	ignore(keys: readonly string[]): void {
		this.act(ignoreChecks(this.editor.plan, keys));
	}

	heed(keys: readonly string[]): void {
		this.act(heedChecks(this.editor.plan, keys));
	}

	/** Drops everything, as when another plan is opened. */
	forget(): void {
		this.isWanted = false;
		this.pointed = null;
		this.left = null;
		this.checkedPlan = null;
	}

	private askOf(): ChecksAsk {
		const { plan, region } = this.editor;
		return {
			unread: (plan.unread ?? []).filter(isUnreadShape),
			regionBbox: region ? [...region.bbox] : null
		};
	}

	private groupsOf(findings: readonly CheckFinding[], isOpen: boolean): CheckGroup[] {
		const counts = this.checks.answer?.counts ?? {};
		const all = this.checks.answer?.findings ?? [];
		return CHECK_CODES.flatMap((code): CheckGroup[] => {
			const own = findings.filter((finding) => finding.code === code);
			if (own.length === 0) return [];
			// what was not told one by one counts where the code counts
			const untold = (counts[code] ?? 0) - all.filter((finding) => finding.code === code).length;
			const isHere = isOpen || this.ignored.has(code);
			return [{ code, findings: own, count: own.length + (isHere ? untold : 0) }];
		});
	}
}
