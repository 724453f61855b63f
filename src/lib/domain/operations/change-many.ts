import type { Edit } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import { isLocked, refuseLocked } from '../lock.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { isPersonalKey } from '../validation/personal.ts';
import { isOpeningHours, validateProperties } from '../validation/properties.ts';

/** What became of a change of many things: one edit of those that took it, and why the others did not. */
export interface ManyChange {
	/** Null where nothing took it: all had it already, or all refused. */
	readonly edit: Edit | null;
	/** One a thing that stays as it was, in the order of the ids. */
	readonly refused: readonly Refusal[];
	/** The things that refused, in the same order. */
	readonly refusedIds: readonly ItemId[];
}

/** Things between two steps of the work. */
const STEP = 64;

/**
 * Sets the properties of `patchOf(item)` on each of the things of `ids`; `undefined` removes one.
 * Ids that the plan does not have, and things that have these values already, are passed over. What
 * refuses (a locked thing, a value that the kind does not allow, the loss of a required property, a
 * property that describes a person) stays as it was and is told, the rest is one edit.
 *
 * A generator, so that whoever runs it may breathe between its steps; O(ids), hours are parsed once a
 * text. Shapes are not touched, so they are not judged again.
 */
export function* changeMany(
	plan: Plan,
	ids: Iterable<ItemId>,
	patchOf: (item: Item) => Readonly<Record<string, unknown>>
): Generator<void, ManyChange> {
	const hours = new Map<string, boolean>();
	const parsesHours = (text: string): boolean => {
		const known = hours.get(text) ?? isOpeningHours(text);
		hours.set(text, known);
		return known;
	};
	const put: Item[] = [];
	const refused: Refusal[] = [];
	const refusedIds: ItemId[] = [];
	const leave = (item: Item, refusal: Refusal): void => {
		refused.push(refusal);
		refusedIds.push(item.id);
	};
	let n = 0;
	for (const id of new Set(ids)) {
		if (++n % STEP === 0) yield;
		const item = plan.items.get(id);
		if (!item) continue;
		const patch = patchOf(item);
		if (hasAll(item, patch)) continue;
		if (isLocked(item)) {
			leave(item, refuseLocked(item));
			continue;
		}
		const changed = patched(item, patch);
		const problem = firstProblem(changed, patch, parsesHours);
		if (problem) leave(item, refuse({ ...problem, featureId: item.id }));
		else put.push(changed);
	}
	return { edit: put.length > 0 ? { label: labelOf(put), put, drop: [] } : null, refused, refusedIds };
}

function hasAll(item: Item, patch: Readonly<Record<string, unknown>>): boolean {
	return Object.entries(patch).every(([key, value]) => {
		const before = item.properties[key];
		if (before === value) return item.setAside?.[key] === undefined;
		return typeof value === 'object' && JSON.stringify(before) === JSON.stringify(value);
	});
}

function patched(item: Item, patch: Readonly<Record<string, unknown>>): Item {
	const properties: Record<string, unknown> = { ...item.properties };
	const { setAside: before, ...rest } = item;
	const setAside: Record<string, unknown> = { ...before };
	for (const [key, value] of Object.entries(patch)) {
		if (value === undefined) delete properties[key];
		else properties[key] = value;
		delete setAside[key];
	}
	const isAside = Object.keys(setAside).length > 0;
	return { ...rest, properties, ...(isAside && { setAside }) } as unknown as Item;
}

function firstProblem(
	{ kind, properties }: Item,
	patch: Readonly<Record<string, unknown>>,
	parsesHours: (text: string) => boolean
): Problem | undefined {
	const personal = Object.entries(patch).find(([key, value]) => isPersonalKey(key, value));
	if (personal) return { code: 'personal-property', severity: 'error', path: `properties.${personal[0]}` };
	return validateProperties(kind, properties, parsesHours).find(({ severity }) => severity === 'error');
}

function labelOf(put: readonly Item[]): Edit['label'] {
	const [first] = put as [Item];
	return {
		verb: 'change',
		kind: put.every(({ kind }) => kind === first.kind) ? first.kind : undefined,
		name: put.length === 1 ? first.properties.name : undefined,
		count: put.length
	};
}
