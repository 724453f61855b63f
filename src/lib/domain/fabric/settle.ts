import type { LngLat } from '../../geo/coordinates.ts';
import { fromGrid, groundShape, polygonsOf } from '../../geo/fabric/ground-shape.ts';
import { changedBox } from '../../geo/fabric/changed-box.ts';
import { boxAround, boxesMeet, gridBox, type GridBox } from '../../geo/fabric/grid-box.ts';
import { interiorsMeet } from '../../geo/fabric/interiors-meet.ts';
import { isSound } from '../../geo/fabric/is-sound.ts';
import type { Rings } from '../../geo/fabric/lay.ts';
import { commonAreaM2 } from '../../geo/fabric/common-area.ts';
import { findRingFault } from '../../geo/ring-fault.ts';
import type { Edit, EditLabel } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { validateItem } from '../validate-item.ts';
import { levelOf, mayNotOverlap, neighboursOf } from './neighbours.ts';

/** Half the world on the grid, east and north. */
const MOST_X = 1.8e9;
const MOST_Y = 0.9e9;

export interface Settling {
	readonly drop?: readonly ItemId[];
	/** Items of the plan whose ground went into an item; where none are named, the one with the same id. */
	readonly origins?: ReadonlyMap<ItemId, readonly ItemId[]>;
	/** Shapes that are known to be valid, as those that were traced are. */
	readonly sound?: ReadonlySet<ItemId>;
	/** What changed was moved as one, and is judged against what stays only. */
	readonly isOne?: boolean;
}

/**
 * The edit that puts `changed`; or a refusal where one of them would be no valid shape, or would lie over
 * another of its fabric that it did not lie over before, or farther over one that it did.
 */
export function settle(
	plan: Plan,
	label: EditLabel,
	changed: readonly Item[],
	{ drop = [], origins, sound, isOne = false }: Settling = {}
): Edit | Refusal {
	for (const item of changed) {
		const refusal = outsideTheWorld(item) ?? (sound?.has(item.id) ? null : unsound(plan, item));
		if (refusal) return refusal;
	}
	const apart = new Set<ItemId>([...drop, ...changed.map(({ id }) => id)]);
	const before = (id: ItemId) =>
		(origins?.get(id) ?? [id])
			.map((origin) => plan.items.get(origin))
			.filter((item): item is Item => item !== undefined);
	const news = new Map(changed.map((item) => [item, newsOf(item, before(item.id))]));
	for (const [i, item] of changed.entries()) {
		const shape = groundShape(item.geometry);
		const mine = news.get(item);
		if (!shape || !mine) continue;
		const others = neighboursOf(plan, item, mine, apart).map((ground) => ground.item);
		for (const other of isOne ? others : [...others, ...changed.slice(i + 1)]) {
			if (!mayNotOverlap(item, other)) continue;
			const ground = groundShape(other.geometry);
			if (!ground || !boxesMeet(shape.box, ground.box)) continue;
			const at = interiorsMeet(shape.rings, ground.rings, boxAround(mine, news.get(other) ?? mine));
			if (!at || lay(before(item.id), before(other.id), shape.rings, ground.rings)) continue;
			return overlapRefusal(item, other, at);
		}
	}
	return { label, put: changed, drop };
}

/** Where an item may have ground that it did not have before (grid units). */
function newsOf(item: Item, before: readonly Item[]): GridBox {
	const shape = groundShape(item.geometry);
	const [old] = before;
	const isSame = before.length === 1 && old.id === item.id && levelOf(old) === levelOf(item);
	const was = isSame && groundShape(old.geometry);
	if (!shape) return gridBox([]);
	return was ? changedBox(was.rings, shape.rings) : shape.box;
}

/** The refusal that says that `item` would lie over `other` at `at` (grid units). */
export function overlapRefusal(
	item: { readonly id?: ItemId },
	other: Item,
	at: { x: number; y: number }
): Refusal {
	const place: LngLat = [fromGrid(Math.round(at.x)), fromGrid(Math.round(at.y))];
	return refuse({
		code: 'overlaps',
		severity: 'error',
		...(item.id !== undefined && { featureId: item.id }),
		seen: other.properties.name ?? other.id,
		at: place
	});
}

/** Whether two items lay over each other before, by no less than they do now. */
function lay(a: readonly Item[], b: readonly Item[], ringsA: Rings, ringsB: Rings): boolean {
	let beforeM2 = 0;
	for (const one of a) {
		for (const other of b) {
			const first = groundShape(one.geometry);
			const second = groundShape(other.geometry);
			if (!mayNotOverlap(one, other) || one.id === other.id || !first || !second) continue;
			if (interiorsMeet(first.rings, second.rings)) beforeM2 += commonAreaM2(first.rings, second.rings);
		}
	}
	if (beforeM2 === 0) return false;
	return commonAreaM2(ringsA, ringsB) <= beforeM2 + ROUNDED_M * Math.min(lengthM(ringsA), lengthM(ringsB));
}

/** A side that gets a corner may come to lie so far beside where it lay: half the diagonal of the grid. */
const ROUNDED_M = 0.008;
/** A grid unit north. East it is no longer. */
const UNIT_M = 0.01112;

/** How long rings are, at most. */
function lengthM(rings: Rings): number {
	let units = 0;
	for (const ring of rings) {
		for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
			units += Math.hypot(ring[i] - ring[j], ring[i + 1] - ring[j + 1]);
		}
	}
	return units * UNIT_M;
}

function unsound(plan: Plan, item: Item): Refusal | null {
	const { geometry } = item;
	const shape = groundShape(geometry);
	if (!shape || geometry.type === 'Point' || geometry.type === 'LineString') return firstError(item);
	const polygons = polygonsOf(geometry);
	const isWhole =
		shape.rings.length === polygons.reduce((sum, rings) => sum + rings.length, 0) &&
		shape.parts.length === polygons.length &&
		isSound(shape.parts);
	if (isWhole) return null;
	const error = firstError(item);
	if (error) return error;
	// a shape that a file brought in and that was no better may be worked on
	const old = plan.items.get(item.id);
	const was = old && groundShape(old.geometry);
	if (was && !isSound(was.parts)) return null;
	const rings = polygons.flat() as unknown as LngLat[][];
	const fault = findRingFault(rings);
	return refuse({
		code: fault?.crosses ? 'self-crossing' : 'self-touching',
		severity: 'error',
		featureId: item.id,
		path: 'geometry.coordinates',
		at: fault?.at ?? rings[0][0]
	});
}

function firstError(item: Item): Refusal | null {
	const error = validateItem(item).find(({ severity }) => severity === 'error');
	return error ? refuse(error) : null;
}

function outsideTheWorld(item: Item): Refusal | null {
	const box = groundShape(item.geometry)?.box;
	if (!box || (box.west >= -MOST_X && box.east <= MOST_X && box.south >= -MOST_Y && box.north <= MOST_Y))
		return null;
	return refuse({
		code: 'outside-the-world',
		severity: 'error',
		featureId: item.id,
		path: 'geometry.coordinates',
		seen: `[${fromGrid(box.west)}, ${fromGrid(box.south)}, ${fromGrid(box.east)}, ${fromGrid(box.north)}]`
	});
}
