import type { Arrangement } from './arrangement.ts';
import { EdgeBelow } from './edge-below.ts';
import { turn } from './turn.ts';

/** A connected piece of ground, valid as a polygon: the exterior (counter-clockwise), then its holes (clockwise). */
export interface Face {
	readonly key: number;
	/** Longitude and latitude in 1e-7 degrees by turns, not closed. */
	readonly rings: Int32Array[];
	/** The half-edges of each ring, with the ground on their left. */
	readonly sides: (readonly number[])[];
}

/**
 * What becomes of ground, by the labels that are wound round it more than no times; `counts` is every label
 * wound round it at all and how often, by turns.
 */
export type KeyOf = (present: readonly number[], counts: readonly number[]) => number;

/** No ground that is wanted. */
export const NOWHERE = -1;

/**
 * The ground of an arrangement, dissolved: faces whose label sets have one key become one face; those
 * with the key `NOWHERE` are left out. Edges in `walls` (1 each) part ground of one key, as far as
 * they part it: what only juts into a face is taken as not there. Ground without an end is left out.
 */
export function traceFaces(arrangement: Arrangement, keyOf: KeyOf, walls?: Uint8Array): Face[] {
	const { present, counts } = arrangement.sets;
	const keys = present.map((labels, s) => keyOf(labels, counts[s]));
	const { left } = arrangement;
	const count = arrangement.edges.from.length;
	const isWall = walls ? walls.slice() : null;
	for (;;) {
		const isBorder = new Uint8Array(count);
		for (let e = 0; e < count; e++) {
			const key = keys[left[2 * e]];
			const isParted = key !== keys[left[2 * e + 1]] || (isWall?.[e] === 1 && key !== NOWHERE);
			if (isParted) isBorder[e] = 1;
		}
		const isKept = (h: number) => isBorder[h >> 1] === 1 && keys[left[h]] !== NOWHERE;
		const next = linkBorders(arrangement, isBorder);
		const { cycleOf, starts } = followCycles(next, isKept);
		let isJutting = false;
		for (let e = 0; isWall && e < count; e++) {
			if (isWall[e] && isBorder[e] && cycleOf[2 * e] >= 0 && cycleOf[2 * e] === cycleOf[2 * e + 1]) {
				isWall[e] = 0;
				isJutting = true;
			}
		}
		if (isJutting) continue;
		return gather(arrangement, { keys, isBorder, next, cycleOf, starts });
	}
}

interface Cycles {
	keys: readonly number[];
	isBorder: Uint8Array;
	next: Int32Array;
	cycleOf: Int32Array;
	/** A half-edge of each cycle. */
	starts: readonly number[];
}

/** The half-edge that follows each border half-edge round the face on its left: the next one clockwise from the way back. */
function linkBorders({ stars, edges }: Arrangement, isBorder: Uint8Array): Int32Array {
	const next = new Int32Array(2 * edges.from.length).fill(-1);
	for (let v = 0; v < edges.vertices.count; v++) {
		let first = -1;
		let previous = -1;
		for (let i = stars.start[v]; i < stars.start[v + 1]; i++) {
			const h = stars.out[i];
			if (!isBorder[h >> 1]) continue;
			if (first < 0) first = h;
			else next[h ^ 1] = previous;
			previous = h;
		}
		if (first >= 0) next[first ^ 1] = previous;
	}
	return next;
}

function followCycles(next: Int32Array, isKept: (h: number) => boolean): Pick<Cycles, 'cycleOf' | 'starts'> {
	const cycleOf = new Int32Array(next.length).fill(-1);
	const starts: number[] = [];
	for (let h = 0; h < next.length; h++) {
		if (cycleOf[h] >= 0 || !isKept(h)) continue;
		for (let g = h; cycleOf[g] < 0; g = next[g]) cycleOf[g] = starts.length;
		starts.push(h);
	}
	return { cycleOf, starts };
}

function gather(arrangement: Arrangement, { keys, isBorder, next, cycleOf, starts }: Cycles): Face[] {
	const { stars, left, edges } = arrangement;
	const { x, y } = edges.vertices;
	const faces: Face[] = [];
	const faceOf: number[] = [];
	const loose: { loops: number[][]; lowest: number; cycle: number }[] = [];
	for (const [cycle, start] of starts.entries()) {
		const loops = simpleLoops(arrangement, start, next);
		const shell = loops.findIndex((loop) => isCounterClockwise(arrangement, loop));
		faceOf.push(shell < 0 ? -1 : faces.length);
		if (shell < 0) {
			const tails = loops.flat().map((h) => stars.tail(h));
			const lowest = tails.reduce((a, b) => (x[b] < x[a] || (x[b] === x[a] && y[b] < y[a]) ? b : a));
			loose.push({ loops, lowest, cycle });
			continue;
		}
		const sides = [loops[shell], ...loops.filter((_, i) => i !== shell)];
		faces.push({ key: keys[left[start]], rings: [], sides });
	}
	// from west to east, so that the face a hole lies in is known before it
	loose.sort((a, b) => x[a.lowest] - x[b.lowest] || y[a.lowest] - y[b.lowest]);
	if (loose.length > 0) {
		const borders = [...isBorder.keys()].filter((e) => isBorder[e]);
		const below = new EdgeBelow(edges.vertices, edges.from, edges.to, borders);
		for (const { loops, lowest, cycle } of loose) {
			const h = below.of(lowest);
			const face = h < 0 ? -1 : (faceOf[cycleOf[h]] ?? -1);
			if (face < 0) continue; // what lies outside everything has no end
			faceOf[cycle] = face;
			(faces[face].sides as number[][]).push(...loops);
		}
	}
	for (const face of faces) {
		for (const loop of face.sides) {
			face.rings.push(Int32Array.from(loop.flatMap((h) => [x[stars.tail(h)], y[stars.tail(h)]])));
		}
	}
	return faces;
}

/** A cycle cut where it passes one place again: loops that pass no place twice. */
function simpleLoops({ stars }: Arrangement, start: number, next: Int32Array): number[][] {
	const loops: number[][] = [];
	const path: number[] = [];
	const seenAt = new Map<number, number>();
	let h = start;
	do {
		const v = stars.tail(h);
		const before = seenAt.get(v);
		if (before !== undefined) {
			const loop = path.splice(before);
			for (const g of loop) seenAt.delete(stars.tail(g));
			loops.push(loop);
		}
		seenAt.set(v, path.length);
		path.push(h);
		h = next[h];
	} while (h !== start);
	loops.push(path);
	return loops;
}

/** Which way a loop that passes no place twice runs, told exactly at its leftmost, lowest place. */
function isCounterClockwise({ stars, edges }: Arrangement, loop: readonly number[]): boolean {
	const { x, y } = edges.vertices;
	let low = 0;
	for (let i = 1; i < loop.length; i++) {
		const [v, w] = [stars.tail(loop[i]), stars.tail(loop[low])];
		if (x[v] < x[w] || (x[v] === x[w] && y[v] < y[w])) low = i;
	}
	const u = stars.tail(loop[(low + loop.length - 1) % loop.length]);
	const v = stars.tail(loop[low]);
	const w = stars.head(loop[low]);
	return turn(x[u], y[u], x[v], y[v], x[w], y[w]) > 0;
}
