import { RingClipper } from '../../geo/overlay/ring-clipper.ts';
import { Cell } from './cell.ts';
import { collectLeaves, collectMeeting } from './cell-walk.ts';
import type { RingStore } from './ring-store.ts';
import { clipSubject, isSamePart, type SubjectPart } from './subject.ts';

/** Cells of the coarsest grid: 0.05 degree, about 5.8 km from south to north. */
const ROOT_SIZE = 1 << 19;
/** No cell is split below about 24 m, except where the grid demands it. */
const LEAST_SIZE = 1 << 11;
const LEAST_FORCED_SIZE = 1 << 5;
/** A cell with more rings than this is split. */
const MOST_RINGS = 64;

/**
 * The ground asked about, cut into square cells keyed to absolute multiples of their size.
 *
 * A cell is split where more than 64 rings meet it, none of which covers it whole. That depends on
 * the rings alone, never on the order in which they came, so the same scene has the same cells.
 */
export class CellTree {
	private readonly roots = new Map<number, Cell>();
	private readonly clipper = new RingClipper();
	private leafList: Cell[] | null = null;
	/** Cells to be worked out. */
	readonly dirty = new Set<Cell>();
	/** Cells that were split or joined, so that what led into them or their children leads nowhere. */
	replaced: Cell[] = [];

	constructor(private readonly store: RingStore) {}

	/** Sets the subject; cells whose part of it stays the same keep what was worked out. `slots` are all rings. */
	setSubject(rings: readonly Int32Array[], slots: Iterable<number>): void {
		const before = new Map(this.roots);
		this.roots.clear();
		this.leafList = null;
		const half = 2 ** 31;
		for (const x of [-half, 0]) for (const y of [-half, 0]) this.grow(rings, x, y, half, before);
		for (const root of before.values()) this.forget(root);
		const isNew = (root: Cell): boolean => root.count < 0;
		const fresh = new Set([...this.roots.values()].filter(isNew));
		for (const root of fresh) root.count = 0;
		if (fresh.size === 0) return;
		const putInFresh = (root: Cell, slot: number): void => {
			if (fresh.has(root)) this.put(root, slot);
		};
		for (const slot of slots) this.forEachRoot(slot, putInFresh);
		this.settle();
	}

	insert(slot: number): void {
		if (this.roots.size > 0) this.forEachRoot(slot, this.putRing);
	}

	remove(slot: number): void {
		this.forEachRoot(slot, this.dropRing);
	}

	/** The ring in `slot` counts otherwise than before: its cells are to be worked out anew. */
	stir(slot: number): void {
		this.forEachRoot(slot, this.stirRing);
	}

	/** Splits and joins cells after rings came and went; to be called before anything is asked. */
	settle(): void {
		for (const root of this.roots.values()) if (root.isTouched) this.settleCell(root);
	}

	/** Splits a cell that the grid is too coarse for; false where it is as small as can be. */
	forceSplit(cell: Cell): boolean {
		if (cell.size <= LEAST_FORCED_SIZE) return false;
		this.split(cell);
		return true;
	}

	/** Cells without children, by rows of roots from the south-west, then in quadtree order. */
	leaves(): readonly Cell[] {
		if (this.leafList === null) {
			const keys = [...this.roots.keys()].sort((a, b) => a - b);
			const list: Cell[] = [];
			for (const key of keys) collectLeaves(this.roots.get(key), list);
			this.leafList = list;
		}
		return this.leafList;
	}

	rootCells(): Iterable<Cell> {
		return this.roots.values();
	}

	/** Cells without children that share more than an edge with the box. */
	leavesMeeting(west: number, south: number, east: number, north: number): Cell[] {
		const found: Cell[] = [];
		const columns = Math.floor((east - 1) / ROOT_SIZE) - Math.floor(west / ROOT_SIZE) + 1;
		const rows = Math.floor((north - 1) / ROOT_SIZE) - Math.floor(south / ROOT_SIZE) + 1;
		if (columns * rows > this.roots.size) {
			for (const root of this.roots.values()) collectMeeting(root, west, south, east, north, found);
			return found;
		}
		for (let y = Math.floor(south / ROOT_SIZE); y * ROOT_SIZE < north; y++) {
			for (let x = Math.floor(west / ROOT_SIZE); x * ROOT_SIZE < east; x++) {
				const root = this.roots.get(keyOf(x, y));
				if (root) collectMeeting(root, west, south, east, north, found);
			}
		}
		return found;
	}

	private grow(part: SubjectPart, x: number, y: number, size: number, before: Map<number, Cell>): void {
		const here = clipSubject(part, x, y, size);
		if (here === 'none') return;
		if (size > ROOT_SIZE) {
			const half = size / 2;
			for (let q = 0; q < 4; q++) this.grow(here, x + (q & 1) * half, y + (q >> 1) * half, half, before);
			return;
		}
		const key = keyOf(x / ROOT_SIZE, y / ROOT_SIZE);
		const old = before.get(key);
		if (old && isSamePart(old.subject, here)) {
			before.delete(key);
			this.roots.set(key, old);
		} else {
			const root = new Cell(x, y, size, here);
			root.count = -1;
			this.roots.set(key, root);
			this.dirty.add(root);
		}
	}

	private readonly putRing = (root: Cell, slot: number): unknown => this.put(root, slot);
	private readonly dropRing = (root: Cell, slot: number): unknown => this.drop(root, slot);
	private readonly stirRing = (root: Cell, slot: number): void => this.stirCell(root, slot);

	/** Calls `visit` for every root that the ring's box may meet. */
	private forEachRoot(slot: number, visit: (root: Cell, slot: number) => void): void {
		const { box } = this.store;
		const west = Math.floor(box[4 * slot] / ROOT_SIZE);
		const south = Math.floor(box[4 * slot + 1] / ROOT_SIZE);
		const east = box[4 * slot + 2];
		const north = box[4 * slot + 3];
		for (let y = south; y * ROOT_SIZE < north; y++) {
			for (let x = west; x * ROOT_SIZE < east; x++) {
				const root = this.roots.get(keyOf(x, y));
				if (root) visit(root, slot);
			}
		}
	}

	private put(cell: Cell, slot: number): boolean {
		if (!this.meets(cell, slot)) return false;
		cell.isTouched = true;
		cell.count++;
		if (this.covers(cell, slot)) cell.covers++;
		if (cell.children === null) this.soil(cell);
		let isBelow = false;
		for (const child of cell.children ?? []) if (child && this.put(child, slot)) isBelow = true;
		if (!isBelow) cell.slots.push(slot);
		return true;
	}

	private drop(cell: Cell, slot: number): boolean {
		if (!this.meets(cell, slot)) return false;
		cell.isTouched = true;
		cell.count--;
		if (this.covers(cell, slot)) cell.covers--;
		if (cell.children === null) this.soil(cell);
		let isBelow = false;
		for (const child of cell.children ?? []) if (child && this.drop(child, slot)) isBelow = true;
		if (!isBelow) {
			const last = cell.slots.pop() as number;
			if (last !== slot) cell.slots[cell.slots.indexOf(slot)] = last;
		}
		return true;
	}

	private stirCell(cell: Cell, slot: number): void {
		if (!this.meets(cell, slot)) return;
		if (cell.children === null) this.soil(cell);
		else for (const child of cell.children) if (child) this.stirCell(child, slot);
	}

	private settleCell(cell: Cell): void {
		cell.isTouched = false;
		const isToBeSplit = cell.count > MOST_RINGS && cell.covers === 0 && cell.size > LEAST_SIZE;
		if (cell.children === null) {
			if (isToBeSplit) this.split(cell);
		} else if (isToBeSplit) {
			for (const child of cell.children) if (child?.isTouched) this.settleCell(child);
		} else {
			this.join(cell);
		}
	}

	private split(cell: Cell): void {
		const half = cell.size / 2;
		this.leafList = null;
		this.replaced.push(cell);
		this.clean(cell);
		cell.clear();
		const children: (Cell | null)[] = [];
		for (let q = 0; q < 4; q++) {
			const x = cell.x + (q & 1) * half;
			const y = cell.y + (q >> 1) * half;
			const part = clipSubject(cell.subject, x, y, half);
			const child = part === 'none' ? null : new Cell(x, y, half, part);
			if (child) {
				child.parent = cell;
				this.dirty.add(child);
			}
			children.push(child);
		}
		cell.slots = this.share(cell, children);
		cell.children = children;
		for (const child of children) if (child) this.settleCell(child);
	}

	/** Hands the rings of a cell to its new children; returns those that meet none of them. */
	private share(cell: Cell, children: readonly (Cell | null)[]): number[] {
		const { box } = this.store;
		const middleX = cell.x + cell.size / 2;
		const middleY = cell.y + cell.size / 2;
		const rest: number[] = [];
		for (const slot of cell.slots) {
			const isWest = box[4 * slot] < middleX;
			const isSouth = box[4 * slot + 1] < middleY;
			const isEast = box[4 * slot + 2] > middleX;
			const isNorth = box[4 * slot + 3] > middleY;
			let isBelow = false;
			for (let q = 0; q < 4; q++) {
				const child = children[q];
				if (child === null || !(q & 1 ? isEast : isWest) || !(q >> 1 ? isNorth : isSouth)) continue;
				child.count++;
				if (this.covers(child, slot)) child.covers++;
				child.slots.push(slot);
				isBelow = true;
			}
			if (!isBelow) rest.push(slot);
		}
		return rest;
	}

	private join(cell: Cell): void {
		const slots = new Set<number>();
		this.gather(cell, slots);
		for (const child of cell.children ?? []) if (child) this.forget(child);
		cell.children = null;
		cell.slots = [...slots];
		this.leafList = null;
		this.replaced.push(cell);
		this.soil(cell);
	}

	private gather(cell: Cell, slots: Set<number>): void {
		for (const slot of cell.slots) slots.add(slot);
		for (const child of cell.children ?? []) if (child) this.gather(child, slots);
	}

	private forget(cell: Cell): void {
		this.clean(cell);
		for (const child of cell.children ?? []) if (child) this.forget(child);
	}

	private soil(cell: Cell): void {
		cell.version++;
		this.dirty.add(cell);
	}

	private clean(cell: Cell): void {
		cell.version++;
		this.dirty.delete(cell);
	}

	private meets(cell: Cell, slot: number): boolean {
		const { box } = this.store;
		return (
			box[4 * slot] < cell.x + cell.size &&
			box[4 * slot + 2] > cell.x &&
			box[4 * slot + 1] < cell.y + cell.size &&
			box[4 * slot + 3] > cell.y
		);
	}

	private covers(cell: Cell, slot: number): boolean {
		const { box, isSolid, coords, start, points } = this.store;
		const { x, y, size } = cell;
		if (box[4 * slot] > x || box[4 * slot + 2] < x + size) return false;
		if (box[4 * slot + 1] > y || box[4 * slot + 3] < y + size) return false;
		if (isSolid[slot] === 0) return false;
		const n = this.clipper.clip(coords, start[slot], start[slot] + points[slot], x, y, size);
		return n > 0 && this.clipper.doubleArea(n) === 2 * size * size;
	}
}

function keyOf(column: number, row: number): number {
	return (row + 8192) * 16384 + column + 8192;
}
