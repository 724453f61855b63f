import Flatbush from 'flatbush';
import type { LngLat } from '../../geo/coordinates.ts';
import { toPlane, type LocalPlane } from '../../geo/local-plane.ts';
import type { RingPart } from '../../domain/findings/ring-aid.ts';
import type { Trail } from './trail.ts';

/** Parts shorter than this between two that follow the same are taken into them. */
const LEAST_PART_M = 25;

/**
 * What each stretch of a closed ring follows: that of the nearest leg of the trail it was made from, `drawn` where none is
 * within `reachM`. Neighbours that follow the same are one part; the first part begins where what is followed changes.
 */
export function ringParts(
	plane: LocalPlane,
	outline: readonly LngLat[],
	trail: Trail,
	reachM: number
): RingPart[] {
	const { xy, follows, names } = trail;
	const legs = follows.length;
	const index = new Flatbush(legs);
	for (let i = 0; i < legs; i++) {
		const j = (i + 1) % legs;
		index.add(
			Math.min(xy[2 * i], xy[2 * j]),
			Math.min(xy[2 * i + 1], xy[2 * j + 1]),
			Math.max(xy[2 * i], xy[2 * j]),
			Math.max(xy[2 * i + 1], xy[2 * j + 1])
		);
	}
	index.finish();

	const labels: { follows: RingPart['follows']; name: string | null; lengthM: number }[] = [];
	for (let k = 0; k + 1 < outline.length; k++) {
		const a = toPlane(plane, outline[k]);
		const b = toPlane(plane, outline[k + 1]);
		const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
		let best = reachM;
		let leg = -1;
		for (const i of index.search(x - reachM, y - reachM, x + reachM, y + reachM).sort((p, q) => p - q)) {
			const awayM = awayFrom(xy, i, legs, x, y);
			if (awayM < best) [best, leg] = [awayM, i];
		}
		const lengthM = Math.hypot(b.x - a.x, b.y - a.y);
		labels.push({
			follows: leg < 0 ? 'drawn' : follows[leg],
			name: leg < 0 ? null : names[leg],
			lengthM
		});
	}
	return joinedParts(outline, labels);
}

function joinedParts(
	outline: readonly LngLat[],
	labels: readonly { follows: RingPart['follows']; name: string | null; lengthM: number }[]
): RingPart[] {
	const count = labels.length;
	const isSame = (a: { follows: string; name: string | null }, b: typeof a): boolean =>
		a.follows === b.follows && a.name === b.name;
	let first = 0;
	while (first < count && isSame(labels[first], labels[(first + count - 1) % count])) first++;
	first %= count;
	const parts: { follows: RingPart['follows']; name: string | null; lengthM: number; line: LngLat[] }[] = [];
	for (let k = 0; k < count; k++) {
		const i = (first + k) % count;
		const last = parts.at(-1);
		if (last && isSame(last, labels[i])) {
			last.line.push(outline[i + 1]);
			last.lengthM += labels[i].lengthM;
		} else parts.push({ ...labels[i], line: [outline[i], outline[i + 1]] });
	}
	// a crumb between two stretches of one street is of that street
	for (let i = 1; i + 1 < parts.length;) {
		const [before, crumb, after] = [parts[i - 1], parts[i], parts[i + 1]];
		if (crumb.lengthM >= LEAST_PART_M || !isSame(before, after)) {
			i++;
			continue;
		}
		before.line.push(...crumb.line.slice(1), ...after.line.slice(1));
		before.lengthM += crumb.lengthM + after.lengthM;
		parts.splice(i, 2);
	}
	return parts;
}

function awayFrom(xy: Float64Array, i: number, legs: number, x: number, y: number): number {
	const j = (i + 1) % legs;
	const dx = xy[2 * j] - xy[2 * i];
	const dy = xy[2 * j + 1] - xy[2 * i + 1];
	const px = x - xy[2 * i];
	const py = y - xy[2 * i + 1];
	const lengthSq = dx * dx + dy * dy;
	const t = lengthSq === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSq));
	return Math.hypot(px - t * dx, py - t * dy);
}
