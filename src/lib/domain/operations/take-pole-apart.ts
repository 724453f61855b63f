import type { Edit } from '../edit.ts';
import { ItemMap } from '../item-map.ts';
import type { Camera, CameraProperties, ItemId } from '../items.ts';
import { wholeHeadsOf } from '../head-optics.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { validateItem } from '../validate-item.ts';

/**
 * Makes a camera of every head of a pole, all at its place. The first keeps the id of the pole, a head that
 * brought an `id` along gets that back where it is free, the others get the next of `ids`.
 *
 * Each keeps what its head states and what all of them share. The device code of the pole itself is one
 * device's and stays with the first. Refuses a camera with fewer than two heads, and too few ids.
 */
export function takePoleApart(plan: Plan, pole: Camera, ids: readonly ItemId[]): Edit | Refusal {
	const { heads = [], deviceCode } = pole.properties;
	if (heads.length < 2) {
		return refuse({
			code: 'no-such-head',
			severity: 'error',
			featureId: pole.id,
			path: 'properties.heads[1]'
		});
	}
	let rank = ItemMap.of(plan.items).lastRank();
	for (const unread of plan.unread ?? []) if (unread.rank > rank) rank = unread.rank;
	const free = ids.filter((id) => !plan.items.has(id));
	const taken = new Set<string>([pole.id]);
	const put: Camera[] = [];
	for (const [i, whole] of wholeHeadsOf(pole.properties).entries()) {
		const { id: broughtId, ...properties } = whole as CameraProperties & { id?: unknown };
		if (i > 0 && deviceCode !== undefined && heads[i] && !('deviceCode' in heads[i])) {
			delete properties.deviceCode;
		}
		if (i === 0) {
			put.push({ ...pole, properties });
			continue;
		}
		const isFree = typeof broughtId === 'string' && !plan.items.has(broughtId as ItemId);
		const id = isFree && !taken.has(broughtId) ? (broughtId as ItemId) : free.find((one) => !taken.has(one));
		if (id === undefined)
			return refuse({ code: 'duplicate-id', severity: 'error', featureId: pole.id, seen: pole.id });
		taken.add(id);
		const { foreign: _foreign, setAside: _setAside, ...bare } = pole;
		put.push({ ...bare, id, rank: rank + i, properties });
	}
	for (const camera of put) {
		const error = validateItem(camera).find(({ severity }) => severity === 'error');
		if (error) return refuse(error);
	}
	return {
		label: { verb: 'split', kind: 'camera', name: pole.properties.name },
		put,
		drop: []
	};
}
