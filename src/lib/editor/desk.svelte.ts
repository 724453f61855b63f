import type { Edit } from '../domain/edit.ts';
import { EMPTY_HISTORY, type History } from '../domain/history.ts';
import { itemsOfKind, type Plan } from '../domain/plan.ts';
import { problemText } from '../domain/problem-texts.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { RegionManifest } from '../domain/region.ts';
import { m } from '../paraglide/messages.js';
import type { Analysis, PackUrls, StudyQuestion } from '../workers/analysis-events.ts';
import { PlanChecks } from './checks/plan-checks.svelte.ts';
import type { Comparison } from './comparison.svelte.ts';
import { Clipboard } from './clipboard/clipboard.ts';
import { Editor } from './editor.svelte.ts';
import { extentOf } from './extent.ts';
import { Finder } from './finder.svelte.ts';
import { language } from './language.svelte.ts';
import { fileName, type PlanFiles } from './plan-files.ts';
import { Proposals } from './proposals.svelte.ts';
import type { RegionDoor } from './region-door.ts';
import { NO_PROBLEMS, Screen } from './screen.svelte.ts';
import type { Selection } from './selection.ts';
import { Keeper } from './storage/keeper.svelte.ts';
import type { PlanStore } from './storage/plan-store.ts';
import type { KeptPlan, ProposalMark } from './storage/plan-tables.ts';
import { viewOf } from './view-of.ts';
import { OnDemandAnswer } from './on-demand.svelte.ts';
import { breathe } from '../workers/breath.ts';
import { messageOf } from '../workers/message-of.ts';
import type { ReadPlan } from '../workers/read-plan-file.ts';
import { openComparison } from './open-comparison.ts';
import { UnkeptSteps, type TabStorage } from './storage/unkept-steps.ts';
import { planText } from './wording/plan-words.ts';

/** What the desk stands on; all of it handed in, so that tests need no browser. */
export interface DeskParts {
	analysis: Analysis;
	files: PlanFiles;
	regions: RegionDoor;
	/** Null where the browser refuses storage. */
	store: PlanStore | null;
	/** What the tab keeps over a reload; null where there is no such thing. */
	tab: TabStorage | null;
	clock: () => Date;
	makeId: () => string;
	/** Starts a further analysis, for a plan that the open one is compared with. */
	makeAnalysis: () => Analysis;
}

const GEOJSON = 'application/geo+json';

export type DeskState = 'starting' | 'ready' | 'unreachable';

/** Everything a person can do that is more than one edit: open, keep, save, export, start anew. */
export class Desk {
	readonly editor: Editor;
	readonly screen = new Screen();
	readonly keeper: Keeper;
	readonly finder = new Finder(this);
	readonly clipboard = new Clipboard(this);
	readonly areas: OnDemandAnswer<'areas'>;
	readonly redundancy: OnDemandAnswer<'redundancy'>;
	readonly checks: PlanChecks;
	readonly proposals: Proposals;
	private readonly studies = new Map<StudyQuestion, OnDemandAnswer<never>>();

	state = $state<DeskState>('starting');
	/** What the service said when it could not be reached. */
	trouble = $state('');
	regions = $state.raw<readonly RegionManifest[]>([]);
	kept = $state.raw<readonly KeptPlan[]>([]);
	/** The open plan beside another one; null while it stands alone. */
	comparison = $state.raw<Comparison | null>(null);
	private comparing: AbortController | null = null;

	constructor(private readonly parts: DeskParts) {
		this.editor = new Editor(parts.analysis, parts.clock);
		this.areas = new OnDemandAnswer(this.editor, 'areas');
		this.redundancy = new OnDemandAnswer(this.editor, 'redundancy');
		this.checks = new PlanChecks(this.editor, this.study('checks'), this.study('fix-checks'), (result) =>
			this.act(result)
		);
		const { store, clock, makeId, tab } = parts;
		const onConflict = (): void => {
			this.screen.say(m.save_conflict(), 'wrong');
			void this.refreshKept();
		};
		this.keeper = new Keeper(this.editor, store, clock, makeId, onConflict, new UnkeptSteps(tab));
		this.proposals = new Proposals(this, store, clock);
		this.editor.listenRefusals((refusal) => this.act(refusal));
		// an undone or redone edit of the header may lay the plan on another region
		this.editor.listenSteps(() => {
			const { plan, region, history } = this.editor;
			if ((plan.header.region ?? null) !== (region?.name ?? null) && this.regionOf(plan)) {
				this.lay(plan, history);
			}
		});
	}

	/** Opens what was open last in this browser (`lastId` in this tab), or the demo, or an empty plan. */
	async start(lastId: string | null): Promise<void> {
		this.state = 'starting';
		try {
			this.regions = await this.parts.regions.list();
		} catch (error) {
			this.trouble = messageOf(error);
			this.state = 'unreachable';
		}
		await this.refreshKept();
		const last = this.kept.find(({ id }) => id === lastId) ?? this.kept[0];
		const isOpen = (last && (await this.openKept(last.id))) || (await this.openDemo());
		if (!isOpen) await this.take(emptyPlan(this.regions[0]?.name));
		if (this.state === 'starting') this.state = 'ready';
		void this.parts.store?.tidy(this.parts.clock()).catch(() => undefined);
	}

	/** Opens the demo plan of the first region that has one; false where none has. */
	async openDemo(): Promise<boolean> {
		for (const { name } of this.regions) {
			const text = await this.parts.regions.demoPlan(name).catch(() => null);
			const read = text === null ? null : await this.parts.files.read(new Blob([text]));
			if (read?.plan) {
				await this.take(read.plan);
				const { problems, problemCount: count } = read;
				this.screen.problems = { file: 'demo-plan.geojson', problems, count, isOpen: true };
				return true;
			}
		}
		return false;
	}

	newPlan(): Promise<void> {
		this.screen.problems = NO_PROBLEMS;
		return this.take(emptyPlan(this.editor.region?.name ?? this.regions[0]?.name));
	}

	/** Opens the text of a plan file; as `openFile`. */
	openText(file: string, text: string): Promise<void> {
		return this.openFile(new File([text], file));
	}

	/**
	 * Opens a plan file; what could not be read is listed, what could be is opened. Where it is given
	 * up, by the person or for another file, or cannot be read at all, what is open stays. `mark` keeps it as
	 * a proposal of another plan.
	 */
	async openFile(file: File, mark?: ProposalMark): Promise<void> {
		const { name } = file;
		this.screen.opening?.cancel();
		const given = new AbortController();
		const tell = (share: number): void => {
			this.screen.opening = { name, share, cancel };
		};
		const cancel = (): void => {
			given.abort();
			this.screen.opening = null;
		};
		tell(0);
		try {
			const { signal } = given;
			const read = await this.parts.files.read(file, { signal, onProgress: tell });
			if (!(await this.mayLeave())) return;
			// what took the last piece in was long enough
			await new Promise<void>(breathe);
			if (!signal.aborted) await this.takeRead(name, read, mark);
		} catch (error) {
			if (given.signal.aborted) return;
			this.screen.say(m.file_unreadable({ file: name, message: messageOf(error) }), 'wrong');
		} finally {
			if (!given.signal.aborted) this.screen.opening = null;
		}
	}

	private async takeRead(
		file: string,
		{ plan, problems, problemCount }: ReadPlan,
		mark?: ProposalMark
	): Promise<void> {
		this.screen.opening = null;
		const before = { id: this.keeper.planId, name: planText(this.editor.plan) };
		this.screen.problems = { file, problems, count: problemCount, isOpen: plan !== null };
		if (problemCount > 0) this.screen.showFindings('problems');
		if (!plan) {
			this.screen.say(m.file_refused({ file }), 'wrong');
			return;
		}
		this.layNew(plan);
		const back = before.id;
		this.screen.say(
			m.opened_file({ file }),
			'plain',
			back ? { label: m.opened_back({ plan: before.name }), run: () => void this.openKept(back) } : undefined
		);
		await this.keepNew(plan, mark);
	}

	/**
	 * Opens a kept plan with its undo history; false where it cannot be read. `staysThere` leaves the map
	 * where it is and what is selected, as far as it is there.
	 */
	async openKept(id: string, { staysThere = false } = {}): Promise<boolean> {
		this.screen.opening?.cancel();
		const name = this.kept.find((plan) => plan.id === id)?.name ?? '';
		this.screen.busy = m.opening_file({ file: name || m.plan_untitled() });
		try {
			if (!(await this.mayLeave())) return false;
			const kept = await this.parts.store?.load(id, this.parts.clock());
			if (!kept) return false;
			this.screen.problems = NO_PROBLEMS;
			const { selection } = this.editor;
			this.lay(kept.plan, kept.history);
			this.keeper.follow(id, kept.seq);
			for (const step of this.keeper.takeUnkept(id, kept.seq)) this.editor.take(step);
			if (!staysThere) this.showPlan();
			else if (selection?.what === 'item' && kept.plan.items.has(selection.id)) this.editor.select(selection);
			await this.refreshKept();
			return true;
		} catch (error) {
			this.screen.say(m.restore_failed({ message: messageOf(error) }), 'wrong');
			return false;
		} finally {
			this.screen.busy = null;
		}
	}

	/** Takes a plan out of this browser; the passing word offers it back. */
	async forget(id: string): Promise<void> {
		const { store, clock } = this.parts;
		const mark = this.kept.find((plan) => plan.id === id);
		const name = mark?.name || m.plan_untitled();
		const kept = await store?.peek(id);
		await store?.remove(id);
		await this.refreshKept();
		const offer = kept && {
			label: m.undo(),
			run: () => void store?.create(id, kept.plan, kept.history, clock(), mark).then(() => this.refreshKept())
		};
		this.screen.say(m.removed_toast({ what: name }), 'plain', offer ?? undefined);
	}

	/**
	 * Lays the kept plan `id` beside the open one, to be looked at. False, and said, where it cannot be read
	 * or lies in another region; false where it was given up, by `endComparison`, another comparison or another
	 * plan that is opened.
	 */
	async compareWith(id: string): Promise<boolean> {
		const { store, makeAnalysis } = this.parts;
		this.endComparison();
		const asked = new AbortController();
		this.comparing = asked;
		const names = [this.keeper.planId, id].map((one) => this.proposals.titleOf(one));
		this.screen.busy = m.compare_opening({ name: names[1] });
		try {
			const kept = await store?.peek(id);
			if (asked.signal.aborted) return false;
			if (!kept) throw new Error(m.compare_gone());
			const region = this.regionOf(kept.plan);
			if (region?.name !== this.editor.region?.name) throw new Error(m.compare_other_region());
			const place = { region, packs: this.packsOf(region) };
			this.comparison = openComparison(this.editor, kept.plan, place, { id, names }, makeAnalysis);
			return true;
		} catch (error) {
			if (!asked.signal.aborted) this.screen.say(m.compare_failed({ message: messageOf(error) }), 'wrong');
			return false;
		} finally {
			if (this.comparing === asked) {
				this.comparing = null;
				this.screen.busy = null;
			}
		}
	}

	/** Whether a plan is on its way to be laid beside the open one. */
	get isComparing(): boolean {
		return this.comparing !== null || this.comparison !== null;
	}

	endComparison(): void {
		if (this.comparing) this.screen.busy = null;
		this.comparing?.abort();
		this.comparing = null;
		this.comparison?.close();
		this.comparison = null;
	}

	/** Lays the plan on another map region; an edit like any other. */
	chooseRegion(region: string): void {
		const { header } = this.editor.plan;
		this.act({ label: { verb: 'change' }, put: [], drop: [], header: { ...header, region } });
		this.showPlan();
	}

	rename(name: string): void {
		const { header } = this.editor.plan;
		const trimmed = name.trim();
		if (trimmed === '' || trimmed === header.name) return;
		this.act({ label: { verb: 'rename' }, put: [], drop: [], header: { ...header, name: trimmed } });
	}

	async savePlan(): Promise<void> {
		const { plan } = this.editor;
		const file = fileName(planText(plan), '.geojson');
		this.screen.busy = m.export_working({ file });
		try {
			this.parts.files.deliver(file, await this.parts.files.print(plan));
			this.screen.say(m.export_done({ file }));
		} catch (error) {
			this.screen.say(m.export_failed({ file, message: messageOf(error) }), 'wrong');
		} finally {
			this.screen.busy = null;
		}
	}

	/** Exports an answer in the form of the command line. */
	async exportAnswer(question: 'gaps' | 'seal' | 'routes'): Promise<void> {
		const file = fileName(planText(this.editor.plan), `-${question}.geojson`);
		this.screen.busy = m.export_working({ file });
		try {
			const bytes = await this.editor.analysis.exportAnswer(question);
			this.parts.files.deliver(file, new Blob([bytes], { type: GEOJSON }));
			this.screen.say(m.export_done({ file }));
		} catch (error) {
			this.screen.say(m.export_failed({ file, message: messageOf(error) }), 'wrong');
		} finally {
			this.screen.busy = null;
		}
	}

	/** Exports a table for a spreadsheet; `name` is what it is of, as part of the file's name. */
	exportTable(name: string, rows: readonly (readonly (string | number | null)[])[]): void {
		const file = fileName(planText(this.editor.plan), `-${name}.csv`);
		this.parts.files.deliver(file, new Blob([this.parts.files.printTable(rows)], { type: 'text/csv' }));
		this.screen.say(m.export_done({ file }));
	}

	/** Reads the text of a plan file and opens nothing. */
	readText(text: string): Promise<ReadPlan> {
		return this.parts.files.read(new Blob([text]));
	}

	/** The answer to `question`, kept from one look at it to the next. */
	study<Q extends StudyQuestion>(question: Q): OnDemandAnswer<Q> {
		const known = this.studies.get(question) as OnDemandAnswer<Q> | undefined;
		if (known) return known;
		const made = new OnDemandAnswer<Q>(this.editor, question);
		this.studies.set(question, made as OnDemandAnswer<never>);
		return made;
	}

	/** Does what an operation returned, or says in words why it will not be done. */
	act(result: Edit | Refusal): boolean {
		if (isRefusal(result)) {
			this.screen.say(problemText(result.problem, language.locale), 'wrong');
			return false;
		}
		return this.editor.do(result);
	}

	/** Selects something and brings the map to it. */
	show(selection: Selection): void {
		this.editor.select(selection);
		this.editor.view = viewOf(this.editor, selection) ?? this.editor.view;
	}

	/** Brings the whole plan on screen: its outermost rings, else all its things, else the region. */
	showPlan(): void {
		const { plan, region } = this.editor;
		const rings = itemsOfKind(plan, 'control-ring');
		const outermost = Math.max(...rings.map(({ properties }) => properties.level));
		const bbox =
			extentOf(rings.filter(({ properties }) => properties.level === outermost)) ??
			extentOf(plan.items.values()) ??
			region?.bbox;
		if (bbox) this.editor.view = { bbox };
	}

	private regionOf(plan: Plan): RegionManifest | null {
		return this.regions.find(({ name }) => name === plan.header.region) ?? null;
	}

	private lay(plan: Plan, history: History): void {
		this.endComparison();
		// what was said of the plan before, and offered to undo in it, is no longer to the point
		this.screen.toasts = [];
		this.screen.keptControls = new Set();
		this.areas.forget();
		this.redundancy.forget();
		this.checks.forget();
		for (const study of this.studies.values()) study.forget();
		const region = this.regionOf(plan);
		this.editor.open(plan, region, this.packsOf(region), history);
	}

	private packsOf(region: RegionManifest | null): PackUrls {
		return region ? this.parts.regions.packUrls(region.name) : { roads: null, buildings: null };
	}

	private async take(plan: Plan): Promise<void> {
		this.screen.opening?.cancel();
		if (!(await this.mayLeave())) return;
		this.layNew(plan);
		await this.keepNew(plan);
	}

	/** Whether another plan can be opened with nothing lost of this one; says so where it cannot. */
	private async mayLeave(): Promise<boolean> {
		if (await this.keeper.keepAll()) return true;
		const save = { label: m.plan_save(), run: () => void this.savePlan() };
		this.screen.say(m.leave_not_kept(), 'wrong', save);
		return false;
	}

	private layNew(plan: Plan): void {
		this.lay(plan, EMPTY_HISTORY);
		this.showPlan();
	}

	private async keepNew(plan: Plan, mark?: ProposalMark): Promise<void> {
		await this.keeper.begin(plan, EMPTY_HISTORY, mark);
		await this.refreshKept();
	}

	/** Reads anew which plans this browser keeps. */
	async refreshKept(): Promise<void> {
		try {
			this.kept = (await this.parts.store?.list()) ?? [];
		} catch {
			this.kept = [];
		}
	}
}

function emptyPlan(region: string | undefined): Plan {
	return { header: { format: 1, name: '', ...(region !== undefined && { region }) }, items: new Map() };
}
