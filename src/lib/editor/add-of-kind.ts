import type { Edit } from '../domain/edit.ts';
import type { ItemId } from '../domain/items.ts';
import { addItem } from '../domain/operations/add-item.ts';
import { newOfKind, type KindProperties } from '../domain/operations/apply-camera-kind.ts';
import type { Plan } from '../domain/plan.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { LngLat } from '../geo/coordinates.ts';

/** The edit that adds a camera of a kind at a place, looking to `azimuthDeg`; refuses as `addItem`. */
export function addOfKind(
	plan: Plan,
	kind: { readonly properties: KindProperties },
	at: LngLat,
	azimuthDeg: number,
	id: ItemId
): Edit | Refusal {
	const geometry = { type: 'Point' as const, coordinates: [...at] };
	return addItem(plan, { kind: 'camera', geometry, properties: newOfKind(kind.properties, azimuthDeg) }, id);
}
