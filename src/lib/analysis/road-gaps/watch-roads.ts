import type { Assumptions } from '../../domain/assumptions.ts';
import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Item, ItemId } from '../../domain/items.ts';
import { grantedBy } from '../../domain/needs.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { isObserver } from '../coverage/item-rings.ts';
import type { Walls } from '../coverage/walls.ts';
import type { PartList } from './edge-parts.ts';
import { mergeParts, type HeldParts } from './held-parts.ts';
import type { RoadMemory } from './road-memory.ts';

/** One thing on duty and the parts of roads for cars that it holds. */
export interface Watcher {
	readonly id: ItemId;
	readonly parts: PartList;
}

/** Who watches the roads. */
export interface RoadWatch {
	/** Everything that holds some road, in the order of the items. */
	readonly watchers: readonly Watcher[];
	/** What all of them hold together. */
	readonly held: HeldParts;
}

/** Which of the items count, and what they see past. */
export interface WatchOptions {
	readonly assumptions: Assumptions;
	readonly by: CoverageBy;
	/** Buildings that stand in the way of sight; null is free sight. */
	readonly walls: Walls | null;
}

/** Things asked between two steps. */
const ITEMS_A_STEP = 256;

/**
 * The parts of roads that what counts among `items` holds. What `memory` knows of a thing is not worked out again.
 * Yields how many things were looked at, after little work, a single thing at most. Throws RangeError where `assumptions.at` is no moment.
 */
export function* watchRoads(
	memory: RoadMemory,
	items: Iterable<Item>,
	{ assumptions, by, walls }: WatchOptions
): Generator<number | void, RoadWatch> {
	const duty = new DutyBook(assumptions);
	const granted = grantedBy(assumptions);
	const sight = { minPxPerM: assumptions.minPxPerM, walls };
	const watchers: Watcher[] = [];
	let looked = 0;
	for (const item of items) {
		if (++looked % ITEMS_A_STEP === 0) yield looked;
		if (!isObserver(item, by) || !duty.isCounted(item)) continue;
		const isKnown = memory.knows(item, sight, granted);
		const parts = memory.partsOf(item, sight, granted);
		if (parts.length > 0) watchers.push({ id: item.id, parts });
		if (!isKnown) yield looked;
	}
	const lists = watchers.map(({ parts }) => parts);
	const held = yield* mergeParts(memory.roads.graph.edgeCount, lists);
	return { watchers, held };
}
