import Flatbush from 'flatbush';
import { boxesMeet, commonBox, gridBox, sideMeets, type GridBox } from './grid-box.ts';
import type { Rings, Side } from './lay.ts';
import { turn } from './turn.ts';
import { windingOf } from './winding-of.ts';

/** Up to this many sides are looked through one by one. */
const INDEX_ABOVE = 24;

/**
 * A place (1e-7 degrees) where two grounds lie over each other, null where their insides have nothing in
 * common: they may touch in points and share borders. Exact.
 *
 * Where it is known that they have nothing in common outside of `within`, only sides that meet it are
 * looked at. O(n log n + k) for n sides there, and a walk round one of them for every run of sides that
 * touches nothing.
 */
export function interiorsMeet(a: Rings, b: Rings, within?: GridBox): { x: number; y: number } | null {
	const boxA = gridBox(a);
	const boxB = gridBox(b);
	if (!boxesMeet(boxA, boxB)) return null;
	let box = commonBox(boxA, boxB);
	if (within) {
		if (!boxesMeet(within, box)) return null;
		box = commonBox(box, within);
	}
	return entering(a, b, box) ?? entering(b, a, box);
}

/** Where a side of `a` that meets `box` runs within `b`, or along a side of it with the ground of both on one hand. */
function entering(a: Rings, b: Rings, box: GridBox): { x: number; y: number } | null {
	const near = new NearSides(b, reachOfSides(a, box));
	for (const ring of a) {
		// whether the ring is known to run outside of `b` at the end of the side before
		let isOutside = false;
		for (let i = 0, k = ring.length - 2; i < ring.length; k = i, i += 2) {
			const [px, py, qx, qy] = [ring[k], ring[k + 1], ring[i], ring[i + 1]];
			if (!sideMeets(box, px, py, qx, qy)) {
				isOutside = false;
				continue;
			}
			const met = near.along(px, py, qx, qy);
			if (met === 'crossing') return placeOn(px, py, qx, qy, near.at);
			const { touches, startsFree, endsFree } = met;
			if (!startsFree) isOutside = false;
			if (touches.length === 0 && isOutside) {
				isOutside = endsFree;
				continue;
			}
			const path = [px, py, ...touches, qx, qy];
			for (let t = 2; t < path.length; t += 2) {
				const mx = (path[t - 2] + path[t]) / 2;
				const my = (path[t - 1] + path[t + 1]) / 2;
				const hand = near.handAt(path[t - 2], path[t - 1], path[t], path[t + 1]);
				if (hand > 0 || (hand === 0 && windingOf(b, mx, my) > 0)) return { x: mx, y: my };
			}
			isOutside = endsFree;
		}
	}
	return null;
}

/** The box of all sides that meet `box`: what meets one of them may lie outside of that. */
function reachOfSides(rings: Rings, box: GridBox): GridBox {
	const ends: number[] = [];
	for (const ring of rings) {
		for (let i = 0, k = ring.length - 2; i < ring.length; k = i, i += 2) {
			if (sideMeets(box, ring[k], ring[k + 1], ring[i], ring[i + 1])) {
				ends.push(ring[k], ring[k + 1], ring[i], ring[i + 1]);
			}
		}
	}
	return gridBox([ends]);
}

function placeOn(px: number, py: number, qx: number, qy: number, [ax, ay, bx, by]: Side) {
	const [rx, ry, sx, sy] = [qx - px, qy - py, bx - ax, by - ay];
	const t = ((ax - px) * sy - (ay - py) * sx) / (rx * sy - ry * sx);
	return { x: Math.round(px + t * rx), y: Math.round(py + t * ry) };
}

/** The sides of a ground that meet a box. */
class NearSides {
	/** The side that was last found to be crossed. */
	at: Side = [0, 0, 0, 0];
	private readonly sides: Side[] = [];
	private readonly index: Flatbush | null;

	constructor(rings: Rings, box: GridBox) {
		for (const ring of rings) {
			for (let i = 0, k = ring.length - 2; i < ring.length; k = i, i += 2) {
				if (!sideMeets(box, ring[k], ring[k + 1], ring[i], ring[i + 1])) continue;
				if (ring[k] === ring[i] && ring[k + 1] === ring[i + 1]) continue;
				this.sides.push([ring[k], ring[k + 1], ring[i], ring[i + 1]]);
			}
		}
		this.index = this.sides.length > INDEX_ABOVE ? indexed(this.sides) : null;
	}

	/** How the side from p to q meets these sides: where it is touched between its ends (in order), and whether its ends are free of them. */
	along(
		px: number,
		py: number,
		qx: number,
		qy: number
	): 'crossing' | { touches: number[]; startsFree: boolean; endsFree: boolean } {
		const touches: { x: number; y: number }[] = [];
		let startsFree = true;
		let endsFree = true;
		for (const side of this.meeting(px, py, qx, qy)) {
			const [ax, ay, bx, by] = side;
			const sideA = turn(px, py, qx, qy, ax, ay);
			const sideB = turn(px, py, qx, qy, bx, by);
			if (sideA * sideB > 0) continue;
			const sideP = turn(ax, ay, bx, by, px, py);
			const sideQ = turn(ax, ay, bx, by, qx, qy);
			if (sideP * sideQ > 0) continue;
			if (sideA * sideB < 0 && sideP * sideQ < 0) {
				this.at = side;
				return 'crossing';
			}
			if (sideP === 0 && isOn(ax, ay, bx, by, px, py)) startsFree = false;
			if (sideQ === 0 && isOn(ax, ay, bx, by, qx, qy)) endsFree = false;
			if (sideA === 0 && isOn(px, py, qx, qy, ax, ay)) touches.push({ x: ax, y: ay });
			if (sideB === 0 && isOn(px, py, qx, qy, bx, by)) touches.push({ x: bx, y: by });
		}
		const dx = qx - px;
		const dy = qy - py;
		const reach = (t: { x: number; y: number }) => (t.x - px) * dx + (t.y - py) * dy;
		const inner = touches.filter((t) => !(t.x === px && t.y === py) && !(t.x === qx && t.y === qy));
		inner.sort((s, t) => reach(s) - reach(t));
		return { touches: inner.flatMap((t) => [t.x, t.y]), startsFree, endsFree };
	}

	/** 1 where a side runs all along from p to q, -1 where one runs back, 0 where none does. */
	handAt(px: number, py: number, qx: number, qy: number): -1 | 0 | 1 {
		let hand = 0;
		for (const [ax, ay, bx, by] of this.meeting(px, py, qx, qy)) {
			if (turn(ax, ay, bx, by, px, py) !== 0 || turn(ax, ay, bx, by, qx, qy) !== 0) continue;
			if (!isOn(ax, ay, bx, by, px, py) || !isOn(ax, ay, bx, by, qx, qy)) continue;
			const isForward = (bx - ax) * (qx - px) + (by - ay) * (qy - py) > 0;
			if (isForward) return 1;
			hand = -1;
		}
		return hand as -1 | 0;
	}

	private *meeting(px: number, py: number, qx: number, qy: number): Generator<Side> {
		const west = Math.min(px, qx);
		const south = Math.min(py, qy);
		const east = Math.max(px, qx);
		const north = Math.max(py, qy);
		if (this.index) {
			for (const i of this.index.search(west, south, east, north)) yield this.sides[i];
			return;
		}
		const box = { west, south, east, north };
		for (const side of this.sides) if (sideMeets(box, ...side)) yield side;
	}
}

function indexed(sides: readonly Side[]): Flatbush {
	const index = new Flatbush(sides.length);
	for (const [ax, ay, bx, by] of sides) {
		index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
	}
	index.finish();
	return index;
}

/** Whether p, which lies in line with a and b, lies between them, ends included. */
function isOn(ax: number, ay: number, bx: number, by: number, px: number, py: number): boolean {
	return px >= Math.min(ax, bx) && px <= Math.max(ax, bx) && py >= Math.min(ay, by) && py <= Math.max(ay, by);
}
