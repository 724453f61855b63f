import type { Polygon } from 'geojson';
import type { Assumptions } from '../../domain/assumptions.ts';
import type { AreaFigures } from '../../domain/findings/areas.ts';
import type { CoverageBy, GapRow, GapSummary } from '../../domain/findings/gaps.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { grantedBy } from '../../domain/needs.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { Bbox } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { AreaLookup } from './area-lookup.ts';
import { areaRows, figuresByArea, type AreaRow } from './by-area.ts';
import type { BatchAnswer } from './batch-answer.ts';
import type { Cell } from './cell.ts';
import { CellQueue, type Loan, type Progress } from './cell-queue.ts';
import { noSums } from './cell-sums.ts';
import { CellTree } from './cell-tree.ts';
import { CellWork } from './cell-work.ts';
import { PieceReader, type CoveragePiece } from './coverage-pieces.ts';
import type { Footprints } from './footprints.ts';
import { gapCollection, polygonOf, type GapCollection } from './gap-features.ts';
import { GapList } from './gap-list.ts';
import { GapTree } from './gap-tree.ts';
import { Intake } from './intake.ts';
import { ObserverBook } from './observer-book.ts';
import { RedundancyWork } from './redundancy.ts';
import { RingStore } from './ring-store.ts';
import { boundsOf, isBoundary, type Boundary } from './subject.ts';
import { summaryOf } from './summary.ts';
import type { Walls } from './walls.ts';
import { Watchers } from './watchers.ts';

/** What `gaps` is asked with. */
export interface CoverageOptions {
	readonly assumptions: Assumptions;
	readonly by: CoverageBy;
	/** Gaps below this that are also narrow are slivers, and dropped; see `GapTree`. */
	readonly minAreaM2: number;
	/** What stands in the way of sight; absent: nothing. */
	readonly walls?: Walls | null | undefined;
}

/**
 * What of the ground no camera sees and no patrol zone holds, kept up to date.
 *
 * The plan is opened once and then changed item by item; the ground is cut into cells, and `work`
 * does those that changed, as many as fit the time given. Until it says that all is done, answers
 * are of what is done so far. The answer depends on the items and options alone: not on the order
 * in which they came, nor on the way they were changed.
 */
export class CoverageModel {
	private options: CoverageOptions;
	private readonly store = new RingStore();
	private readonly tree = new CellTree(this.store);
	private readonly cells = new CellWork(this.store);
	private readonly gapTree: GapTree;
	private readonly queue: CellQueue;
	private readonly observers: ObserverBook;
	private readonly boundaries = new Map<ItemId, Boundary>();
	private lookup = new AreaLookup([]);
	private rows: AreaRow[] = [];
	private refusedBounds: ItemId[] = [];
	private areaM2 = 0;
	private readonly intake = new Intake();
	/** Made when first asked for: it brings an overlay of its own. */
	private watchers: Watchers | null = null;
	private list: GapList | null = null;

	constructor(options: CoverageOptions) {
		this.options = options;
		this.observers = new ObserverBook(this.store, this.tree, options);
		this.gapTree = new GapTree(this.tree, options.minAreaM2);
		this.queue = new CellQueue(this.tree, this.store, this.cells, this.gapTree);
		this.cells.grant(this.observers.granted);
	}

	/** Why there is nothing to answer about; null where there is. */
	refusal: 'no-area' | null = 'no-area';

	/** Takes a whole plan in, in the place of what was there. */
	open(items: Iterable<Item>): void {
		this.openInSteps(items);
		this.intake.finish();
	}

	/** As `open`, but it is `work` that takes the things in, as many as fit its time. */
	openInSteps(items: Iterable<Item>): void {
		this.intake.finish();
		const all = [...items];
		const gone = new Set<ItemId>([...this.observers.ids(), ...this.boundaries.keys()]);
		if (gone.size > 0) for (const item of all) gone.delete(item.id);
		this.intake.begin(this.changeSteps(all, [...gone]), all.length);
	}

	/** Puts items in and takes ids out, as an edit does. */
	change(put: readonly Item[], drop: readonly ItemId[]): void {
		this.intake.finish();
		this.intake.begin(this.changeSteps(put, drop), put.length);
		this.intake.finish();
	}

	private *changeSteps(put: readonly Item[], drop: readonly ItemId[]): Generator<void> {
		let isBounded = false;
		for (const id of drop) {
			this.observers.drop(id);
			if (this.boundaries.delete(id)) isBounded = true;
		}
		for (const item of put) {
			if (isBoundary(item)) {
				const before = this.boundaries.get(item.id);
				if (before?.geometry !== item.geometry || before?.properties !== item.properties) isBounded = true;
				this.boundaries.set(item.id, item);
				this.observers.drop(item.id);
			} else {
				if (this.boundaries.delete(item.id)) isBounded = true;
				this.observers.put(item);
			}
			yield;
		}
		if (isBounded) this.bound();
		this.begin();
	}

	/** Asks the question anew under other options. */
	assume(options: CoverageOptions): void {
		this.assumeInSteps(options);
		this.intake.finish();
	}

	/** As `assume`, but it is `work` that judges the things anew, as many as fit its time. */
	assumeInSteps(options: CoverageOptions): void {
		this.intake.finish();
		const before = this.options;
		this.options = options;
		this.intake.begin(this.assumeSteps(before), this.observers.size);
	}

	private *assumeSteps(before: CoverageOptions): Generator<void> {
		const { options } = this;
		yield* this.observers.assume(options);
		this.cells.grant(this.observers.granted);
		this.watchers = null;
		this.gapTree.limit(options.minAreaM2);
		if (options.assumptions.without.join() !== before.assumptions.without.join()) this.bound();
		this.list = null;
		this.begin();
	}

	/**
	 * Works cells out, those that meet `view` first, until all are done or `budgetMs` have gone by; at
	 * least one a call. To be called until `done` is `total`.
	 */
	work(budgetMs: number, view?: Bbox): Progress {
		if (!this.intake.isDone) return this.intake.work(budgetMs);
		if (this.queue.left > 0) this.list = null;
		return this.intake.onTop(this.queue.work(budgetMs, view));
	}

	/** Cells to be worked out that are not lent. */
	get waiting(): number {
		return this.intake.isDone ? this.queue.here : 0;
	}

	/** Hands up to `most` cells out as batch `number`, those that meet `view` first; null where none waits. */
	lend(number: number, most: number, view?: Bbox): Loan | null {
		return this.intake.isDone ? this.queue.lend(number, most, this.observers.granted, view) : null;
	}

	/** Takes in what was worked out of cells that were lent; what changed meanwhile, or was done here, stays. */
	accept(loan: Loan, answer: BatchAnswer): void {
		this.list = null;
		this.queue.accept(loan, answer);
	}

	/** Cells that were lent are to be worked out here again. */
	takeBack(loan: Loan): void {
		this.queue.takeBack(loan);
	}

	/** The figures; only what changed since the last call is reckoned anew. */
	summary(): GapSummary {
		return summaryOf(this.gapTree.whole().sums ?? noSums(), {
			areaM2: this.areaM2,
			granted: grantedBy(this.options.assumptions),
			isInWork: this.queue.left > 0 || !this.intake.isDone,
			uncertainCameras: this.observers.uncertain,
			unratedCameras: this.options.assumptions.minPxPerM === undefined ? 0 : this.observers.unrated
		});
	}

	/** Every gap but slivers, largest first; at most `limit`. */
	gaps(limit = Infinity): GapRow[] {
		const list = this.gapList();
		return list
			.order()
			.slice(0, limit)
			.map((gap) => list.row(gap));
	}

	/** The whole polygon of the gap with this id; null where there is none (any more). */
	gap(id: string): Polygon | null {
		const list = this.gapList();
		const gap = list.find(id);
		return gap === null ? null : polygonOf(list.polygon(gap));
	}

	/**
	 * The pieces of ground in the cells that meet `bbox`, as for a map tile; slivers are left out.
	 * Squares of up to `coarse` grid units are drawn as one piece, by the share of it that is meant.
	 */
	forEachPiece(
		bbox: Bbox,
		visit: (piece: CoveragePiece) => void,
		what: 'covered' | 'gaps' | 'watchers' | 'all' = 'all',
		coarse = 0
	): void {
		const [west, south, east, north] = bbox.map((deg) => Math.round(deg * GRID_PER_DEG));
		const pieces = new PieceReader(this.gapTree, this.options.by, coarse);
		const facesOf = (cell: Cell) => this.cells.coveredFaces(cell);
		const watchedIn = (cell: Cell) => (cell.watched ??= this.watchersNow().faces(cell));
		pieces.forEachSquare(this.gapTree.whole(), [west, south, east, north], (node) => {
			if (what === 'watchers') pieces.watchedIn(node, watchedIn, visit);
			else if (what !== 'covered') pieces.openIn(node, visit);
			if (what !== 'gaps' && what !== 'watchers' && !this.queue.isDue(node)) {
				pieces.coveredIn(node, facesOf, visit);
			}
		});
	}

	/** Coverage and cameras of every area, every setting, and the whole. */
	byArea(): AreaFigures[] {
		return figuresByArea(this.rows, this.gapTree.whole(), this.cells, this.observers, this.summary());
	}

	/** Who watches what, to be worked out step by step; of the plan as it stands now. */
	redundancy(): RedundancyWork {
		return new RedundancyWork(this.store, this.tree, this.observers);
	}

	/** The footprints of all that counts. */
	footprints(): Footprints {
		return this.observers.footprints();
	}

	/** Ids of areas, rings, zones and routes left out because a ring of theirs crosses itself or is none. */
	refusedItems(): ItemId[] {
		return [...this.refusedBounds, ...this.observers.refused()];
	}

	/** The answer as a file: every gap joined across cells. */
	answer(): GapCollection {
		return gapCollection(this.gapList(), this.summary());
	}

	private begin(): void {
		this.tree.settle();
		this.queue.begin();
		if (this.queue.left > 0) this.list = null;
	}

	private bound(): void {
		const duty = new DutyBook(this.options.assumptions);
		const present = [...this.boundaries.values()].filter((item) => duty.standingOf(item) !== 'absent');
		const { found, refused } = boundsOf(present);
		this.refusedBounds = refused;
		this.refusal = found.length === 0 ? 'no-area' : null;
		this.lookup = new AreaLookup(found);
		this.rows = areaRows(found);
		for (const cell of this.tree.leaves()) cell.areaOf = cell.byArea = null;
		this.tree.setSubject(
			found.flatMap(({ rings }) => rings),
			this.observers.slots()
		);
		this.areaM2 = 0;
		for (const root of this.tree.rootCells()) this.areaM2 += this.cells.areaOf(root);
		this.gapTree.plant();
		this.list = null;
	}

	private watchersNow(): Watchers {
		return (this.watchers ??= new Watchers(this.store, this.observers.granted));
	}

	private gapList(): GapList {
		this.list ??= new GapList(this.gapTree, this.lookup, this.options.by);
		return this.list;
	}
}
