import type { Position } from 'geojson';
import { linesOf, type CornerAt } from '../../../domain/fabric/corners.ts';
import type { Item } from '../../../domain/items.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import { placeBetween } from '../../../geo/rounded.ts';
import type { Projection } from '../pointer-tool.ts';

/** What of a shape can be taken hold of: a corner, the middle of a side, or a side (named by its first corner). */
export interface Grip {
	readonly what: 'corner' | 'middle' | 'side';
	readonly at: CornerAt;
	/** The corner or middle; on a side, the point nearest to the pointer. */
	readonly place: LngLat;
}

const REACH_PX = { corner: 10, middle: 8, side: 6 } as const;
/** A finger covers what it means. */
const TOUCH_FACTOR = 2.2;
/** Sides shorter than this on screen bear no middle: it would lie under its corners. */
export const MIDDLE_FROM_PX = 36;

/** Whether an item has an outline or a line that can be edited corner by corner. */
export function hasCorners(item: Item | null | undefined): item is Item {
	return item !== null && item !== undefined && item.geometry.type !== 'Point';
}

/**
 * What a pointer at `p` would take hold of: the nearest corner within reach, else the nearest middle, else the nearest
 * side; null where there is none. Rings of holes and of all parts count alike.
 */
export function gripAt(item: Item, projection: Projection, p: Px, isTouch = false): Grip | null {
	const reach = isTouch ? TOUCH_FACTOR : 1;
	const best: Partial<Record<Grip['what'], { grip: Grip; awayPx: number }>> = {};
	const weigh = (grip: Grip, awayPx: number): void => {
		if (awayPx > REACH_PX[grip.what] * reach || awayPx >= (best[grip.what]?.awayPx ?? Infinity)) return;
		best[grip.what] = { grip, awayPx };
	};
	for (const [part, rings] of linesOf(item).entries()) {
		for (const [ring, line] of rings.entries()) {
			let before: Px | null = null;
			for (const [corner, position] of line.entries()) {
				const here = projection.project(placeOf(position));
				const isClosing = item.geometry.type !== 'LineString' && corner === line.length - 1;
				const at = { part, ring, corner };
				if (!isClosing) weigh({ what: 'corner', at, place: placeOf(position) }, away(here, p));
				if (before) {
					const sideAt = { part, ring, corner: corner - 1 };
					const from = placeOf(line[corner - 1] as Position);
					const to = placeOf(position);
					const lengthPx = away(before, here);
					if (lengthPx >= MIDDLE_FROM_PX) {
						const middle = { px: (before.px + here.px) / 2, py: (before.py + here.py) / 2 };
						weigh({ what: 'middle', at: sideAt, place: placeBetween(from, to, 0.5) }, away(middle, p));
					}
					const t = alongside(before, here, p);
					const foot = {
						px: before.px + t * (here.px - before.px),
						py: before.py + t * (here.py - before.py)
					};
					if (t > 0 && t < 1)
						weigh({ what: 'side', at: sideAt, place: placeBetween(from, to, t) }, away(foot, p));
				}
				before = here;
			}
		}
	}
	return (best.corner ?? best.middle ?? best.side)?.grip ?? null;
}

/** The place of a position, height left out. */
export function placeOf([lng, lat]: Position): LngLat {
	return [lng as number, lat as number];
}

function away(a: Px, b: Px): number {
	return Math.hypot(a.px - b.px, a.py - b.py);
}

function alongside(a: Px, b: Px, p: Px): number {
	const [dx, dy] = [b.px - a.px, b.py - a.py];
	const lengthSq = dx * dx + dy * dy;
	return lengthSq === 0 ? 0 : ((p.px - a.px) * dx + (p.py - a.py) * dy) / lengthSq;
}
