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

/** Owners that the cameras of a plan name, in the order of the letters; empty text where some name none. */
export function cameraOwners(items: ItemMap): string[] {
	const owners = new Set<string>();
	for (const row of items.rowsOfKind('camera')) {
		let named = ownersOfRow.get(row);
		if (!named) {
			named = new Set(row.map(({ properties }) => properties.owner ?? ''));
			ownersOfRow.set(row, named);
		}
		for (const owner of named) owners.add(owner);
	}
	return [...owners].sort();
}

const ownersOfRow = new WeakMap<readonly Item[], ReadonlySet<string>>();
