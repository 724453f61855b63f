import type { Edit } from '../../../domain/edit.ts';
import { labelOf } from '../../../domain/fabric/ground-of.ts';
import { movePlaces } from '../../../domain/fabric/move-places.ts';
import type { Item } from '../../../domain/items.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { toGrid } from '../../../geo/fabric/ground-shape.ts';

/** Moves several corners of an item together, each to its own place, and the same corners of its neighbours unless `alone`. */
export function moveCorners(
	plan: Plan,
	item: Item,
	moves: readonly { from: LngLat; to: LngLat }[],
	alone = false
): Edit | Refusal {
	const onGrid = moves.map(({ from, to }) => ({
		x: toGrid(from[0]),
		y: toGrid(from[1]),
		toX: toGrid(to[0]),
		toY: toGrid(to[1])
	}));
	return movePlaces(plan, labelOf('reshape', [item]), item, onGrid, alone);
}
