import { Cell } from './cell.ts';
import type { CellTree } from './cell-tree.ts';
import { addSums, DROPPED, GAPS, noSums } from './cell-sums.ts';
import { FIGURE, FIGURES, gapsOfCell, joinQuarters, NO_GAP_SET } from './gap-set.ts';

/** A gap: number `gap` of the set of `node`, the smallest square that holds it whole. */
export interface GapRef {
	readonly node: Cell;
	readonly gap: number;
}

/** A gap smaller than the limit is dropped where it is also narrower than this on average. */
const SLIVER_WIDTH_M = 0.5;

/** The square that holds the globe, in quarters that share the zero meridian and the equator. */
const TOP_SIZE = 2 ** 32;

/**
 * Gaps joined across cells, and sums of figures, for every square from the cells up to the globe.
 * After an edit only the squares around the changed cells are joined anew.
 */
export class GapTree {
	private top = new Cell(-TOP_SIZE / 2, -TOP_SIZE / 2, TOP_SIZE, 'none');

	constructor(
		private readonly tree: CellTree,
		private minAreaM2: number
	) {}

	/** Judges slivers by another limit. */
	limit(minAreaM2: number): void {
		if (minAreaM2 === this.minAreaM2) return;
		this.minAreaM2 = minAreaM2;
		unjoin(this.top);
	}

	/** Takes up the coarsest cells anew; to be called when the ground asked about changed. */
	plant(): void {
		const roots = [...this.tree.rootCells()];
		this.top = gathered(-TOP_SIZE / 2, -TOP_SIZE / 2, TOP_SIZE, roots);
	}

	/** What was known of `cell` and of the squares around it no longer holds. */
	touch(cell: Cell): void {
		let node: Cell | null = cell;
		do {
			node.isJoined = false;
			node = node.parent;
		} while (node?.isJoined);
	}

	/** The square that holds everything, joined and summed. */
	whole(): Cell {
		this.bring(this.top);
		return this.top;
	}

	/** The gap that face `face` of `cell` is part of. */
	gapAt(cell: Cell, face: number): GapRef {
		this.whole();
		let node = cell;
		let gap = face;
		while (node.parent && node.gapSet.isOpen[gap]) {
			const { parent } = node;
			gap = (parent.gapSet.from?.[parent.children?.indexOf(node) as number] as Int32Array)[gap];
			node = parent;
		}
		return { node, gap };
	}

	/**
	 * Whether a gap is a sliver: of less than the limit, and a mean width, `2 area / perimeter`, of less
	 * than half a metre.
	 */
	isSliver({ node: { gapSet }, gap }: GapRef): boolean {
		const areaM2 = gapSet.figures[gap * FIGURES + FIGURE.AREA];
		const perimeterM = gapSet.figures[gap * FIGURES + FIGURE.PERIMETER];
		return areaM2 < this.minAreaM2 && 2 * areaM2 < SLIVER_WIDTH_M * perimeterM;
	}

	/** Calls `visit` for every gap, in the order of the squares that hold them whole. */
	forEachGap(visit: (node: Cell, gap: number) => void): void {
		this.whole();
		visitGaps(this.top, visit);
	}

	/** Calls `visit` for every face of a gap, in the order of the cells. */
	forEachFace({ node, gap }: GapRef, visit: (cell: Cell, face: number) => void): void {
		const { from } = node.gapSet;
		if (!node.children || !from) {
			visit(node, gap);
			return;
		}
		for (let q = 0; q < 4; q++) {
			const child = node.children[q];
			const numbers = from[q];
			if (!child || !numbers) continue;
			for (let g = 0; g < numbers.length; g++) {
				if (numbers[g] === gap) this.forEachFace({ node: child, gap: g }, visit);
			}
		}
	}

	private bring(node: Cell): void {
		if (node.isJoined) return;
		const { children, x, y, size } = node;
		if (children === null) {
			node.gapSet = node.gaps ? gapsOfCell(node.gaps, x, y, size) : NO_GAP_SET;
		} else {
			const sums = noSums();
			for (const child of children) {
				if (!child) continue;
				this.bring(child);
				if (child.sums) addSums(sums, child.sums);
			}
			const sets = children.map((child) => child?.gapSet ?? null);
			node.gapSet = joinQuarters(sets, y, size);
			node.sums = sums;
		}
		node.isJoined = true;
		this.countWhole(node);
	}

	private countWhole(node: Cell): void {
		const { sums, gapSet, children } = node;
		if (!sums) return;
		if (children === null) sums[GAPS] = sums[DROPPED] = 0;
		for (let gap = 0; gap < gapSet.count; gap++) {
			if (!isWhole(node, gap)) continue;
			if (this.isSliver({ node, gap })) sums[DROPPED] += gapSet.figures[gap * FIGURES + FIGURE.AREA];
			else sums[GAPS]++;
		}
	}
}

function gathered(x: number, y: number, size: number, roots: readonly Cell[]): Cell {
	const half = size / 2;
	const node = new Cell(x, y, size, 'none');
	const children: (Cell | null)[] = [];
	for (let q = 0; q < 4; q++) {
		const west = x + (q & 1) * half;
		const south = y + (q >> 1) * half;
		const within = roots.filter(
			(root) => root.x >= west && root.x < west + half && root.y >= south && root.y < south + half
		);
		let child: Cell | null = null;
		if (within.length > 0) child = within[0].size === half ? within[0] : gathered(west, south, half, within);
		if (child) child.parent = node;
		children.push(child);
	}
	node.children = children;
	return node;
}

function unjoin(node: Cell): void {
	node.isJoined = false;
	for (const child of node.children ?? []) if (child) unjoin(child);
}

function isWhole({ gapSet, parent }: Cell, gap: number): boolean {
	return gapSet.isOpen[gap] === 0 || parent === null;
}

function visitGaps(node: Cell, visit: (node: Cell, gap: number) => void): void {
	for (const child of node.children ?? []) if (child) visitGaps(child, visit);
	const { gapSet } = node;
	for (let gap = 0; gap < gapSet.count; gap++) if (isWhole(node, gap)) visit(node, gap);
}
