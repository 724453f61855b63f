import { applyEdit, type Edit } from '../domain/edit.ts';
import type { MovedRing } from '../domain/findings/seal-plans.ts';
import { reshapeItem } from '../domain/operations/reshape-item.ts';
import type { Plan } from '../domain/plan.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { sealBySuggestions } from './seal-by-suggestions.ts';

/** One edit that draws a ring along its new cut and adds the checkpoints that seal it there; null where it was not drawn. */
export function moveRing(plan: Plan, { ring, line, suggestions }: MovedRing): Edit | Refusal | null {
	const item = plan.items.get(ring);
	if (!line || item?.kind !== 'control-ring') return null;
	const coordinates = [line.map(([lng, lat]): [number, number] => [lng, lat])];
	const reshaped = reshapeItem(item, { type: 'Polygon', coordinates });
	if (isRefusal(reshaped)) return reshaped;
	const sealed = sealBySuggestions(applyEdit(plan, reshaped).plan, suggestions);
	if (isRefusal(sealed)) return sealed;
	return { label: reshaped.label, put: [...reshaped.put, ...sealed.put], drop: [] };
}
