import type { Position } from 'geojson';
import { groundShape, shapeOfParts } from '../../geo/fabric/ground-shape.ts';
import type { Rings } from '../../geo/fabric/lay.ts';
import type { EditLabel, EditVerb } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { levelOf, type Ground } from './neighbours.ts';

/** An item and its ground; a refusal where the plan does not have it, or it has none. */
export function groundOf(plan: Plan, id: ItemId): Ground | Refusal {
	const item = plan.items.get(id);
	if (!item) return refuse({ code: 'no-such-item', severity: 'error', seen: id });
	const shape = groundShape(item.geometry);
	if (!shape) return refuse({ code: 'not-ground', severity: 'error', featureId: id });
	return { item, shape };
}

/** As `groundOf`, of several: ids named twice count once. */
export function groundsOf(plan: Plan, ids: Iterable<ItemId>): Ground[] | Refusal {
	const found: Ground[] = [];
	for (const id of new Set(ids)) {
		const ground = groundOf(plan, id);
		if ('ok' in ground) return ground;
		found.push(ground);
	}
	return found;
}

/** Whether an answer of this room is a refusal. */
export function isNo(answer: object): answer is Refusal {
	return 'ok' in answer;
}

/** The refusal where not all of `grounds` are of one kind and, areas, of one level; else null. */
export function unlike(grounds: readonly Ground[]): Refusal | null {
	const names = new Set(grounds.map(({ item }) => [item.kind, levelOf(item)].filter(Boolean).join(' ')));
	return names.size < 2
		? null
		: refuse({ code: 'unlike-kinds', severity: 'error', seen: [...names].join(', ') });
}

/** The grid rings of polygons as GeoJSON writes them: one polygon or the list of a multipolygon. */
export function ringsOfDrawn(drawn: readonly (readonly (readonly Position[])[])[]): Rings {
	return shapeOfParts(drawn).rings;
}

/** What an edit of `items` is called. */
export function labelOf(verb: EditVerb, items: readonly Item[]): EditLabel {
	const [first] = items;
	const kind = items.every((item) => item.kind === first.kind) ? first.kind : undefined;
	return items.length === 1
		? { verb, kind, name: first.properties.name }
		: { verb, kind, count: items.length };
}
