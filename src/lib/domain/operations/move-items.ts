import type { Position } from 'geojson';
import { fromGrid, toGrid } from '../../geo/fabric/ground-shape.ts';
import type { Edit } from '../edit.ts';
import { isNo, labelOf } from '../fabric/ground-of.ts';
import { fabricOf } from '../fabric/neighbours.ts';
import { settle } from '../fabric/settle.ts';
import type { Item, ItemId } from '../items.ts';
import { isLocked, refuseLocked } from '../lock.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { withGeometry } from './with-geometry.ts';
import { atRest } from '../fabric/at-rest.ts';

/**
 * Moves things by degrees of longitude and latitude as one: all of them by the same whole number of
 * 1e-7 degrees, so that borders they share stay shared and the way back gives the same places. A
 * camera takes its heads along, a checkpoint loses its stored `controls`. Ids that the plan does not
 * have are passed over; moved by nothing, the edit is empty. In the order of the plan.
 *
 * Refuses a locked thing, a place outside the world, and ground that would come to lie over other
 * ground of its fabric that stays, or farther over it than before. O(ids), but for that ground.
 */
export const moveItems = atRest(function moveItems(
	plan: Plan,
	ids: Iterable<ItemId>,
	by: readonly [dLng: number, dLat: number]
): Edit | Refusal {
	const items = [...new Set(ids)]
		.map((id) => plan.items.get(id))
		.filter((item): item is Item => item !== undefined)
		.sort((a, b) => a.rank - b.rank);
	if (items.length === 0) return refuse({ code: 'no-such-item', severity: 'error', seen: '' });
	const label = labelOf('move', items);
	if (by.every((deg) => toGrid(deg) === 0)) return { label, put: [], drop: [] };
	const put: Item[] = [];
	for (const item of items) {
		if (isLocked(item)) return refuseLocked(item);
		const moved = shiftedItem(item, by);
		if (moved === null) return outsideTheWorld(item);
		put.push(moved);
	}
	const grounds = put.filter((item) => fabricOf(item) !== null);
	if (grounds.length > 0) {
		// moved as they were, shapes are as sound as before
		const settled = settle(plan, label, grounds, {
			sound: new Set(grounds.map(({ id }) => id)),
			isOne: true
		});
		if (isNo(settled)) return settled;
	}
	return { label, put, drop: [] };
});

/**
 * An item moved by degrees of longitude and latitude, in whole steps of 1e-7 degree, and without what
 * followed from its place; as it is where that is no step. Null where it would leave the world.
 */
export function shiftedItem(item: Item, [dLng, dLat]: readonly [dLng: number, dLat: number]): Item | null {
	const shift = [toGrid(dLng), toGrid(dLat)] as const;
	if (shift[0] === 0 && shift[1] === 0) return item;
	const coordinates: unknown = shifted(item.geometry.coordinates, shift);
	return coordinates === null ? null : withGeometry(item, { ...item.geometry, coordinates });
}

/** Every position moved by whole grid units; null where one leaves the world. */
function shifted(nested: unknown[], shift: readonly [number, number]): unknown[] | null {
	if (typeof nested[0] === 'number') {
		const [lng, lat, ...rest] = nested as Position;
		const x = fromGrid(toGrid(lng as number) + shift[0]);
		const y = fromGrid(toGrid(lat as number) + shift[1]);
		return Math.abs(x) <= 180 && Math.abs(y) <= 90 ? [x, y, ...rest] : null;
	}
	const moved: unknown[] = [];
	for (const inner of nested) {
		const next = shifted(inner as unknown[], shift);
		if (next === null) return null;
		moved.push(next);
	}
	return moved;
}

/** The refusal of a move that would take `item` out of the world. */
export function outsideTheWorld(item: Item): Refusal {
	return refuse({
		code: 'outside-the-world',
		severity: 'error',
		featureId: item.id,
		path: 'geometry.coordinates',
		seen: item.properties.name ?? item.id
	});
}
