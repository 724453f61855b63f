import { PRESENT, type Assumptions } from '../domain/assumptions.ts';
import { applyEdit, type Edit } from '../domain/edit.ts';
import { doEdit, EMPTY_HISTORY, redo, undo, type History } from '../domain/history.ts';
import type { Item, ItemId } from '../domain/items.ts';
import type { Plan } from '../domain/plan.ts';
import type { RegionManifest } from '../domain/region.ts';
import type { Bbox, LngLat } from '../geo/coordinates.ts';
import type { SealAnswer } from '../domain/findings/sealing.ts';
import type { RoutesAnswer } from '../domain/findings/routes.ts';
import type { CoverageBy } from '../domain/findings/gaps.ts';
import type { Analysis, AnalysisOptions, CoverageAnswer } from '../workers/analysis-events.ts';
import { DEFAULT_LAYERS, type LayerGroup, type LayerSetting, type LayerSettings } from './layers.ts';
import type { Selection } from './selection.ts';

/** What the pointer means on the map. */
export type Tool = 'select' | 'add-checkpoint' | 'add-camera' | 'draw-zone' | 'draw-ring' | 'reshape';

/** A wish that the map shows something; the map clears it. */
export type ViewRequest = { bbox: Bbox } | { at: LngLat; zoom?: number };

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

	assumptions = $state.raw<Assumptions>(PRESENT);
	by = $state<CoverageBy>('all');
	minAreaM2 = $state(100);

	coverage = $state.raw<CoverageAnswer | null>(null);
	seal = $state.raw<SealAnswer | null>(null);
	routes = $state.raw<RoutesAnswer | null>(null);
	/** Number of the plan's state that each answer is of. */
	answered = $state({ coverage: -1, seal: -1, routes: -1 });

	readonly shown = $derived(this.preview ? applyEdit(this.plan, this.preview).plan : this.plan);
	readonly isReadOnly = $derived(this.mode === 'review');
	readonly selectedItem = $derived(
		this.selection?.what === 'item' ? (this.shown.items.get(this.selection.id) ?? null) : null
	);

	constructor(readonly analysis: Analysis) {
		analysis.listen((event) => {
			if (event.type === 'coverage' && event.number >= this.answered.coverage) {
				this.coverage = event.answer;
				this.answered.coverage = event.number;
			} else if (event.type === 'seal' && event.number >= this.answered.seal) {
				this.seal = event.answer;
				this.answered.seal = event.number;
			} else if (event.type === 'routes' && event.number >= this.answered.routes) {
				this.routes = event.answer;
				this.answered.routes = event.number;
			}
		});
	}

	/** Opens `plan` over `region`; history, selection and answers begin anew. */
	open(
		plan: Plan,
		region: RegionManifest | null,
		roadsUrl: string | null,
		history: History = EMPTY_HISTORY
	): void {
		this.plan = plan;
		this.history = history;
		this.region = region;
		this.preview = null;
		this.selection = null;
		this.hover = null;
		this.tool = 'select';
		this.coverage = this.seal = this.routes = null;
		this.analysis.open([...plan.items.values()], roadsUrl, this.options(), ++this.number);
	}

	/** Does `edit` for good; a running preview is replaced by it. Nothing in review. */
	do(edit: Edit): void {
		if (this.isReadOnly) return;
		this.showPreview(null);
		const next = doEdit(this.plan, this.history, edit);
		this.plan = next.plan;
		this.history = next.history;
		this.tell(edit.put, edit.drop);
	}

	/** Shows `edit` without doing it, as while something is dragged; null takes the preview away. */
	showPreview(edit: Edit | null): void {
		const before = this.preview;
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
		this.step(undo(this.plan, this.history));
	}

	redo(): void {
		this.step(redo(this.plan, this.history));
	}

	select(selection: Selection | null): void {
		this.selection = selection;
	}

	setTool(tool: Tool): void {
		this.tool = this.isReadOnly ? 'select' : tool;
	}

	setMode(mode: 'plan' | 'review'): void {
		this.showPreview(null);
		this.mode = mode;
		if (mode === 'review') this.tool = 'select';
	}

	setLayer(group: LayerGroup, setting: Partial<LayerSetting>): void {
		this.layers = { ...this.layers, [group]: { ...this.layers[group], ...setting } };
	}

	assume(change: Partial<AnalysisOptions>): void {
		if (change.assumptions) this.assumptions = change.assumptions;
		if (change.by) this.by = change.by;
		if (change.minAreaM2 !== undefined) this.minAreaM2 = change.minAreaM2;
		this.analysis.assume(this.options(), ++this.number);
	}

	private options(): AnalysisOptions {
		return { assumptions: this.assumptions, by: this.by, minAreaM2: this.minAreaM2 };
	}

	private tell(put: readonly Item[], drop: readonly ItemId[]): void {
		if (put.length + drop.length === 0) return;
		this.analysis.change(put, drop, ++this.number);
	}

	private step(result: { plan: Plan; history: History; edit: Edit } | null): void {
		if (!result || this.isReadOnly) return;
		this.showPreview(null);
		this.plan = result.plan;
		this.history = result.history;
		this.tell(result.edit.put, result.edit.drop);
	}
}
