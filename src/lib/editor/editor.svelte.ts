import { untrack } from 'svelte';
import { PRESENT, type Assumptions } from '../domain/assumptions.ts';
import { EVERY_CAMERA, type CameraFilter } from '../domain/camera-filter.ts';
import { applyEdit, type Edit } from '../domain/edit.ts';
import { doEdit, EMPTY_HISTORY, redo, undo, type History } from '../domain/history.ts';
import { ItemMap } from '../domain/item-map.ts';
import { jumpTo } from '../domain/jump-to.ts';
import type { Item, ItemId } from '../domain/items.ts';
import { lockedIn } from '../domain/lock.ts';
import type { Plan } from '../domain/plan.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { RegionManifest } from '../domain/region.ts';
import { ESCAPER, type SealView } from '../domain/seal-view.ts';
import type { Bbox, LngLat } from '../geo/coordinates.ts';
import type { SealAnswer } from '../domain/findings/sealing.ts';
import type { RoutesAnswer } from '../domain/findings/routes.ts';
import type { CoverageBy } from '../domain/findings/gaps.ts';
import type {
	Analysis,
	AnalysisEvent,
	AnalysisOptions,
	CoverageAnswer,
	PackUrls,
	Question
} from '../workers/analysis-events.ts';
import type { AidRequest } from './aid-request.ts';
import type { Aimed } from './aimed.ts';
import type { ShownAreaFigures } from './area-figures.ts';
import { CameraLibrary } from './camera-library.svelte.ts';
import type { DrawnBy, DrawnFeature, Drawings } from './drawings.ts';
import type { FormRequest } from './forms/form-request.ts';
import { EscapeQuestion } from './escape-question.svelte.ts';
import { DEFAULT_LAYERS, type LayerGroup, type LayerSetting, type LayerSettings } from './layers.ts';
import { Pen } from './pen.svelte.ts';
import { Snapping } from './snapping/snapping.svelte.ts';
import { isSameSelection, type Selection } from './selection.ts';
import type { Sight } from './sight.ts';
import type { Tool } from './tools/tool.ts';

/** A wish that the map shows something; the map clears it. */
export type ViewRequest = { bbox: Bbox } | { at: LngLat; zoom?: number };

/** A step that was taken for good, as the log that outlives the tab keeps it. */
export type EditorStep =
	| { type: 'do'; edit: Edit; at?: string }
	| { type: 'undo' }
	| { type: 'redo' }
	| { type: 'jump'; to: number };

type Asked = 'coverage' | 'seal' | 'advice' | 'routes';
const NOTHING_HIDDEN: ReadonlySet<ItemId> = new Set();
const NOTHING_ANSWERED: Readonly<Record<Asked, number>> = { coverage: -1, seal: -1, advice: -1, routes: -1 };

/**
 * The open plan on screen: the one place the map and the panels read from and act through.
 *
 * `plan` is what is saved; `shown` is the plan with the preview of a running drag on it. Every
 * change of either has a number; an answer of the analysis for an older number is stale.
 */
export class Editor {
	plan = $state.raw<Plan>({ header: { format: 1, name: '' }, items: new Map() });
	history = $state.raw<History>(EMPTY_HISTORY);
	region = $state.raw<RegionManifest | null>(null);
	preview = $state.raw<Edit | null>(null);
	/** Counts every state of the plan or its preview that went to the analysis. */
	number = $state(0);

	selection = $state.raw<Selection | null>(null);
	hover = $state.raw<Selection | null>(null);
	tool = $state<Tool>('select');
	mode = $state<'plan' | 'review'>('plan');
	layers = $state.raw<LayerSettings>(DEFAULT_LAYERS);
	view = $state.raw<ViewRequest | null>(null);
	/** What the map shows, as it tells whenever it rests; null before it does. */
	looksAt = $state.raw<Bbox | null>(null);
	/** Which cameras are to be seen on the map and in the list; what is judged does not change with it. */
	cameraFilter = $state.raw<CameraFilter>(EVERY_CAMERA);
	/** Things that are not drawn and not hit on the map, by `hide`; what is judged does not change with them. */
	hidden = $state.raw<ReadonlySet<ItemId>>(NOTHING_HIDDEN);
	private hiddenGone = $state(0);
	/** The figure that colours the areas on the map; null is none. */
	areaFigures = $state.raw<ShownAreaFigures | null>(null);
	/** What the ring aid is to make a ring from; null while it is closed. */
	aid = $state.raw<AidRequest | null>(null);
	/** What is being set by figures before it is done; null while no such card is open. */
	form = $state.raw<FormRequest | null>(null);
	/** What panels draw on the map beside the plan, by who draws it. */
	drawn = $state.raw<Drawings>({});

	/** How drawing is done, and what is being drawn. */
	readonly pen = new Pen();
	readonly snapping = new Snapping();
	/** Between what places the least-exposed way is asked for. */
	readonly escape = new EscapeQuestion();
	/** The kinds of cameras to drop in, and the one a new camera is of. */
	readonly library = new CameraLibrary();
	/** The head of the selected pole that is at hand, by its place; null is none of them in particular. */
	head = $state<number | null>(null);
	/** What was aimed last, and at what place; null where nothing was since. */
	aimed = $state.raw<Aimed | null>(null);

	assumptions = $state.raw<Assumptions>(PRESENT);
	by = $state<CoverageBy>('all');
	/** Buildings of the region pack stand in the way of sight, where the pack has them. */
	occlusion = $state(true);
	minAreaM2 = $state(100);
	/** From what view the rings are judged. */
	sealView = $state.raw<SealView>(ESCAPER);

	coverage = $state.raw<CoverageAnswer | null>(null);
	/** While something is dragged, depth and suggestions are those of an earlier state: `isStale('advice')`. */
	seal = $state.raw<SealAnswer | null>(null);
	routes = $state.raw<RoutesAnswer | null>(null);
	/** Number of the plan's state that each answer is of. */
	answered = $state<Record<Asked, number>>({ ...NOTHING_ANSWERED });
	/** Long work under way, by question; an entry goes when its answer or failure comes. */
	progress = $state.raw<Partial<Record<Question, { done: number; total: number }>>>({});
	/** Questions that could not be answered, with what the thread said. */
	failed = $state.raw<Partial<Record<Question, string>>>({});
	/** Whether a road graph is open: without one, rings and roads have no answer. */
	hasRoads = $state(false);

	readonly shown = $derived(this.preview ? applyEdit(this.plan, this.preview).plan : this.plan);
	readonly isReadOnly = $derived(this.mode === 'review');
	readonly selectedItem = $derived(
		this.selection?.what === 'item' ? (this.shown.items.get(this.selection.id) ?? null) : null
	);
	/** `head`, where the selected camera has such a head. */
	readonly selectedHead = $derived(
		this.head !== null &&
			this.selectedItem?.kind === 'camera' &&
			this.selectedItem.properties.heads?.[this.head]
			? this.head
			: null
	);
	/** How many things of the plan are hidden; those that were dropped meanwhile do not count. */
	readonly hiddenCount = $derived(this.hidden.size - this.hiddenGone);
	readonly canUndo = $derived(!this.isReadOnly && this.history.cursor > 0);
	readonly canRedo = $derived(!this.isReadOnly && this.history.cursor < this.history.steps.length);

	/** Where on the globe the pointer and the screen are, as the map knows; null without a map. */
	sight: Sight | null = null;

	/** Does for good what is still only shown; null where nothing is. */
	private unsettled: (() => void) | null = null;
	/** Answers of states before this one are of another plan. */
	private openedAt = 0;
	private readonly stepListeners = new Set<(step: EditorStep) => void>();
	private readonly refusalListeners = new Set<(refusal: Refusal) => void>();

	/** `clock` gives steps their times; without one they have none. */
	constructor(
		readonly analysis: Analysis,
		private readonly clock: (() => Date) | null = null
	) {
		analysis.listen((event) => this.hear(event));
	}

	/** Something is shown that `finish` would do for good: it is asked to before anything else is done. */
	keepUnsettled(finish: (() => void) | null): void {
		this.unsettled = finish;
	}

	/** Does for good what is shown and waits, as a burst of arrow keys does. */
	settle(): void {
		const finish = this.unsettled;
		this.unsettled = null;
		finish?.();
	}

	/** Opens `plan` over `region`; history, selection and answers begin anew. */
	open(plan: Plan, region: RegionManifest | null, packs: PackUrls, history: History = EMPTY_HISTORY): void {
		this.settle();
		// edits of an `ItemMap` cost what they touch
		this.plan = plan.items instanceof ItemMap ? plan : { ...plan, items: ItemMap.of(plan.items) };
		this.history = history;
		this.region = region;
		this.hasRoads = packs.roads !== null;
		this.preview = null;
		this.select(null);
		this.hover = null;
		this.tool = 'select';
		this.cameraFilter = EVERY_CAMERA;
		this.hidden = NOTHING_HIDDEN;
		this.hiddenGone = 0;
		this.areaFigures = null;
		this.drawn = {};
		this.escape.forget();
		this.aid = null;
		this.form = null;
		this.coverage = this.seal = this.routes = null;
		this.progress = {};
		this.failed = {};
		this.number += 1;
		this.openedAt = this.number;
		this.answered = { ...NOTHING_ANSWERED };
		this.analysis.open(plan.items.values(), packs, this.options(), this.number);
	}

	/**
	 * Does `edit` for good; a running preview is replaced by it. Nothing in review, and nothing where it
	 * would change a locked thing: whoever listens to refusals hears why. True if it was done.
	 */
	do(edit: Edit): boolean {
		if (this.isReadOnly) return false;
		this.settle();
		this.showPreview(null);
		const refusal = lockedIn(this.plan, edit);
		if (refusal) {
			for (const listener of this.refusalListeners) listener(refusal);
			return false;
		}
		const at = this.clock?.().toISOString();
		const next = doEdit(this.plan, this.history, edit, at);
		this.countHidden(edit, next.plan);
		this.plan = next.plan;
		this.history = next.history;
		this.tell(edit.put, edit.drop);
		this.say(at === undefined ? { type: 'do', edit } : { type: 'do', edit, at });
		return true;
	}

	/**
	 * Shows `edit` without doing it, as while something is dragged; null takes the preview away, and so
	 * does what would change a locked thing.
	 */
	showPreview(wanted: Edit | null): void {
		const before = this.preview;
		const edit = wanted && lockedIn(this.plan, wanted) ? null : wanted;
		if (before === edit) return;
		this.preview = edit;
		const touched = new Set<ItemId>();
		for (const e of [before, edit]) {
			for (const item of e?.put ?? []) touched.add(item.id);
			for (const id of e?.drop ?? []) touched.add(id);
		}
		const put: Item[] = [];
		const drop: ItemId[] = [];
		for (const id of touched) {
			const item = this.shown.items.get(id);
			if (item) put.push(item);
			else drop.push(id);
		}
		this.tell(put, drop);
	}

	undo(): void {
		this.settle();
		this.step(undo(this.plan, this.history), { type: 'undo' });
	}

	redo(): void {
		this.settle();
		this.step(redo(this.plan, this.history), { type: 'redo' });
	}

	/** Goes to where `to` steps of the history are done, in one change of the map and the answers. */
	jump(to: number): void {
		this.settle();
		this.step(jumpTo(this.plan, this.history, to), { type: 'jump', to });
	}

	/** Does a step that was done before once more. */
	take(step: EditorStep): void {
		if (step.type === 'do') this.do(step.edit);
		else if (step.type === 'jump') this.jump(step.to);
		else this[step.type]();
	}

	select(selection: Selection | null): void {
		if (!isSameSelection(selection, this.selection)) this.head = this.aimed = null;
		this.selection = selection;
	}

	setTool(tool: Tool): void {
		// asking changes nothing
		const isAsking = tool === 'pick-way' || tool === 'lasso' || tool === 'measure';
		this.tool = this.isReadOnly && !isAsking ? 'select' : tool;
	}

	setMode(mode: 'plan' | 'review'): void {
		this.settle();
		this.showPreview(null);
		this.mode = mode;
		if (mode === 'review') {
			this.tool = 'select';
			this.aid = null;
			this.form = null;
		}
	}

	setLayer(group: LayerGroup, setting: Partial<LayerSetting>): void {
		this.layers = { ...this.layers, [group]: { ...this.layers[group], ...setting } };
	}

	/** Takes things off the map until they are shown again; they stay in the plan and in every verdict. */
	hide(ids: Iterable<ItemId>): void {
		this.setHidden(new Set([...this.hidden, ...ids]));
	}

	/** Brings hidden things back to the map: those of `ids`, or all. */
	unhide(ids?: Iterable<ItemId>): void {
		const left = new Set(ids ? this.hidden : NOTHING_HIDDEN);
		for (const id of ids ?? []) left.delete(id);
		this.setHidden(left);
	}

	private setHidden(hidden: ReadonlySet<ItemId>): void {
		let gone = 0;
		for (const id of hidden) if (!this.plan.items.has(id)) gone++;
		this.hidden = hidden;
		this.hiddenGone = gone;
	}

	/** Draws `features` on the map in place of what `by` drew before; none takes them away. */
	draw(by: DrawnBy, features: readonly DrawnFeature[]): void {
		// whoever draws does not hang on what others draw
		const drawn = untrack(() => this.drawn);
		if (features.length === 0 && !drawn[by]?.length) return;
		this.drawn = { ...drawn, [by]: features };
	}

	assume(change: Partial<AnalysisOptions>): void {
		if (change.assumptions) this.assumptions = change.assumptions;
		if (change.by) this.by = change.by;
		if (change.occlusion !== undefined) this.occlusion = change.occlusion;
		if (change.minAreaM2 !== undefined) this.minAreaM2 = change.minAreaM2;
		if (change.seal) this.sealView = change.seal;
		this.analysis.assume(this.options(), ++this.number);
	}

	/** Whether the answer to `question` is of an older state than the one shown and a newer one is coming. */
	isStale(question: Asked): boolean {
		if (question !== 'coverage' && !this.hasRoads) return false;
		// depth and suggestions are worked out where the verdict is
		if (question === 'advice' && this.failed.seal !== undefined) return false;
		return this.failed[question] === undefined && this.answered[question] < this.number;
	}

	/** Hears of every step taken for good, in order; the answer stops it. */
	listenSteps(listener: (step: EditorStep) => void): () => void {
		this.stepListeners.add(listener);
		return () => this.stepListeners.delete(listener);
	}

	/** Hears why an edit was not done; the answer stops it. */
	listenRefusals(listener: (refusal: Refusal) => void): () => void {
		this.refusalListeners.add(listener);
		return () => this.refusalListeners.delete(listener);
	}

	private hear(event: AnalysisEvent): void {
		if (event.type === 'tiles') return;
		if (event.type === 'progress') {
			const { done, total } = event;
			this.progress = { ...this.progress, [event.question]: done < total ? { done, total } : undefined };
			return;
		}
		if (event.type === 'failed') {
			this.failed = { ...this.failed, [event.question]: event.message };
			this.progress = { ...this.progress, [event.question]: undefined };
			return;
		}
		if (event.type === 'holds') {
			const { question, number } = event;
			if (isAsked(question) && number > this.answered[question]) this.answered[question] = number;
			return;
		}
		if (event.type === 'figures') {
			const { number, summary } = event;
			if (number < this.openedAt || number < this.answered.coverage) return;
			const { gaps = [], withBuildings = false } = this.coverage ?? {};
			this.coverage = { summary, gaps, withBuildings };
			return;
		}
		if (event.number < this.openedAt || event.number < this.answered[event.type]) return;
		if (event.type === 'coverage') this.coverage = event.answer;
		else if (event.type === 'seal') {
			const { suggestions = [], depth = null } = this.seal ?? {};
			this.seal = { ...event.answer, suggestions, depth };
		} else if (event.type === 'advice') {
			if (this.seal) this.seal = { ...this.seal, ...event.answer };
		} else this.routes = event.answer;
		this.answered[event.type] = event.number;
		if (this.failed[event.type] !== undefined) this.failed = { ...this.failed, [event.type]: undefined };
		if (this.progress[event.type]) this.progress = { ...this.progress, [event.type]: undefined };
	}

	/** Hidden things that `edit` drops are not told of, and come back hidden when it is undone. O(edit). */
	private countHidden({ put, drop }: Edit, next: Plan): void {
		if (this.hidden.size === 0) return;
		for (const id of new Set([...put.map((item) => item.id), ...drop])) {
			if (!this.hidden.has(id)) continue;
			this.hiddenGone += Number(!next.items.has(id)) - Number(!this.plan.items.has(id));
		}
	}

	private options(): AnalysisOptions {
		const { assumptions, by, minAreaM2, occlusion, sealView: seal } = this;
		return { assumptions, by, minAreaM2, occlusion, seal };
	}

	private tell(put: readonly Item[], drop: readonly ItemId[]): void {
		if (put.length + drop.length === 0) return;
		this.analysis.change(put, drop, ++this.number);
	}

	private say(step: EditorStep): void {
		for (const listener of this.stepListeners) listener(step);
	}

	private step(result: { plan: Plan; history: History; edit: Edit } | null, step: EditorStep): void {
		if (!result || this.isReadOnly) return;
		this.showPreview(null);
		this.countHidden(result.edit, result.plan);
		this.plan = result.plan;
		this.history = result.history;
		this.tell(result.edit.put, result.edit.drop);
		this.say(step);
	}
}

function isAsked(question: Question): question is Asked {
	return question in NOTHING_ANSWERED;
}
