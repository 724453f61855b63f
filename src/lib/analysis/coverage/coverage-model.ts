import type { Polygon } from 'geojson';
import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy, GapReason, GapRow, GapSummary } from '../../domain/findings/gaps.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { Bbox } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { Faces } from '../../geo/overlay/faces.ts';
import { NodingError } from '../../geo/overlay/noder.ts';
import { AreaLookup } from './area-lookup.ts';
import type { Cell } from './cell.ts';
import { CellTree } from './cell-tree.ts';
import { CellWork } from './cell-work.ts';
import type { Footprints } from './footprints.ts';
import { gapCollection, polygonOf, type GapCollection } from './gap-features.ts';
import { GapIndex } from './gap-index.ts';
import { GapList } from './gap-list.ts';
import { ObserverBook } from './observer-book.ts';
import { RingStore } from './ring-store.ts';
import { cellsLinkingTo } from './seams.ts';
import { boundsOf, isBoundary, type Boundary } from './subject.ts';

/** What `gaps` is asked with. */
export interface CoverageOptions {
	readonly assumptions: Assumptions;
	readonly by: CoverageBy;
	/** Gaps below this that are also narrow are slivers, and dropped; see `GapList`. */
	readonly minAreaM2: number;
}

/** How far the work is, and the ground whose answer changed since the call before. */
export interface Progress {
	done: number;
	total: number;
	touched: Bbox | null;
}

/** A piece of ground within one cell: covered (`reason` null), or open. */
export interface CoveragePiece {
	readonly reason: GapReason | null;
	/** Null for covered ground. */
	readonly gapId: string | null;
	/** Rings of the integer grid, exterior first; views that must not be kept. */
	readonly rings: readonly Int32Array[];
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
	private readonly observers: ObserverBook;
	private readonly boundaries = new Map<ItemId, Boundary>();
	private lookup = new AreaLookup([]);
	private refusedBounds: ItemId[] = [];
	private areaM2 = 0;
	private batch = 0;
	private index: GapIndex | null = null;
	private list: GapList | null = null;
	/** Cells worked out since the last index was made. */
	private changed: Cell[] = [];

	constructor(options: CoverageOptions) {
		this.options = options;
		this.observers = new ObserverBook(this.store, this.tree, options);
	}

	/** Why there is nothing to answer about; null where there is. */
	refusal: 'no-area' | null = 'no-area';

	/** Takes a whole plan in, in the place of what was there. */
	open(items: Iterable<Item>): void {
		const all = [...items];
		const gone = new Set<ItemId>([...this.observers.ids(), ...this.boundaries.keys()]);
		if (gone.size > 0) for (const item of all) gone.delete(item.id);
		this.change(all, [...gone]);
	}

	/** Puts items in and takes ids out, as an edit does. */
	change(put: readonly Item[], drop: readonly ItemId[]): void {
		let isBounded = false;
		for (const id of drop) {
			this.observers.drop(id);
			if (this.boundaries.delete(id)) isBounded = true;
		}
		for (const item of put) {
			if (isBoundary(item)) {
				if (this.boundaries.get(item.id)?.geometry !== item.geometry) isBounded = true;
				else if (this.boundaries.get(item.id)?.properties.level !== item.properties.level) isBounded = true;
				this.boundaries.set(item.id, item);
			} else {
				if (this.boundaries.delete(item.id)) isBounded = true;
				this.observers.put(item);
			}
		}
		if (isBounded) this.bound();
		this.begin();
	}

	/** Asks the question anew under other options. */
	assume(options: CoverageOptions): void {
		const { assumptions } = this.options;
		const isBounded = options.assumptions.without.join() !== assumptions.without.join();
		this.options = options;
		this.observers.assume(options);
		if (isBounded) this.bound();
		this.list = null;
		this.begin();
	}

	/**
	 * Works cells out, those that meet `view` first, until all are done or `budgetMs` have gone by; at
	 * least one a call. To be called until `done` is `total`.
	 */
	work(budgetMs: number, view?: Bbox): Progress {
		const until = performance.now() + budgetMs;
		const box = [Infinity, Infinity, -Infinity, -Infinity];
		if (this.tree.dirty.size === 0) return { done: this.batch, total: this.batch, touched: null };
		this.index = null;
		this.list = null;
		const queue = [...this.tree.dirty];
		if (view) {
			const isIn = (cell: Cell): boolean => meets(cell, view);
			queue.splice(0, queue.length, ...queue.filter(isIn), ...queue.filter((cell) => !isIn(cell)));
		}
		for (let next = 0; next < queue.length; next++) {
			const cell = queue[next];
			this.workOut(cell, queue);
			box[0] = Math.min(box[0], cell.x);
			box[1] = Math.min(box[1], cell.y);
			box[2] = Math.max(box[2], cell.x + cell.size);
			box[3] = Math.max(box[3], cell.y + cell.size);
			if (performance.now() >= until) break;
		}
		const [west, south, east, north] = box.map((value) => value / GRID_PER_DEG);
		this.batch = Math.max(this.batch, this.tree.dirty.size);
		return {
			done: this.batch - this.tree.dirty.size,
			total: this.batch,
			touched: [west, south, east, north]
		};
	}

	/** The figures. Areas of cells are scaled to the area as a whole, which no edit of a camera changes. */
	summary(): GapSummary {
		let open = 0;
		let covered = 0;
		for (const cell of this.tree.leaves()) {
			if (!cell.gaps) continue;
			open += cell.gapM2;
			covered += cell.subjectM2 - cell.gapM2;
		}
		const list = this.gapList();
		const areaM2 = toThousandth(this.areaM2);
		const gapM2 = toThousandth(open + covered > 0 ? (this.areaM2 * open) / (open + covered) : 0);
		const coveredM2 = toThousandth(areaM2 - gapM2);
		return {
			areaM2,
			coveredM2,
			gapM2,
			coveredShare: areaM2 > 0 ? coveredM2 / areaM2 : 0,
			gaps: list.count,
			droppedSliversM2: toThousandth(list.droppedSliversM2),
			uncertainCameras: this.observers.uncertain,
			unratedCameras: 0,
			likelyM2: 0,
			possibleM2: 0,
			whatIf: []
		};
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

	/** The pieces of ground in the cells that meet `bbox`, as for a map tile; slivers are left out. */
	forEachPiece(
		bbox: Bbox,
		visit: (piece: CoveragePiece) => void,
		what: 'covered' | 'gaps' | 'all' = 'all'
	): void {
		const [west, south, east, north] = bbox.map((deg) => Math.round(deg * GRID_PER_DEG));
		const list = what === 'covered' ? null : this.gapList();
		for (const cell of this.tree.leavesMeeting(west, south, east, north)) {
			if (!cell.gaps) continue;
			if (list) {
				const { faces } = cell.gaps;
				for (let f = 0; f < faces.label.length; f++) {
					const gap = list.index.gapOf[cell.firstFace + f];
					const gapId = list.idOf(gap);
					if (gapId === null) continue;
					visit({ reason: list.reasonOf(gap), gapId, rings: ringsOf(faces, f) });
				}
			}
			if (what === 'gaps' || this.tree.dirty.has(cell)) continue;
			const faces = this.cells.coveredFaces(cell);
			for (let f = 0; f < faces.label.length; f++) {
				visit({ reason: null, gapId: null, rings: ringsOf(faces, f) });
			}
		}
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
		this.batch = this.tree.dirty.size;
		if (this.batch > 0) {
			this.index = null;
			this.list = null;
		}
	}

	private bound(): void {
		const duty = new DutyBook(this.options.assumptions);
		const present = [...this.boundaries.values()].filter((item) => duty.standingOf(item) !== 'absent');
		const { found, refused } = boundsOf(present);
		this.refusedBounds = refused;
		this.refusal = found.length === 0 ? 'no-area' : null;
		this.lookup = new AreaLookup(found);
		for (const cell of this.tree.leaves()) cell.areaOf = null;
		this.tree.setSubject(
			found.flatMap(({ rings }) => rings),
			this.observers.slots()
		);
		this.areaM2 = 0;
		for (const root of this.tree.rootCells()) this.areaM2 += this.cells.subjectArea(root);
		this.index = null;
		this.list = null;
		this.changed = [];
		for (const cell of this.tree.leaves()) cell.links = null;
	}

	/** Works a cell out; where the grid is too coarse for it, its quarters join the queue. */
	private workOut(cell: Cell, queue: Cell[]): void {
		this.tree.dirty.delete(cell);
		try {
			this.cells.workOut(cell);
			this.changed.push(cell);
		} catch (error) {
			if (!(error instanceof NodingError)) throw error;
			const before = new Set(this.tree.dirty);
			if (!this.tree.forceSplit(cell)) throw error;
			for (const quarter of this.tree.dirty) if (!before.has(quarter)) queue.push(quarter);
		}
	}

	private gapList(): GapList {
		if (this.index === null) {
			const leaves = this.tree.leaves();
			const stale = [...this.changed, ...this.tree.replaced];
			if (4 * stale.length > leaves.length) for (const cell of leaves) cell.links = null;
			else for (const cell of stale) for (const other of cellsLinkingTo(cell, this.tree)) other.links = null;
			this.changed = [];
			this.tree.replaced = [];
			this.index = new GapIndex(this.tree);
			this.list = null;
		}
		this.list ??= new GapList(this.index, this.lookup, this.options.by, this.options.minAreaM2);
		return this.list;
	}
}

/** Rounds the dust of adding up away; 10,000 km2 keep three decimals exactly. */
function toThousandth(m2: number): number {
	return Math.round(m2 * 1000) / 1000;
}

function meets(cell: Cell, [west, south, east, north]: Bbox): boolean {
	return (
		cell.x < east * GRID_PER_DEG &&
		cell.x + cell.size > west * GRID_PER_DEG &&
		cell.y < north * GRID_PER_DEG &&
		cell.y + cell.size > south * GRID_PER_DEG
	);
}

function ringsOf({ faceStart, ringStart, coords }: Faces, f: number): Int32Array[] {
	const rings: Int32Array[] = [];
	for (let r = faceStart[f]; r < faceStart[f + 1]; r++) {
		rings.push(coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1]));
	}
	return rings;
}
