import type { ItemMap } from '../domain/item-map.ts';
import type { Item } from '../domain/items.ts';

/** What a list sorts and marks a thing by: status, health or level, as the plan file says it. */
export function statusOf({ kind, properties }: Item): string {
	if (kind === 'camera') {
		const { health = 'working', status = 'built' } = properties;
		return status === 'planned' ? 'planned' : health;
	}
	if (kind === 'checkpoint') return properties.status ?? 'staffed';
	if (kind === 'key-site') return properties.category;
	return String(properties.level ?? '');
}

/** Owners of cameras with how many they have, most first; '' stands for cameras that name none. */
export function cameraOwners(items: ItemMap): { owner: string; cameras: number }[] {
	const all = new Map<string, number>();
	for (const row of items.rowsOfKind('camera')) {
		let counts = ownersOfRow.get(row);
		if (!counts) {
			counts = new Map();
			for (const { properties } of row) {
				const owner = properties.owner ?? '';
				counts.set(owner, (counts.get(owner) ?? 0) + 1);
			}
			ownersOfRow.set(row, counts);
		}
		for (const [owner, n] of counts) all.set(owner, (all.get(owner) ?? 0) + n);
	}
	return Array.from(all, ([owner, cameras]) => ({ owner, cameras })).sort(
		(a, b) => b.cameras - a.cameras || (a.owner < b.owner ? -1 : 1)
	);
}

const ownersOfRow = new WeakMap<readonly Item[], Map<string, number>>();
