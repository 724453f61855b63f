import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { grantedBy } from '../../domain/needs.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import type { FlatRings } from '../../geo/flat-rings.ts';
import { isObserver, ringsOf } from './item-rings.ts';
import type { Walls } from './walls.ts';

/**
 * The footprints of observers that count. Exteriors run counter-clockwise; a clockwise ring is a
 * hole in the exterior before it. Ring r belongs to `owners[ownerOf[r]]`.
 */
export interface Footprints extends FlatRings {
	readonly owners: readonly ItemId[];
	readonly ownerOf: Uint32Array;
}

/**
 * The footprints of what counts among `items` under `assumptions`, in the order of the items: ground
 * that is held for certain, in a picture fine enough, and not hidden behind `walls`.
 */
export function footprintsOf(
	items: Iterable<Item>,
	assumptions: Assumptions,
	by: CoverageBy,
	walls: Walls | null = null
): Footprints {
	const duty = new DutyBook(assumptions);
	const granted = grantedBy(assumptions);
	const sight = { minPxPerM: assumptions.minPxPerM, walls };
	const rings: Int32Array[] = [];
	const owners: ItemId[] = [];
	const ownerOf: number[] = [];
	for (const item of items) {
		if (!isObserver(item, by) || !duty.isCounted(item)) continue;
		const held = ringsOf(item, sight);
		for (const [r, ring] of held.rings.entries()) {
			if (held.needs[r] & ~granted) continue;
			if (owners.at(-1) !== item.id) owners.push(item.id);
			ownerOf.push(owners.length - 1);
			rings.push(ring);
		}
	}
	return { ...flatten(rings), owners, ownerOf: Uint32Array.from(ownerOf) };
}

/** Rings one after the other in one array. */
export function flatten(rings: readonly Int32Array[]): FlatRings {
	const ringStart = new Uint32Array(rings.length + 1);
	for (let r = 0; r < rings.length; r++) ringStart[r + 1] = ringStart[r] + rings[r].length / 2;
	const coords = new Int32Array(2 * ringStart[rings.length]);
	for (let r = 0; r < rings.length; r++) coords.set(rings[r], 2 * ringStart[r]);
	return { ringStart, coords };
}
