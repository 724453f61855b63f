import type { Item } from '../../domain/items.ts';

type Branch = Readonly<Record<string, unknown>> | readonly unknown[];

/** The value at `path` of an item's properties; undefined where a part of the path is absent. */
export function valueAt(item: Item, path: string): unknown {
	let value: unknown = item.properties;
	for (const part of path.split('.')) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Readonly<Record<string, unknown>>)[part];
	}
	return value;
}

/**
 * The change of properties that puts `value` at `path`: the top-level member with everything beside
 * `path` kept. `undefined` removes it, and an object that is then empty goes with it.
 */
export function patchFor(item: Item, path: string, value: unknown): Record<string, unknown> {
	const [key, ...rest] = path.split('.') as [string, ...string[]];
	return { [key]: rest.length === 0 ? value : put(item.properties[key] as Branch | undefined, rest, value) };
}

/** A typed number: null where the text is none; undefined where it is empty, which means not given. */
export function readNumber(text: string): number | undefined | null {
	const bare = text.trim().replace(/,/g, '.').replace(/\s/g, '');
	if (bare === '') return undefined;
	const figure = Number(bare);
	return Number.isFinite(figure) ? figure : null;
}

function put(branch: Branch | undefined, [key, ...rest]: readonly string[], value: unknown): unknown {
	const inner = rest.length === 0 ? value : put(branchAt(branch, key as string), rest, value);
	// a head with nothing known stays a head
	if (Array.isArray(branch))
		return branch.map((one: unknown, i) => (i === Number(key) ? (inner ?? {}) : one));
	const changed: Record<string, unknown> = { ...branch, [key as string]: inner };
	if (inner === undefined) delete changed[key as string];
	return Object.keys(changed).length === 0 ? undefined : changed;
}

function branchAt(branch: Branch | undefined, key: string): Branch | undefined {
	return (branch as Readonly<Record<string, Branch | undefined>> | undefined)?.[key];
}
