import type { Buildings } from '../../src/lib/geo/buildings.ts';
import { signedArea } from './valid-polygon.ts';

/** A building as the oracle sees it: rings relative to the eye, x and y by turns, and its height in metres or null. */
export interface Obstacle {
	rings: number[][];
	heightM: number | null;
}

/**
 * Whether buildings hide the point (`x`, `y`) from the eye at (0, 0): the slow, obvious way. Where `heightM` is above a
 * building, it hides what lies within its stretches of the ray, drawn out H / (H - B) times.
 */
export function isHidden(
	obstacles: readonly Obstacle[],
	heightM: number | null,
	x: number,
	y: number
): boolean {
	return obstacles.some((obstacle) => {
		const stretches = stretchesOf(obstacle.rings, x, y);
		const isLow = heightM !== null && obstacle.heightM !== null && heightM > obstacle.heightM;
		if (!isLow) return stretches.some(([from]) => from < 1);
		const times = heightM / (heightM - (obstacle.heightM as number));
		return stretches.some(([from, to]) => from < 1 && to * times > 1);
	});
}

/** Where the ray from the eye through (`x`, `y`) is inside the rings, in multiples of the way to the point. */
function stretchesOf(rings: readonly number[][], x: number, y: number): [from: number, to: number][] {
	const at: number[] = [];
	for (const ring of rings) {
		for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
			const p = x * ring[j + 1] - y * ring[j];
			const q = x * ring[i + 1] - y * ring[i];
			if (p > 0 === q > 0) continue;
			const share = p / (p - q);
			const mx = ring[j] + share * (ring[i] - ring[j]);
			const my = ring[j + 1] + share * (ring[i + 1] - ring[j + 1]);
			const t = (mx * x + my * y) / (x * x + y * y);
			if (t > 0) at.push(t);
		}
	}
	at.sort((a, b) => a - b);
	const out: [number, number][] = [];
	// the eye is in the open, so the first crossing leads in
	for (let i = 0; i + 1 < at.length; i += 2) out.push([at[i], at[i + 1]]);
	return out;
}

/** Finds the buildings of a pack about an eye: those whose boxes come within `reach` grid units of it. */
export function obstacleFinder(pack: Buildings): (eyeX: number, eyeY: number, reach: number) => Obstacle[] {
	const { ringStart, coords, ringHeightDm } = pack;
	const rings: Int32Array[] = [];
	for (let r = 0; r + 1 < ringStart.length; r++) {
		rings.push(coords.subarray(2 * ringStart[r], 2 * ringStart[r + 1]));
	}
	const isHole = rings.map((ring) => signedArea(ring) < 0);
	const boxes = rings.map((ring) => {
		const xs = ring.filter((_, i) => i % 2 === 0);
		const ys = ring.filter((_, i) => i % 2 === 1);
		return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
	});
	return (eyeX, eyeY, reach) => {
		const out: Obstacle[] = [];
		let isNear = false;
		for (let r = 0; r < rings.length; r++) {
			const [west, south, east, north] = boxes[r];
			if (!isHole[r]) {
				isNear = west - eyeX < reach && east - eyeX > -reach && south - eyeY < reach && north - eyeY > -reach;
				if (isNear) out.push({ rings: [], heightM: ringHeightDm[r] > 0 ? ringHeightDm[r] / 10 : null });
			}
			if (isNear) out.at(-1)?.rings.push(Array.from(rings[r], (v, i) => v - (i % 2 ? eyeY : eyeX)));
		}
		return out;
	};
}

/** Whether the eye is in no building and some way off every wall, so that it is looked from as it was drawn. */
export function isInTheOpen(obstacles: readonly Obstacle[]): boolean {
	return obstacles.every(({ rings }) => !isWithin(rings, 0, 0) && distanceToRings(rings, 0, 0) > 14);
}

/** Whether (`x`, `y`) is inside the rings, by counting crossings. */
export function isWithin(rings: readonly ArrayLike<number>[], x: number, y: number): boolean {
	let isInside = false;
	for (const ring of rings) {
		for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
			if (ring[i + 1] > y === ring[j + 1] > y) continue;
			const share = (y - ring[i + 1]) / (ring[j + 1] - ring[i + 1]);
			if (x < ring[i] + share * (ring[j] - ring[i])) isInside = !isInside;
		}
	}
	return isInside;
}

/** How far (`x`, `y`) is from the nearest edge of the rings. */
export function distanceToRings(rings: readonly ArrayLike<number>[], x: number, y: number): number {
	let least = Infinity;
	for (const ring of rings) {
		for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
			const dx = ring[i] - ring[j];
			const dy = ring[i + 1] - ring[j + 1];
			const lengthSq = dx * dx + dy * dy;
			const along = lengthSq
				? Math.max(0, Math.min(1, ((x - ring[j]) * dx + (y - ring[j + 1]) * dy) / lengthSq))
				: 0;
			least = Math.min(least, Math.hypot(x - ring[j] - along * dx, y - ring[j + 1] - along * dy));
		}
	}
	return least;
}
