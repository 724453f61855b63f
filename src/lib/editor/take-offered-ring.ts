import type { Polygon } from 'geojson';
import { applyEdit, type Edit } from '../domain/edit.ts';
import type { BridgePost, OfferedRing } from '../domain/findings/ring-aid.ts';
import type { ItemId, RingLevel } from '../domain/items.ts';
import { addItem } from '../domain/operations/add-item.ts';
import { reshapeItem } from '../domain/operations/reshape-item.ts';
import type { Plan } from '../domain/plan.ts';
import { isRefusal, refuse, type Refusal } from '../domain/refusal.ts';
import { newId } from './new-id.ts';

/** Where an offered ring goes: in place of a ring of the plan, or beside the others at a level. */
export type RingPlace = { readonly ring: ItemId } | { readonly level: RingLevel };

/** One edit that takes an offered ring into the plan, and `posts` with it; and the id of that ring. */
export function takeOfferedRing(
	plan: Plan,
	offered: Pick<OfferedRing, 'outline'>,
	place: RingPlace,
	posts: readonly BridgePost[]
): { edit: Edit | Refusal; ring: ItemId } {
	const geometry: Polygon = {
		type: 'Polygon',
		coordinates: [offered.outline.map(([lng, lat]) => [lng, lat])]
	};
	const ring = 'ring' in place ? place.ring : newId(plan, 'control-ring');
	const first = ringEdit(plan, geometry, place, ring);
	if (isRefusal(first)) return { edit: first, ring };
	const put = [...first.put];
	let grown = applyEdit(plan, first).plan;
	for (const { at, road, controls } of posts) {
		const edit = addItem(
			grown,
			{
				kind: 'checkpoint',
				geometry: { type: 'Point', coordinates: [at[0], at[1]] },
				properties: {
					...(road !== null && { name: road }),
					ring,
					controls: controls.map(({ way, at: where }) => ({ way, at: [where[0], where[1]] }))
				}
			},
			newId(grown, 'checkpoint')
		);
		if (isRefusal(edit)) return { edit, ring };
		put.push(...edit.put);
		grown = applyEdit(grown, edit).plan;
	}
	return { edit: { ...first, put }, ring };
}

function ringEdit(plan: Plan, geometry: Polygon, place: RingPlace, id: ItemId): Edit | Refusal {
	if ('level' in place) {
		return addItem(plan, { kind: 'control-ring', geometry, properties: { level: place.level } }, id);
	}
	const item = plan.items.get(id);
	if (item?.kind !== 'control-ring')
		return refuse({ code: 'no-such-item', severity: 'error', featureId: id });
	return reshapeItem(item, geometry);
}
