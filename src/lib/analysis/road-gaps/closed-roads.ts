import type { Assumptions } from '../../domain/assumptions.ts';
import type { Checkpoint, Item, ItemId } from '../../domain/items.ts';
import { DutyBook } from '../../domain/on-duty.ts';
import { nearEdges } from '../../network/near-edges.ts';
import type { Roads } from '../../network/roads.ts';
import { gatherClosures, type Closures } from '../sealing/closures.ts';
import { removedEdges } from '../sealing/removed-edges.ts';
import type { SealMemory } from '../sealing/seal-memory.ts';
import type { RoutePiece } from './route-pieces.ts';

/** How far from its road a checkpoint may be said to close it, as in sealing. */
const STATED_WITHIN_M = 100;

/** What the checkpoints on duty among `items` close, and the roads taken out, as sealing has them. */
export function closedRoads(memory: SealMemory, items: readonly Item[], assumptions: Assumptions): Closures {
	const duty = new DutyBook(assumptions);
	const posts = items
		.filter((item): item is Checkpoint => item.kind === 'checkpoint' && duty.isCounted(item))
		.sort((a, b) => a.rank - b.rank);
	return gatherClosures(
		posts.map((post) => [post.id, memory.controlsOf(post)] as const),
		removedEdges(memory.roads, assumptions.without)
	);
}

/**
 * The checkpoints met on a piece of an edge: those that close the edge and stand beside this piece of it, in the order of
 * travel. Of a whole edge all that close it.
 */
export function checkpointsOn(roads: Roads, closures: Closures, { edge, from, to }: RoutePiece): ItemId[] {
	const [low, high] = [Math.min(from, to), Math.max(from, to)];
	const met: { id: ItemId; at: number }[] = [];
	for (const { checkpoint, control } of closures.byEdge.get(edge) ?? []) {
		const at = nearEdges(roads, control.x, control.y, STATED_WITHIN_M).find(
			(near) => near.edge === edge
		)?.measure;
		if (at !== undefined && at >= low && at <= high) met.push({ id: checkpoint, at });
	}
	met.sort((a, b) => (from <= to ? a.at - b.at : b.at - a.at));
	return [...new Set(met.map(({ id }) => id))];
}
