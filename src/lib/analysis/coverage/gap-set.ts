import { parallelAt } from '../../geo/parallel.ts';
import type { CellGaps } from './cell.ts';
import { SideList } from './side-list.ts';

/** Numbers kept of a gap, by place: square metres, metres, and what of it other assumptions would close. */
export const FIGURE = { AREA: 0, PERIMETER: 1, LARGEST: 2, LIKELY: 3, POSSIBLE: 4, PLANNED: 5 } as const;
export const FIGURES = 6;

/** Where a gap lies: its leftmost (then lowest) point, which of several there it is, and its box besides. */
export const PLACE = { X: 0, Y: 1, TIE: 2, SOUTH: 3, EAST: 4, NORTH: 5 } as const;
export const PLACES = 6;

/**
 * The gaps within one square, each connected there and of one label. Those that touch a side may go
 * on beyond it and are open; the others are whole.
 */
export interface GapSet {
	readonly count: number;
	readonly label: Uint8Array;
	/** `FIGURES` numbers a gap. */
	readonly figures: Float64Array;
	/** `PLACES` grid units a gap. */
	readonly place: Int32Array;
	/** 1 where the gap touches a side. */
	readonly isOpen: Uint8Array;
	/** Where gaps touch the sides: low, high, gap by threes, sorted, not overlapping. */
	readonly west: Int32Array;
	readonly east: Int32Array;
	readonly south: Int32Array;
	readonly north: Int32Array;
	/** Of a square made of quarters: which gap of this set each open gap of a quarter became. */
	readonly from: readonly (Int32Array | null)[] | null;
}

const NONE = new Int32Array(0);

export const NO_GAP_SET: GapSet = {
	count: 0,
	label: new Uint8Array(0),
	figures: new Float64Array(0),
	place: NONE,
	isOpen: new Uint8Array(0),
	west: NONE,
	east: NONE,
	south: NONE,
	north: NONE,
	from: null
};

const onWest = new SideList();
const onEast = new SideList();
const onSouth = new SideList();
const onNorth = new SideList();

/** The gaps of a square that is not divided: one a face. */
export function gapsOfCell(
	{ faces, areaM2, perimeterM, closes }: CellGaps,
	x: number,
	y: number,
	size: number
): GapSet {
	const count = faces.label.length;
	if (count === 0) return NO_GAP_SET;
	const { faceStart, ringStart, coords } = faces;
	const figures = new Float64Array(count * FIGURES);
	const place = new Int32Array(count * PLACES);
	const isOpen = new Uint8Array(count);
	for (let f = 0; f < count; f++) {
		const at = f * FIGURES;
		figures[at + FIGURE.AREA] = areaM2[f];
		figures[at + FIGURE.PERIMETER] = perimeterM[f];
		figures[at + FIGURE.LARGEST] = areaM2[f];
		for (let k = 0; closes && k < 3; k++) figures[at + FIGURE.LIKELY + k] = closes[3 * f + k];

		const first = 2 * ringStart[faceStart[f]];
		const p = f * PLACES;
		let before = 0;
		for (let q = 0; q < p; q += PLACES) {
			if (place[q + PLACE.X] === coords[first] && place[q + PLACE.Y] === coords[first + 1]) before++;
		}
		place[p + PLACE.X] = coords[first];
		place[p + PLACE.Y] = coords[first + 1];
		// the gap of a cell to the north may begin at the same point
		place[p + PLACE.TIE] = 2 * before + (coords[first + 1] === y + size ? 1 : 0);
		let [south, east, north] = [coords[first + 1], coords[first], coords[first + 1]];
		for (let r = faceStart[f]; r < faceStart[f + 1]; r++) {
			let px = coords[2 * ringStart[r + 1] - 2];
			let py = coords[2 * ringStart[r + 1] - 1];
			for (let i = ringStart[r]; i < ringStart[r + 1]; i++) {
				const qx = coords[2 * i];
				const qy = coords[2 * i + 1];
				if (qx > east) east = qx;
				if (qy < south) south = qy;
				else if (qy > north) north = qy;
				if (px === qx) {
					if (qx === x) onWest.add(qy, py, f);
					else if (qx === x + size) onEast.add(py, qy, f);
					if (qx === x || qx === x + size) isOpen[f] = 1;
				} else if (py === qy) {
					if (qy === y) onSouth.add(px, qx, f);
					else if (qy === y + size) onNorth.add(qx, px, f);
					if (qy === y || qy === y + size) isOpen[f] = 1;
				}
				px = qx;
				py = qy;
			}
		}
		place[p + PLACE.SOUTH] = south;
		place[p + PLACE.EAST] = east;
		place[p + PLACE.NORTH] = north;
	}
	const [west, east, south, north] = [onWest.take(), onEast.take(), onSouth.take(), onNorth.take()];
	return { count, label: faces.label, figures, place, isOpen, west, east, south, north, from: null };
}

/**
 * The gaps of a square of `size`, `y` its southern side, made of its quarters (south-west, south-east,
 * north-west, north-east): open gaps of one label that share a stretch of side become one. Whole
 * gaps stay with their quarter. The outcome depends on the quarters alone.
 */
export function joinQuarters(quarters: readonly (GapSet | null)[], y: number, size: number): GapSet {
	const sets = quarters.map((set) => set ?? NO_GAP_SET);
	let total = 0;
	const from = sets.map((set) => {
		if (set.count === 0) return null;
		const numbers = new Int32Array(set.count).fill(-1);
		for (let g = 0; g < set.count; g++) if (set.isOpen[g]) numbers[g] = total++;
		return numbers;
	});
	if (total === 0) return { ...NO_GAP_SET, from };

	const parent = new Int32Array(total);
	for (let n = 0; n < total; n++) parent[n] = n;
	const sharedM = new Float64Array(total);
	const [sw, se, nw, ne] = sets;
	const seam = { sets, from, parent, sharedM };
	const across = parallelAt(y + size / 2);
	matchSides(seam, 0, sw.east, 1, se.west, parallelAt(y + size / 4).metresPerY);
	matchSides(seam, 2, nw.east, 3, ne.west, parallelAt(y + (3 * size) / 4).metresPerY);
	matchSides(seam, 0, sw.north, 2, nw.south, across.metresPerX);
	matchSides(seam, 1, se.north, 3, ne.south, across.metresPerX);

	const groupOf = new Int32Array(total);
	let count = 0;
	// the lowest number leads, so it has its group before the others ask for it
	for (let n = 0; n < total; n++) {
		const lead = leader(parent, n);
		groupOf[n] = lead === n ? count++ : groupOf[lead];
	}
	const label = new Uint8Array(count);
	const figures = new Float64Array(count * FIGURES);
	const place = new Int32Array(count * PLACES);
	const isBegun = new Uint8Array(count);
	for (let q = 0; q < 4; q++) {
		const numbers = from[q];
		if (!numbers) continue;
		for (let g = 0; g < numbers.length; g++) {
			if (numbers[g] < 0) continue;
			const number = numbers[g];
			const group = groupOf[number];
			numbers[g] = group;
			label[group] = sets[q].label[g];
			addFigures(figures, group * FIGURES, sets[q].figures, g * FIGURES, sharedM[number]);
			addPlace(place, group * PLACES, sets[q].place, g * PLACES, isBegun[group] === 0);
			isBegun[group] = 1;
		}
	}
	const west = sideOf(sw.west, from[0], nw.west, from[2]);
	const east = sideOf(se.east, from[1], ne.east, from[3]);
	const south = sideOf(sw.south, from[0], se.south, from[1]);
	const north = sideOf(nw.north, from[2], ne.north, from[3]);
	const isOpen = new Uint8Array(count);
	for (const side of [west, east, south, north]) for (let i = 2; i < side.length; i += 3) isOpen[side[i]] = 1;
	return { count, label, figures, place, isOpen, west, east, south, north, from };
}

interface Seam {
	readonly sets: readonly GapSet[];
	readonly from: readonly (Int32Array | null)[];
	readonly parent: Int32Array;
	readonly sharedM: Float64Array;
}

function matchSides(
	{ sets, from, parent, sharedM }: Seam,
	a: number,
	mine: Int32Array,
	b: number,
	theirs: Int32Array,
	metresPerUnit: number
): void {
	const numbersA = from[a];
	const numbersB = from[b];
	if (!numbersA || !numbersB) return;
	const labelA = sets[a].label;
	const labelB = sets[b].label;
	let p = 0;
	let q = 0;
	while (p < mine.length && q < theirs.length) {
		const low = Math.max(mine[p], theirs[q]);
		const high = Math.min(mine[p + 1], theirs[q + 1]);
		if (low < high && labelA[mine[p + 2]] === labelB[theirs[q + 2]]) {
			const n = numbersA[mine[p + 2]];
			sharedM[n] += (high - low) * metresPerUnit;
			unite(parent, n, numbersB[theirs[q + 2]]);
		}
		if (mine[p + 1] < theirs[q + 1]) p += 3;
		else q += 3;
	}
}

function addFigures(to: Float64Array, t: number, source: Float64Array, s: number, sharedM: number): void {
	to[t + FIGURE.AREA] += source[s + FIGURE.AREA];
	to[t + FIGURE.PERIMETER] += source[s + FIGURE.PERIMETER] - 2 * sharedM;
	to[t + FIGURE.LARGEST] = Math.max(to[t + FIGURE.LARGEST], source[s + FIGURE.LARGEST]);
	to[t + FIGURE.LIKELY] += source[s + FIGURE.LIKELY];
	to[t + FIGURE.POSSIBLE] += source[s + FIGURE.POSSIBLE];
	to[t + FIGURE.PLANNED] += source[s + FIGURE.PLANNED];
}

function addPlace(to: Int32Array, t: number, source: Int32Array, s: number, isFirst: boolean): void {
	if (isFirst) {
		for (let k = 0; k < PLACES; k++) to[t + k] = source[s + k];
		return;
	}
	const order =
		source[s + PLACE.X] - to[t + PLACE.X] ||
		source[s + PLACE.Y] - to[t + PLACE.Y] ||
		source[s + PLACE.TIE] - to[t + PLACE.TIE];
	if (order < 0) for (const k of [PLACE.X, PLACE.Y, PLACE.TIE]) to[t + k] = source[s + k];
	to[t + PLACE.SOUTH] = Math.min(to[t + PLACE.SOUTH], source[s + PLACE.SOUTH]);
	to[t + PLACE.EAST] = Math.max(to[t + PLACE.EAST], source[s + PLACE.EAST]);
	to[t + PLACE.NORTH] = Math.max(to[t + PLACE.NORTH], source[s + PLACE.NORTH]);
}

/** A side made of two, stretches of one gap that meet end to end drawn together. */
function sideOf(
	low: Int32Array,
	fromLow: Int32Array | null,
	high: Int32Array,
	fromHigh: Int32Array | null
): Int32Array {
	if (low.length + high.length === 0) return NONE;
	const out = new Int32Array(low.length + high.length);
	let n = 0;
	for (const [side, numbers] of [
		[low, fromLow],
		[high, fromHigh]
	] as const) {
		if (!numbers) continue;
		for (let i = 0; i < side.length; i += 3) {
			const gap = numbers[side[i + 2]];
			if (n > 0 && out[n - 1] === gap && out[n - 2] === side[i]) out[n - 2] = side[i + 1];
			else {
				out[n] = side[i];
				out[n + 1] = side[i + 1];
				out[n + 2] = gap;
				n += 3;
			}
		}
	}
	return n === out.length ? out : out.slice(0, n);
}

function leader(parent: Int32Array, n: number): number {
	while (parent[n] !== n) {
		parent[n] = parent[parent[n]];
		n = parent[n];
	}
	return n;
}

/** The lower number leads, so that the outcome does not depend on the order of joins. */
function unite(parent: Int32Array, a: number, b: number): void {
	const p = leader(parent, a);
	const q = leader(parent, b);
	if (p < q) parent[q] = p;
	else if (q < p) parent[p] = q;
}
