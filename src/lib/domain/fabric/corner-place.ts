import { toGrid } from '../../geo/fabric/ground-shape.ts';
import type { Side } from '../../geo/fabric/lay.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { lineAt, type CornerAt } from './corners.ts';

/** Where a corner of an item lies on the grid; a refusal where there is no such corner. */
export function cornerPlace(
	plan: Plan,
	id: ItemId,
	at: CornerAt
): { item: Item; x: number; y: number } | Refusal {
	const item = plan.items.get(id);
	if (!item) return refuse({ code: 'no-such-item', severity: 'error', seen: id });
	const found = lineAt(item, at);
	if (!found) return noCorner(id, at);
	const [lng, lat] = found.line[found.corner];
	return { item, x: toGrid(lng), y: toGrid(lat) };
}

/** Both ends of the side that begins at a corner; a refusal where there is none, as at the end of a line. */
export function sidePlaces(plan: Plan, id: ItemId, at: CornerAt): { item: Item; side: Side } | Refusal {
	const item = plan.items.get(id);
	if (!item) return refuse({ code: 'no-such-item', severity: 'error', seen: id });
	const found = lineAt(item, at);
	const next = found?.line[found.corner + 1];
	if (!found || !next) return noCorner(id, at);
	const [lng, lat] = found.line[found.corner];
	return { item, side: [toGrid(lng), toGrid(lat), toGrid(next[0]), toGrid(next[1])] };
}

function noCorner(id: ItemId, { part, ring, corner }: CornerAt): Refusal {
	return refuse({
		code: 'no-such-corner',
		severity: 'error',
		featureId: id,
		path: `geometry.coordinates[${part}][${ring}][${corner}]`
	});
}
