import { m } from '../paraglide/messages.js';
import type { Desk } from './desk.svelte.ts';
import { figuresOf } from './kept-figures.ts';
import type { KeptPlan, ProposalMark } from './storage/plan-tables.ts';
import type { PlanStore } from './storage/plan-store.ts';

/** Letters tell proposals apart that nobody named. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The proposals of the open plan: versions of it that are kept beside each other, each with its own undo. */
export class Proposals {
	/** The proposals of the open plan, itself among them, the oldest first. */
	readonly all = $derived.by((): readonly KeptPlan[] => {
		const { current } = this;
		if (!current) return [];
		return this.desk.kept
			.filter((plan) => familyOf(plan) === familyOf(current))
			.sort((a, b) => compare(a.madeAt ?? '', b.madeAt ?? '') || compare(a.id, b.id));
	});

	constructor(
		private readonly desk: Desk,
		private readonly store: PlanStore | null,
		private readonly clock: () => Date
	) {}

	/** The open one, as it was kept last; null where nothing is kept. */
	get current(): KeptPlan | null {
		return this.desk.kept.find(({ id }) => id === this.desk.keeper.planId) ?? null;
	}

	/** What the open plan can be compared with, the likeliest first: its other proposals, then other plans of its region. */
	get beside(): readonly KeptPlan[] {
		const { current } = this;
		if (!current) return [];
		const others = this.desk.kept.filter(({ id, region }) => id !== current.id && region === current.region);
		const isOwn = (plan: KeptPlan): boolean => familyOf(plan) === familyOf(current);
		return [...others.filter(isOwn), ...others.filter((plan) => !isOwn(plan))];
	}

	/** What a proposal is called: its own name, or a letter by its place among the others. */
	nameOf(plan: KeptPlan): string {
		return (
			plan.proposal ?? m.proposals_letter({ letter: letter(this.all.findIndex(({ id }) => id === plan.id)) })
		);
	}

	/** What a kept plan is called beside others: a proposal of the open plan by what tells it apart, another plan by its name. */
	titleOf(id: string | null): string {
		const plan = this.desk.kept.find((one) => one.id === id);
		const isOwn = this.all.length > 1 && this.all.some((one) => one.id === id);
		return plan && isOwn ? this.nameOf(plan) : plan?.name || m.plan_untitled();
	}

	/**
	 * Keeps the open plan as it stands, with its undo history, as a further proposal and goes on in that.
	 * False, and said, where the browser keeps nothing.
	 */
	async copy(): Promise<boolean> {
		const { keeper, editor, screen } = this.desk;
		const isKept = await keeper.keepAll();
		const { current } = this;
		if (!current || !isKept) {
			screen.say(m.proposals_not_kept(), 'wrong');
			return false;
		}
		const from = this.nameOf(current);
		await this.nameIfUnnamed(current);
		await keeper.begin(editor.plan, editor.history, {
			...this.markOfNext(current),
			copiedFrom: current.id,
			...(current.figures && { figures: current.figures })
		});
		await this.desk.refreshKept();
		const made = this.current;
		if (made) screen.say(m.proposals_copied({ from, name: this.nameOf(made) }));
		return made !== null;
	}

	/** Opens another proposal where this one is on screen: the map stays where it is. */
	switchTo(id: string): Promise<boolean> {
		return this.desk.openKept(id, { staysThere: true });
	}

	/** Gives a proposal a name; an empty one changes nothing. */
	async rename(id: string, name: string): Promise<void> {
		const proposal = name.trim();
		if (proposal === '') return;
		await this.store?.mark(id, { proposal });
		await this.desk.refreshKept();
	}

	/** Opens a plan file as a further proposal of the open plan. */
	async openFile(file: File): Promise<void> {
		const { current } = this;
		if (!current) return this.desk.openFile(file);
		await this.nameIfUnnamed(current);
		const proposal = file.name.replace(/\.(geo)?json$/i, '');
		await this.desk.openFile(file, { ...this.markOfNext(current), proposal });
	}

	/** Keeps with the open proposal how it stands, once every answer is there. */
	async keepFigures(): Promise<void> {
		const { current } = this;
		const figures = figuresOf(this.desk.editor);
		if (!current || !figures || JSON.stringify(figures) === JSON.stringify(current.figures)) return;
		await this.store?.mark(current.id, { figures });
		await this.desk.refreshKept();
	}

	private markOfNext(current: KeptPlan): ProposalMark {
		return {
			family: familyOf(current),
			proposal: this.freeName(),
			madeAt: this.clock().toISOString()
		};
	}

	/** A letter follows the place among the others: what is called by one keeps it. */
	private async nameIfUnnamed(current: KeptPlan): Promise<void> {
		if (current.proposal === undefined) await this.rename(current.id, this.nameOf(current));
	}

	private freeName(): string {
		const taken = new Set(this.all.map((plan) => this.nameOf(plan)));
		for (let i = this.all.length; ; i++) {
			const name = m.proposals_letter({ letter: letter(i) });
			if (!taken.has(name)) return name;
		}
	}
}

/** What the proposals of one plan have in common. */
export function familyOf({ family, id }: Pick<KeptPlan, 'family' | 'id'>): string {
	return family ?? id;
}

/** A, B … Z, AA, AB …; A for what has no place. */
function letter(index: number): string {
	const i = Math.max(0, index);
	const last = LETTERS[i % LETTERS.length] as string;
	return i < LETTERS.length ? last : letter(Math.floor(i / LETTERS.length) - 1) + last;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
