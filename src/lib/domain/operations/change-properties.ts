import type { Edit } from '../edit.ts';
import type { Item } from '../items.ts';
import { putIfSound, type Refusal } from '../refusal.ts';

/**
 * Sets the properties of `patch` on an item; `undefined` removes one. Refuses values that the plan
 * file's contract does not allow, hours that do not parse, the loss of a required property, and
 * properties that look as if they described a person.
 */
export function changeProperties(item: Item, patch: Readonly<Record<string, unknown>>): Edit | Refusal {
	const properties: Record<string, unknown> = { ...item.properties };
	const setAside: Record<string, unknown> = { ...item.setAside };
	for (const [key, value] of Object.entries(patch)) {
		if (value === undefined) delete properties[key];
		else properties[key] = value;
		delete setAside[key];
	}
	const { setAside: _before, ...rest } = item;
	const changed = {
		...rest,
		properties,
		...(Object.keys(setAside).length > 0 && { setAside })
	} as unknown as Item;
	return putIfSound({ verb: 'change', kind: item.kind, name: item.properties.name }, changed);
}
