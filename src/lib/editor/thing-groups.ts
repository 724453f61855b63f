import type { Item, Kind } from '../domain/items.ts';
import { statusOf } from './things.ts';

/** What things of a list can be put together by; `state` is the level, status or health that the list tells them by. */
export const THING_GROUPINGS = ['state', 'owner', 'team', 'ring'] as const;
export type ThingGrouping = (typeof THING_GROUPINGS)[number];

/** A heading with all that stands under it, folded or not; or one thing. */
export type ThingRow =
	| {
			readonly type: 'group';
			readonly value: string;
			readonly items: readonly Item[];
			readonly isOpen: boolean;
	  }
	| { readonly type: 'thing'; readonly item: Item };

/** Groups of more things than this are folded until somebody unfolds them. */
const FEW = 40;

const GROUPINGS: Readonly<Partial<Record<Kind, readonly ThingGrouping[]>>> = {
	camera: ['state', 'owner'],
	checkpoint: ['state', 'ring'],
	'patrol-zone': ['state', 'team'],
	'patrol-route': ['team'],
	station: ['state', 'team']
};

/** The ways in which things of a kind can be put together. */
export function groupingsOf(kind: Kind): readonly ThingGrouping[] {
	return GROUPINGS[kind] ?? ['state'];
}

/** What `item` is put together by; '' where it says nothing. */
function valueOf(item: Item, by: ThingGrouping): string {
	if (by === 'state') return statusOf(item);
	const value = (item.properties as Readonly<Record<string, unknown>>)[by];
	return typeof value === 'string' ? value : '';
}

/**
 * `items` under headings: the largest group first, then by value, what says nothing last; within a group in the order
 * given. `turned` are the values of groups that were folded or unfolded by hand. Null groups nothing. O(items).
 */
export function thingRows(
	items: readonly Item[],
	by: ThingGrouping | null,
	turned: ReadonlySet<string>
): ThingRow[] {
	const row = (item: Item): ThingRow => ({ type: 'thing', item });
	if (by === null) return items.map(row);
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const value = valueOf(item, by);
		const group = groups.get(value);
		if (group) group.push(item);
		else groups.set(value, [item]);
	}
	const sorted = [...groups].sort(
		([a, p], [b, q]) => Number(a === '') - Number(b === '') || q.length - p.length || (a < b ? -1 : 1)
	);
	return sorted.flatMap(([value, list]): ThingRow[] => {
		const isOpen = list.length <= FEW !== turned.has(value);
		return [{ type: 'group', value, items: list, isOpen }, ...(isOpen ? list.map(row) : [])];
	});
}

/** The things of rows, those under a heading with it; none twice. */
export function thingsOf(rows: readonly ThingRow[]): Item[] {
	return [...new Set(rows.flatMap((row) => (row.type === 'group' ? row.items : [row.item])))];
}
