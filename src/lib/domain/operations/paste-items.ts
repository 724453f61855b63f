import { applyEdit, type Edit, type EditVerb } from '../edit.ts';
import { isNo, labelOf } from '../fabric/ground-of.ts';
import { fabricOf } from '../fabric/neighbours.ts';
import { ItemMap } from '../item-map.ts';
import type { Item, ItemId } from '../items.ts';
import { lastRank } from '../last-rank.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { validateItem } from '../validate-item.ts';
import { addGround } from './add-ground.ts';
import { outsideTheWorld, shiftedItem } from './move-items.ts';

/** What came of laying copies into a plan. */
export interface Pasted {
	/** Null where none could be laid. */
	readonly edit: Edit | null;
	/** The ids of the copies, in the order of what they are copies of. */
	readonly ids: readonly ItemId[];
	/** Copies that lost the ground that others of their fabric hold. */
	readonly cut: readonly ItemId[];
	/** One for each that could not be laid. */
	readonly refused: readonly Refusal[];
}

/**
 * Lays copies of `items` into a plan, `by` degrees away, as the last of it and as one edit; `idOf` names
 * the id of each. `items` need not be of this plan.
 *
 * A copy is not locked. A checkpoint's `ring` follows where that ring is copied too, stays where the
 * plan has it, and is left out otherwise; its `controls` stay only in place. The device code of a camera
 * that the plan has already is left out: one device, one code. Zones and areas lose what others of
 * their fabric hold, as `addGround` cuts them; one that is left nothing is refused, and the rest is laid.
 */
export function pasteItems(
	plan: Plan,
	items: readonly Item[],
	by: readonly [dLng: number, dLat: number],
	idOf: ReadonlyMap<ItemId, ItemId>,
	verb: EditVerb & ('paste' | 'duplicate') = 'paste'
): Pasted {
	const codes = codesOf(plan, items);
	const refused: Refusal[] = [];
	const put = new Map<ItemId, Item>();
	const laid: Item[] = [];
	const cut: ItemId[] = [];
	let now = plan;
	let rank = lastRank(plan);
	const ordered = [...items].sort((a, b) => a.rank - b.rank);
	const places: Item[] = [];
	for (const item of ordered) {
		const id = idOf.get(item.id);
		const moved = shiftedItem(item, by);
		if (id === undefined || plan.items.has(id)) {
			refused.push(refuse({ code: 'duplicate-id', severity: 'error', seen: id ?? item.id }));
		} else if (!moved) refused.push(outsideTheWorld(item));
		else {
			const copy = { ...moved, id, properties: copied(plan, moved, idOf, codes) } as Item;
			if (fabricOf(copy) === null) {
				const sound = { ...copy, rank: ++rank };
				const error = validateItem(sound).find(({ severity }) => severity === 'error');
				if (error) refused.push(refuse(error));
				else places.push(sound);
				continue;
			}
			const edit = addGround(now, copy, id, 'cut');
			if (isNo(edit)) {
				refused.push(edit);
				continue;
			}
			for (const one of edit.put) put.set(one.id, one);
			now = applyEdit(now, edit).plan;
			if (edit.inTheWay.length > 0) cut.push(id);
		}
	}
	// ground took its ranks from the plan as it grew
	const grown = lastRank(now) - lastRank(plan);
	for (const place of places) put.set(place.id, { ...place, rank: place.rank + grown });
	for (const { id } of ordered) {
		const copy = put.get(idOf.get(id) as ItemId);
		if (copy) laid.push(copy);
	}
	const edit: Edit | null =
		laid.length > 0 ? { label: labelOf(verb, laid), put: [...put.values()], drop: [] } : null;
	return { edit, ids: laid.map(({ id }) => id), cut, refused };
}

/** Device codes that cameras of the plan have, where any copy has one. */
function codesOf(plan: Plan, items: readonly Item[]): ReadonlySet<string> {
	const codes = new Set<string>();
	if (!items.some((item) => item.kind === 'camera' && item.properties.deviceCode !== undefined)) return codes;
	for (const camera of ItemMap.of(plan.items).ofKind('camera')) {
		if (camera.kind === 'camera' && camera.properties.deviceCode !== undefined) {
			codes.add(camera.properties.deviceCode);
		}
	}
	return codes;
}

function copied(
	plan: Plan,
	item: Item,
	idOf: ReadonlyMap<ItemId, ItemId>,
	codes: ReadonlySet<string>
): Record<string, unknown> {
	const { locked: _locked, ...properties } = item.properties as Record<string, unknown>;
	if (item.kind === 'checkpoint' && item.properties.ring !== undefined) {
		const ring = item.properties.ring as ItemId;
		const follows = idOf.get(ring);
		if (follows !== undefined) properties.ring = follows;
		else if (plan.items.get(ring)?.kind !== 'control-ring') delete properties.ring;
	}
	if (codes.has(String(properties.deviceCode))) delete properties.deviceCode;
	return properties;
}
