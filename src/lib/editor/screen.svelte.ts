import type { AttributeQuery } from '../domain/attribute-query.ts';
import type { ItemId } from '../domain/items.ts';
import type { Problem } from '../domain/problem.ts';
import type { AreaScope } from './area-scope.ts';

export const FINDINGS_TABS = [
	'figures',
	'leaks',
	'gaps',
	'crossings',
	'roads',
	'checks',
	'problems'
] as const;
export type FindingsTab = (typeof FINDINGS_TABS)[number];
/** What can lie in the wide dock under the map. */
export const DOCKS = ['areas', 'redundancy', 'system', 'escape', 'response', 'placement', 'patrol'] as const;
export type Dock = (typeof DOCKS)[number];
export type Theme = 'light' | 'dark';
export type OpenDialog = 'help' | 'palette' | 'kept-plans' | null;

/** A passing word to the person, with at most one thing to do about it. */
export interface Toast {
	readonly id: number;
	readonly text: string;
	readonly tone: 'plain' | 'wrong';
	readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

/** Problems of the file that was opened last. */
export interface FileProblems {
	readonly file: string;
	/** The first of them where there are very many. */
	readonly problems: readonly Problem[];
	readonly count: number;
	/** Whether anything of the file could be opened. */
	readonly isOpen: boolean;
}

/** As before any file was opened. */
export const NO_PROBLEMS: FileProblems = { file: '', problems: [], count: 0, isOpen: true };

/** A large plan on its way to the screen. */
export interface Opening {
	readonly name: string;
	/** How much of it is done, 0 to 1. */
	readonly share: number;
	/** Gives it up; what is open stays. */
	readonly cancel: () => void;
}

const NO_QUERY: AttributeQuery = {
	kind: 'camera',
	joined: 'all',
	conditions: [{ field: 'owner', comparison: 'is', values: [] }]
};

/** Width below which the right panel lies over the map, and both start closed. */
const NARROW_PX = 1180;
/** Width up to which panels come up from below: with a finger, and with anything. */
const SHEET_TOUCH_PX = 1024;
const SHEET_PX = 820;

/** How the screen stands around the map: panels, tabs, dialogs, theme, passing words. Not saved with the plan. */
export class Screen {
	theme = $state<Theme>('light');
	leftOpen = $state(true);
	rightOpen = $state(true);
	isNarrow = $state(false);
	/** Whether panels come up from below, over the map, as on a tablet. */
	isSheet = $state(false);
	/** How far up the open one has come. */
	sheet = $state<'half' | 'full'>('half');
	/** What the list of the left panel is of. */
	leftList = $state<'things' | 'history'>('things');
	tab = $state<FindingsTab>('figures');
	/** Ring whose leaks or crossings are listed; null is the first. */
	ring = $state<ItemId | null>(null);
	dialog = $state<OpenDialog>(null);
	/** What the dock under the map shows; null is closed. */
	dock = $state<Dock | null>(null);
	/** Whether the strip of the week is unfolded. */
	weekOpen = $state(false);
	/** Which areas the table lists; null is the coarsest level there is. */
	areaScope = $state<AreaScope | null>(null);
	/** Which step of the tour is shown; null is none. */
	tour = $state<number | null>(null);
	/** The first of two strokes, when it was pressed and the second is awaited. */
	stroke = $state<string | null>(null);
	/** What the search is open for; null is closed. */
	finding = $state<'words' | 'coordinates' | null>(null);
	isRenaming = $state(false);
	proposalsOpen = $state(false);
	/** Whether the card that picks things out by what they say is open. */
	isPicking = $state(false);
	/** What that card asks, kept while it is closed. */
	query = $state.raw<AttributeQuery>(NO_QUERY);
	/** Stored roads that the map no longer shows and that are to stay so, by `staleKey`; until a plan is opened. */
	keptControls = $state.raw<ReadonlySet<string>>(new Set());
	toasts = $state.raw<readonly Toast[]>([]);
	problems = $state.raw<FileProblems>(NO_PROBLEMS);
	/** What is being done that takes a while and blocks nothing, in words; null is nothing. */
	busy = $state<string | null>(null);
	opening = $state.raw<Opening | null>(null);

	/** Opens the browser's file dialog; the page hands it in. */
	askForFile: (() => void) | null = null;

	private toastId = 0;

	/** Shows a findings tab, and that ring's where one is named. */
	showFindings(tab: FindingsTab, ring?: ItemId): void {
		this.tab = tab;
		if (ring !== undefined) this.ring = ring;
		this.rightOpen = true;
		if (this.isNarrow) this.leftOpen = false;
	}

	/** Takes away whatever panel has come up. */
	closePanels(): void {
		this.leftOpen = this.rightOpen = false;
		this.sheet = 'half';
	}

	/** Shows `list` in the left panel; where it is shown already, things again. */
	showLeft(list: Screen['leftList']): void {
		const isShown = this.leftOpen && this.leftList === list;
		this.leftList = isShown ? 'things' : list;
		if (!this.leftOpen) this.toggleLeft();
	}

	toggleLeft(): void {
		this.leftOpen = !this.leftOpen;
		if (this.leftOpen && this.isNarrow) this.rightOpen = false;
	}

	/** Opens the right panel, alone where there is room for one. */
	openRight(): void {
		this.rightOpen = true;
		if (this.isSheet) this.leftOpen = false;
	}

	toggleRight(): void {
		this.rightOpen = !this.rightOpen;
		if (this.rightOpen && this.isNarrow) this.leftOpen = false;
	}

	/** Takes the window's width over; becoming narrow gives the map all of it, until a panel is asked for. */
	fit(widthPx: number, isCoarse = false): void {
		this.isSheet = widthPx <= (isCoarse ? SHEET_TOUCH_PX : SHEET_PX);
		const isNarrow = widthPx < NARROW_PX;
		if (isNarrow !== this.isNarrow) this.leftOpen = this.rightOpen = !isNarrow;
		this.isNarrow = isNarrow;
	}

	/** Says `text` in passing; with an action it stays longer. */
	say(text: string, tone: Toast['tone'] = 'plain', action?: Toast['action']): void {
		const id = ++this.toastId;
		this.toasts = [...this.toasts.slice(-2), { id, text, tone, action }];
		setTimeout(() => this.unsay(id), action || tone === 'wrong' ? 12_000 : 5_000);
	}

	unsay(id: number): void {
		this.toasts = this.toasts.filter((toast) => toast.id !== id);
	}
}
