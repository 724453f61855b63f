import { linesOf, type CornerAt } from '../../../domain/fabric/corners.ts';
import type { Item } from '../../../domain/items.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import type { Projection } from '../pointer-tool.ts';

/** What of an outline is taken hold of: a corner, the middle of a side (a corner is set there), or a side. */
export interface Grip {
	readonly what: 'corner' | 'middle' | 'side';
	/** The corner, or the first corner of the side. */
	readonly at: CornerAt;
	readonly place: LngLat;
}

/** Sides shorter than this on screen show no middle, in pixels. */
const MIDDLE_FROM_PX = 36;
/** A side is taken hold of from nearer than a corner. */
const SIDE_PX = 6;

/** Whether an item has an outline or a line that can be edited corner by corner. */
export function hasCorners(item: Item | null | undefined): item is Item {
	return item !== null && item !== undefined && item.geometry.type !== 'Point';
}

/** Every corner of an item, the closing ones left out, and the middles of sides that are long enough on screen. */
export function gripsOf(item: Item, projection: Projection): Grip[] {
	const found: Grip[] = [];
	const isClosed = item.geometry.type !== 'LineString';
	for (const [part, rings] of linesOf(item).entries()) {
		for (const [ring, line] of rings.entries()) {
			for (let corner = 0; corner < line.length; corner++) {
				const a = line[corner] as unknown as LngLat;
				const b = line[corner + 1] as unknown as LngLat | undefined;
				if (!isClosed || b) found.push({ what: 'corner', at: { part, ring, corner }, place: a });
				if (!b) continue;
				const [p, q] = [projection.project(a), projection.project(b)];
				if (Math.hypot(p.px - q.px, p.py - q.py) < MIDDLE_FROM_PX) continue;
				const middle = projection.unproject({ px: (p.px + q.px) / 2, py: (p.py + q.py) / 2 });
				found.push({ what: 'middle', at: { part, ring, corner }, place: middle });
			}
		}
	}
	return found;
}

/** What of `item` is taken hold of at `p`: a corner before a middle before a side; null where nothing is near. */
export function gripAt(item: Item, p: Px, projection: Projection, reachPx: number): Grip | null {
	let best: Grip | null = null;
	let leastPx = reachPx;
	for (const what of ['corner', 'middle'] as const) {
		for (const grip of gripsOf(item, projection)) {
			if (grip.what !== what) continue;
			const { px, py } = projection.project(grip.place);
			const awayPx = Math.hypot(px - p.px, py - p.py);
			if (awayPx <= leastPx) [best, leastPx] = [grip, awayPx];
		}
		if (best) return best;
	}
	return sideAt(item, p, projection, Math.max(SIDE_PX, reachPx / 2));
}

function sideAt(item: Item, p: Px, projection: Projection, reachPx: number): Grip | null {
	let best: Grip | null = null;
	let leastPx = reachPx;
	for (const [part, rings] of linesOf(item).entries()) {
		for (const [ring, line] of rings.entries()) {
			for (let corner = 0; corner + 1 < line.length; corner++) {
				const a = projection.project(line[corner] as unknown as LngLat);
				const b = projection.project(line[corner + 1] as unknown as LngLat);
				const [dx, dy] = [b.px - a.px, b.py - a.py];
				const lengthSq = dx * dx + dy * dy;
				if (lengthSq === 0) continue;
				const t = Math.min(1, Math.max(0, ((p.px - a.px) * dx + (p.py - a.py) * dy) / lengthSq));
				const near = { px: a.px + t * dx, py: a.py + t * dy };
				const awayPx = Math.hypot(near.px - p.px, near.py - p.py);
				if (awayPx > leastPx) continue;
				leastPx = awayPx;
				best = { what: 'side', at: { part, ring, corner }, place: projection.unproject(near) };
			}
		}
	}
	return best;
}
