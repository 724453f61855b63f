import type { Editor, EditorStep } from '../editor.svelte.ts';
import { LogConflict, logEntry, type PlanStore } from './plan-store.ts';
import type { ProposalMark } from './plan-tables.ts';
import { UnkeptSteps } from './unkept-steps.ts';
import type { History } from '../../domain/history.ts';
import type { Plan } from '../../domain/plan.ts';

export type KeepState = 'kept' | 'keeping' | 'failed' | 'off';

/**
 * Keeps the open plan: every step becomes one append to its log, in order, at once.
 *
 * Where another tab has written to the same log, the plan as it stands here is kept as a plan of
 * its own. Where an append fails (no room), the next step tries to keep the whole plan anew.
 */
export class Keeper {
	state = $state<KeepState>('off');
	/** Id under which the open plan is kept. */
	planId = $state<string | null>(null);

	private seq = 0;
	/** Where the log of each plan ends on disk, as far as this tab wrote it. */
	private readonly lastKept = new Map<string, number>();
	private pending = 0;
	/** Plan whose last append failed: its next step keeps it whole. */
	private torn: string | null = null;
	/** Plans that another tab took over: what is queued for them is in the copy already. */
	private readonly abandoned = new Set<string>();
	private queue: Promise<void> = Promise.resolve();

	/** `store` is null where the browser refuses storage; `onConflict` hears that a copy was made. */
	constructor(
		private readonly editor: Editor,
		readonly store: PlanStore | null,
		private readonly clock: () => Date,
		private readonly makeId: () => string,
		private readonly onConflict: () => void,
		private readonly unkept = new UnkeptSteps(null)
	) {
		editor.listenSteps((step) => this.keep(step));
	}

	/**
	 * Steps of the plan `id` after number `seq` that were done in this tab and that the store never had, to be
	 * done again.
	 */
	takeUnkept(id: string, seq: number): EditorStep[] {
		const steps = this.unkept.after(id, seq);
		this.unkept.forget(id, Infinity);
		return steps;
	}

	/** From now on steps belong to the kept plan `id`, whose log ends at `seq`. */
	follow(id: string, seq: number): void {
		this.planId = id;
		this.seq = seq;
		this.lastKept.set(id, seq);
		this.state = this.store ? 'kept' : 'off';
	}

	/** Keeps a plan that is new here and follows it; `mark` makes it a proposal of another. */
	async begin(plan: Plan, history: History, mark?: ProposalMark): Promise<void> {
		const id = this.makeId();
		this.follow(id, 0);
		await this.run(id, async (store) => {
			await store.create(id, plan, history, this.clock(), mark);
		});
	}

	/** Tries once more to keep what could not be kept; whether all of the open plan is kept, or nothing ever is here. */
	async keepAll(): Promise<boolean> {
		await this.queue;
		const id = this.planId;
		if (id !== null && this.torn === id) {
			const { plan, history } = this.editor;
			const { seq } = this;
			await this.run(id, (store) => this.keepWhole(store, id, plan, history, seq));
		}
		return this.state !== 'failed';
	}

	/** Resolves when all that was done is on disk or has failed. */
	settled(): Promise<void> {
		return this.queue;
	}

	private keep(step: EditorStep): void {
		const id = this.planId;
		if (id === null) return;
		const { plan, history } = this.editor;
		const seq = ++this.seq;
		const entry = logEntry(id, seq, step, this.clock());
		if (this.store) this.unkept.note(entry);
		void this.run(id, async (store) => {
			if (this.abandoned.has(id)) return;
			if (this.torn === id) return this.keepWhole(store, id, plan, history, seq);
			await this.orBranch(store, id, plan, history, async () => {
				await store.append(entry, plan);
				this.hasKept(id, seq);
			});
		});
	}

	private keepWhole(store: PlanStore, id: string, plan: Plan, history: History, seq: number): Promise<void> {
		return this.orBranch(store, id, plan, history, async () => {
			const lastKept = this.lastKept.get(id);
			await store.rewrite(id, plan, history, seq, this.clock(), { lastKept });
			this.torn = null;
			this.hasKept(id, seq);
		});
	}

	private hasKept(id: string, seq: number): void {
		this.lastKept.set(id, seq);
		this.unkept.forget(id, seq);
	}

	/** Does `write`; where another tab has written on in the same plan, this version becomes one of its own. */
	private async orBranch(
		store: PlanStore,
		id: string,
		plan: Plan,
		history: History,
		write: () => Promise<void>
	): Promise<void> {
		try {
			await write();
		} catch (error) {
			if (!(error instanceof LogConflict)) throw error;
			await this.branch(store, id, plan, history);
		}
	}

	/** Keeps the version of this tab as a plan of its own and carries on in it. */
	private async branch(store: PlanStore, id: string, plan: Plan, history: History): Promise<void> {
		const copy = this.makeId();
		this.abandoned.add(id);
		if (this.torn === id) this.torn = null;
		// steps done meanwhile are in the editor already, unless another plan was opened
		const isOpen = this.planId === id;
		const version = isOpen ? { plan: this.editor.plan, history: this.editor.history } : { plan, history };
		if (isOpen) this.follow(copy, 0);
		const at = this.clock();
		await store.create(copy, version.plan, version.history, at, await store.markOfCopy(id, at));
		this.unkept.forget(id, Infinity);
		this.onConflict();
	}

	private run(id: string, work: (store: PlanStore) => Promise<void>): Promise<void> {
		const { store } = this;
		if (!store) return Promise.resolve();
		this.pending += 1;
		this.state = 'keeping';
		this.queue = this.queue
			.then(() => work(store))
			.then(
				() => this.settle('kept'),
				() => {
					this.torn = id;
					this.settle('failed');
				}
			);
		return this.queue;
	}

	private settle(state: 'kept' | 'failed'): void {
		this.pending -= 1;
		if (this.pending === 0) this.state = state;
	}
}
