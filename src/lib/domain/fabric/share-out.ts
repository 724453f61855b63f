import type { Rings } from '../../geo/fabric/lay.ts';
import { lay, type Laid } from '../../geo/fabric/lay.ts';
import type { Ground } from './neighbours.ts';
import { boxesMeet, gridBox } from '../../geo/fabric/grid-box.ts';

const FACE = 0;

/**
 * Which neighbours take ground that an item gives up, and what of it: each the stretch along the border it
 * shares with it. `face` is the ground, `kept` what the item keeps. Where two neighbours part at the border,
 * the ground is parted from there to the nearest place of the new border. Ground that borders on
 * nobody goes to none.
 */
export function shareOut(
	face: Rings,
	neighbours: readonly Ground[],
	kept: readonly Rings[]
): [Ground, Rings][] {
	const box = gridBox(face);
	const near = neighbours.filter(({ shape }) => boxesMeet(box, shape.box, 1));
	const grounds = [face, kept.flat(), ...near.map(({ shape }) => shape.rings)];
	const laid = lay({ grounds });
	const owners = ownersAround(laid);
	if (owners.every(({ owner }) => owner === NONE || owner === KEPT)) return [];
	const walls = partings(laid, owners);
	const parted = walls.length > 0 ? lay({ grounds, walls }) : laid;
	const given: [Ground, Rings][] = [];
	const faces = parted.faces((present) => (present.includes(FACE) ? FACE : -1));
	for (const { rings, sides } of faces) {
		const owner = longest(parted, sides.flat());
		if (owner >= 2) given.push([near[owner - 2], rings]);
	}
	return given;
}

const KEPT = 1;
const NONE = -1;

/** The border of the face, half-edge by half-edge, and who has the ground beyond it: a label, or none. */
function ownersAround(laid: Laid): { h: number; owner: number }[] {
	const faces = laid.faces((present) => (present.includes(FACE) ? FACE : -1));
	return faces.flatMap(({ sides }) => sides.flat()).map((h) => ({ h, owner: ownerBeyond(laid, h) }));
}

function ownerBeyond({ arrangement: { left, sets } }: Laid, h: number): number {
	const beyond = sets.present[left[h ^ 1]];
	return beyond.find((label) => label !== FACE) ?? NONE;
}

/** Straight lines from where owners change along the old border to the nearest place of the new one. */
function partings(laid: Laid, owners: readonly { h: number; owner: number }[]): Int32Array[] {
	const { stars, edges } = laid.arrangement;
	const { x, y } = edges.vertices;
	const newBorder = owners.filter(({ owner }) => owner === KEPT).map(({ h }) => h);
	const ends = new Set(newBorder.flatMap((h) => [stars.tail(h), stars.head(h)]));
	const walls: Int32Array[] = [];
	const ownerAt = new Map<number, Set<number>>();
	for (const { h, owner } of owners) {
		for (const v of [stars.tail(h), stars.head(h)]) ownerAt.set(v, (ownerAt.get(v) ?? new Set()).add(owner));
	}
	for (const [v, around] of ownerAt) {
		if (around.size < 2 || ends.has(v)) continue;
		let nearest: [number, number] | null = null;
		let leastSq = Infinity;
		for (const h of newBorder) {
			const [a, b] = [stars.tail(h), stars.head(h)];
			const [dx, dy] = [x[b] - x[a], y[b] - y[a]];
			const t = ((x[v] - x[a]) * dx + (y[v] - y[a]) * dy) / (dx * dx + dy * dy);
			const s = Math.min(1, Math.max(0, t));
			const place: [number, number] = [Math.round(x[a] + s * dx), Math.round(y[a] + s * dy)];
			const distanceSq = (place[0] - x[v]) ** 2 + (place[1] - y[v]) ** 2;
			if (distanceSq < leastSq) [leastSq, nearest] = [distanceSq, place];
		}
		if (nearest) walls.push(Int32Array.from([x[v], y[v], ...nearest]));
	}
	return walls;
}

/** Who has most of the border of a face, what is kept left aside; NONE where it is nobody's. */
function longest(laid: Laid, border: readonly number[]): number {
	const { stars, edges } = laid.arrangement;
	const { x, y } = edges.vertices;
	const lengths = new Map<number, number>();
	for (const h of border) {
		const owner = ownerBeyond(laid, h);
		if (owner === KEPT) continue;
		const isInner = laid.arrangement.sets.present[laid.arrangement.left[h ^ 1]].includes(FACE);
		if (isInner) continue;
		const [a, b] = [stars.tail(h), stars.head(h)];
		lengths.set(owner, (lengths.get(owner) ?? 0) + Math.hypot(x[b] - x[a], y[b] - y[a]));
	}
	let best = NONE;
	for (const [owner, length] of lengths) if (length > (lengths.get(best) ?? 0)) best = owner;
	return best;
}
