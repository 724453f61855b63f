import Flatbush from 'flatbush';
import { roadCrosses } from '../../network/orientation.ts';

type Corner = readonly [x: number, y: number];

/**
 * A simple ring (not closed) with fewer corners, none farther than `tolerance` from a side of the answer
 * (Douglas and Peucker 1973), halved until the answer is simple too; as it was where it never is.
 */
export function simplifiedRing(corners: readonly Corner[], tolerance: number): readonly Corner[] {
	for (let limit = tolerance; limit > tolerance / 40; limit /= 2) {
		const simpler = simplified(corners, limit);
		if (simpler.length >= 4 && isSimple(simpler)) return simpler;
	}
	return corners;
}

/** Whether no two sides of a ring (not closed) meet but neighbours at their corner. */
export function isSimple(corners: readonly Corner[]): boolean {
	const count = corners.length;
	if (count < 3) return false;
	const index = new Flatbush(count);
	for (let k = 0; k < count; k++) {
		const [ax, ay] = corners[k];
		const [bx, by] = corners[(k + 1) % count];
		index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
	}
	index.finish();
	for (let k = 0; k < count; k++) {
		const a = corners[k];
		const b = corners[(k + 1) % count];
		const near = index.search(
			Math.min(a[0], b[0]),
			Math.min(a[1], b[1]),
			Math.max(a[0], b[0]),
			Math.max(a[1], b[1])
		);
		for (const j of near) {
			if (j <= k) continue;
			const c = corners[j];
			const d = corners[(j + 1) % count];
			const isNext = j === k + 1 || (k === 0 && j === count - 1);
			if (isNext ? turnsBack(a, b, c, d, j === k + 1) : meets(a, b, c, d)) return false;
		}
	}
	return true;
}

function turnsBack(a: Corner, b: Corner, c: Corner, d: Corner, isAfter: boolean): boolean {
	const [before, at, after] = isAfter ? [a, b, d] : [c, d, b];
	const cross = (at[0] - before[0]) * (after[1] - at[1]) - (at[1] - before[1]) * (after[0] - at[0]);
	const along = (at[0] - before[0]) * (after[0] - at[0]) + (at[1] - before[1]) * (after[1] - at[1]);
	return cross === 0 && along < 0;
}

function meets(a: Corner, b: Corner, c: Corner, d: Corner): boolean {
	if (isOn(a, b, c) || isOn(a, b, d) || isOn(c, d, a) || isOn(c, d, b)) return true;
	return roadCrosses(a[0], a[1], b[0], b[1], c[0], c[1], d[0], d[1]);
}

function isOn(a: Corner, b: Corner, p: Corner): boolean {
	const cross = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
	if (cross !== 0) return false;
	return (p[0] - a[0]) * (p[0] - b[0]) + (p[1] - a[1]) * (p[1] - b[1]) <= 0;
}

function simplified(corners: readonly Corner[], limit: number): Corner[] {
	const count = corners.length;
	let far = 0;
	for (let k = 1; k < count; k++)
		if (distSq(corners[k], corners[0]) > distSq(corners[far], corners[0])) far = k;
	const isKept = new Uint8Array(count + 1);
	isKept[0] = isKept[far] = 1;
	const parts: [number, number][] = [
		[0, far],
		[far, count]
	];
	for (let part = parts.pop(); part; part = parts.pop()) {
		const [first, last] = part;
		const a = corners[first];
		const b = corners[last % count];
		let worst = -1;
		let most = limit * limit;
		for (let k = first + 1; k < last; k++) {
			const away = toSegmentSq(corners[k], a, b);
			if (away > most) [worst, most] = [k, away];
		}
		if (worst < 0) continue;
		isKept[worst] = 1;
		parts.push([first, worst], [worst, last]);
	}
	return corners.filter((_, k) => isKept[k] === 1);
}

function distSq(a: Corner, b: Corner): number {
	return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
}

function toSegmentSq(p: Corner, a: Corner, b: Corner): number {
	const lengthSq = distSq(a, b);
	const t =
		lengthSq === 0
			? 0
			: Math.max(0, Math.min(1, ((p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])) / lengthSq));
	return distSq(p, [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])]);
}
