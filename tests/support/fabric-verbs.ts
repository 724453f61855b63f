import type { Position } from 'geojson';
import type { Edit } from '../../src/lib/domain/edit.ts';
import { linesOf } from '../../src/lib/domain/fabric/corners.ts';
import { gapsBetween, overlapsBetween } from '../../src/lib/domain/fabric/fabric-faults.ts';
import type { Item, ItemId } from '../../src/lib/domain/items.ts';
import { addGround } from '../../src/lib/domain/operations/add-ground.ts';
import { addHole, addPart, removeHole, removePart } from '../../src/lib/domain/operations/change-parts.ts';
import { drawOver } from '../../src/lib/domain/operations/draw-over.ts';
import { fillGap } from '../../src/lib/domain/operations/fill-gap.ts';
import { insertCorner } from '../../src/lib/domain/operations/insert-corner.ts';
import { mergeItems } from '../../src/lib/domain/operations/merge-items.ts';
import { moveCorner, moveSide } from '../../src/lib/domain/operations/move-corner.ts';
import { removeCorner } from '../../src/lib/domain/operations/remove-corner.ts';
import { simplifyItems } from '../../src/lib/domain/operations/simplify-items.ts';
import { splitItem } from '../../src/lib/domain/operations/split-item.ts';
import { clipItems, subtractGround, subtractItem } from '../../src/lib/domain/operations/subtract-ground.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import type { Refusal } from '../../src/lib/domain/refusal.ts';

/** One wish at random, as plain numbers from 0 to below 1, so that a failing walk can be made shorter. */
export interface Wish {
	readonly verb: FabricVerb;
	/** Which item, which corner of it, which other item. */
	readonly item: number;
	readonly corner: number;
	readonly other: number;
	/** Places about the corner by twos, as shares of the width of a cell, -1 to 1. */
	readonly near: readonly number[];
}

interface Scene {
	readonly plan: Plan;
	readonly item: Item;
	readonly other: Item;
	readonly at: { part: number; ring: number; corner: number };
	/** The `i`-th place about the corner, up to `reach` cells away. */
	readonly place: (i: number, reach: number) => [number, number];
	readonly wish: Wish;
	readonly cellDeg: number;
	readonly newId: (i: number) => ItemId;
}

/** Every verb that changes ground, with a wish made of random numbers. */
const VERBS = {
	moveCorner: ({ plan, item, at, place }: Scene) => moveCorner(plan, item.id, at, place(0, 0.2)),
	moveAlone: ({ plan, item, at, place }: Scene) => moveCorner(plan, item.id, at, place(0, 0.1), true),
	/** Onto a corner or onto the middle of a side of another one. */
	moveOnto: ({ plan, item, at, wish }: Scene) =>
		moveCorner(plan, item.id, at, onBorder(plan, wish.other, item, at), wish.near[0] > 0),
	moveSide: ({ plan, item, at, wish, cellDeg }: Scene) =>
		moveSide(plan, item.id, at, [0.1 * cellDeg * wish.near[0], 0.1 * cellDeg * wish.near[1]]),
	insertCorner: ({ plan, item, at, wish, cellDeg }: Scene) => {
		const ring = ringAt(item, at);
		const [a, b] = [ring[at.corner], ring[at.corner + 1]];
		const t = (wish.near[0] + 1) / 2;
		const off = wish.near[1] > 0 ? 0 : 0.1 * cellDeg * wish.near[1];
		return insertCorner(plan, item.id, at, [a[0] + t * (b[0] - a[0]) + off, a[1] + t * (b[1] - a[1]) + off]);
	},
	removeCorner: ({ plan, item, at }: Scene) => removeCorner(plan, item.id, at),
	split: ({ plan, item, place, newId }: Scene) =>
		splitItem(
			plan,
			item.id,
			[
				[place(0, 1.5), place(1, 1.5), place(2, 1.5)],
				[place(2, 1.5), place(3, 1.5)]
			],
			(count) => Array.from({ length: count }, (_, i) => newId(i))
		),
	merge: ({ plan, item, other }: Scene) => mergeItems(plan, [item.id, other.id]),
	subtract: ({ plan, item, other, place }: Scene) =>
		subtractGround(plan, [item.id, other.id], [[closed(place(0, 1), place(1, 1), place(2, 1))]]),
	subtractItem: ({ plan, item, other }: Scene) => subtractItem(plan, [item.id, other.id], 'site' as ItemId),
	clip: ({ plan, item }: Scene) => clipItems(plan, [item.id], 'ring' as ItemId),
	fillGap: ({ plan, item, wish }: Scene) => {
		const gaps = gapsBetween(groundsOf(plan));
		const gap = gaps[Math.floor(wish.other * gaps.length)];
		const beside = gap?.beside[Math.floor(wish.corner * gap.beside.length)];
		return fillGap(plan, beside ?? item.id, gap?.ground.coordinates ?? []);
	},
	simplify: ({ plan, item, other, wish, cellDeg }: Scene) =>
		simplifyItems(plan, [item.id, other.id], 111e3 * 0.2 * cellDeg * Math.abs(wish.near[0])),
	drawOver: ({ plan, item, place }: Scene) =>
		drawOver(plan, item.id, [place(0, 0.8), place(1, 0.8), place(2, 0.8), place(3, 0.8)]),
	addHole: ({ plan, item, at, wish }: Scene) => {
		// about the middle between two corners, which often lies inside
		const ring = ringAt(item, at);
		const a = ring[at.corner];
		const b = ring[Math.floor(wish.other * ring.length)];
		const [x, y] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
		const r = (Math.hypot(a[0] - b[0], a[1] - b[1]) / 6) * Math.max(0.3, Math.abs(wish.near[0]));
		return addHole(plan, item.id, closed([x - r, y - r], [x + r, y - r], [x, y + r]));
	},
	removeHole: ({ plan, wish }: Scene) => {
		const holes = groundsOf(plan).flatMap((item) =>
			linesOf(item).flatMap((rings, part) => rings.slice(1).map((_, i) => ({ item, part, ring: i + 1 })))
		);
		const hole = holes[Math.floor(wish.other * holes.length)];
		return removeHole(plan, hole?.item.id ?? groundsOf(plan)[0].id, hole?.part ?? 0, hole?.ring ?? 1);
	},
	addPart: ({ plan, item, place }: Scene) =>
		addPart(plan, item.id, [closed(place(0, 0.6), place(1, 0.6), place(2, 0.6))]),
	removePart: ({ plan, item, wish }: Scene) => {
		const parted = groundsOf(plan).filter((one) => linesOf(one).length > 1);
		const one = parted[Math.floor(wish.other * parted.length)] ?? item;
		return removePart(plan, one.id, Math.floor(wish.corner * linesOf(one).length));
	},
	addGround: ({ plan, place, wish, newId }: Scene) =>
		addGround(
			plan,
			{
				kind: 'patrol-zone',
				properties: { name: 'drawn' },
				geometry: {
					type: 'Polygon',
					coordinates: [closed(place(0, 1), place(1, 1), place(2, 1), place(3, 1))]
				}
			},
			newId(0),
			wish.other < 0.7 ? 'cut' : 'refuse'
		)
} satisfies Record<string, (scene: Scene) => Edit | Refusal>;

export type FabricVerb = keyof typeof VERBS;
export const FABRIC_VERBS = Object.keys(VERBS) as FabricVerb[];

/** What comes of a wish for a plan whose cells are `cellDeg` degrees wide; `step` makes new ids unique. */
export function granted(plan: Plan, wish: Wish, cellDeg: number, step: number): Edit | Refusal {
	const items = groundsOf(plan);
	const item = items[Math.floor(wish.item * items.length)];
	const corners = linesOf(item).flatMap((rings, part) =>
		rings.flatMap((line, ring) => line.slice(1).map((_, corner) => ({ part, ring, corner })))
	);
	const at = corners[Math.floor(wish.corner * corners.length)];
	const [lng, lat] = ringAt(item, at)[at.corner];
	return VERBS[wish.verb]({
		plan,
		item,
		other: items[Math.floor(wish.other * items.length)],
		at,
		wish,
		cellDeg,
		place: (i, reach) => [
			lng + reach * cellDeg * wish.near[2 * i],
			lat + reach * cellDeg * wish.near[2 * i + 1]
		],
		newId: (i) => `new-${step}-${i}` as ItemId
	});
}

/** The patrol zones and areas of a plan, in its order. */
export function groundsOf(plan: Plan): Item[] {
	return [...plan.items.values()].filter(({ kind }) => kind === 'patrol-zone' || kind === 'area');
}

/** Whether nothing of a plan overlaps by the account of the kernel itself. */
export function overlapsOf(plan: Plan): number {
	return overlapsBetween(groundsOf(plan)).length;
}

function ringAt(item: Item, at: { part: number; ring: number }): readonly Position[] {
	return linesOf(item)[at.part][at.ring];
}

function closed(...places: [number, number][]): Position[] {
	return [...places, places[0]];
}

/** A corner, or the middle of a side, near the corner `at` of `item`, of another item. */
function onBorder(
	plan: Plan,
	share: number,
	item: Item,
	at: { part: number; ring: number; corner: number }
): [number, number] {
	const [x, y] = ringAt(item, at)[at.corner];
	const places = groundsOf(plan)
		.filter((other) => other !== item)
		.flatMap((other) => linesOf(other).flat())
		.flatMap((line) =>
			line.slice(1).flatMap((b, i) => [b, [(line[i][0] + b[0]) / 2, (line[i][1] + b[1]) / 2]])
		)
		.filter(([lng, lat]) => lng !== x || lat !== y)
		.sort((p, q) => Math.hypot(p[0] - x, p[1] - y) - Math.hypot(q[0] - x, q[1] - y));
	const [lng, lat] = places[Math.floor(share * Math.min(16, places.length))];
	return [lng, lat];
}
