import { HEAD_KEYS } from './head-keys.ts';
import type { Item, Kind } from './items.ts';

/** One value of a thing, as text to be compared with and as a number where it is one. */
export interface ItemValue {
	readonly text: string;
	readonly figure: number | null;
}
export type ItemValues = readonly ItemValue[];

/** What a thing does not state counts as this. */
const DEFAULTS: Partial<Record<Kind, Readonly<Record<string, string | number | boolean>>>> = {
	camera: { type: 'fixed', health: 'working', integrated: true, status: 'built' },
	checkpoint: { status: 'staffed' },
	'patrol-route': { reachM: 50 },
	station: { teams: 1 }
};

/** What one head of a pole may say in place of its camera. */
const HEAD_FIELDS: ReadonlySet<string> = new Set(HEAD_KEYS);

/**
 * The values that `item` states at `path`, without doubles: one, or one for each head of a pole that
 * says another, or none. Null, an empty text and an empty list are nothing.
 */
export function readValues(item: Item, path: string): ItemValues {
	const heads = item.kind === 'camera' && HEAD_FIELDS.has(path) ? item.properties.heads : undefined;
	const own = valueAt(item.properties, path);
	const stated = heads?.length
		? heads.map((head) => (head as Readonly<Record<string, unknown>>)[path] ?? own)
		: [own];
	const values = new Map<string, ItemValue>();
	for (const value of stated) {
		if (isNothing(value)) continue;
		const text = valueText(value);
		values.set(text, { text, figure: figureOf(value) });
	}
	return [...values.values()];
}

/** As `readValues`; where nothing is stated, what that counts as: a camera that names no health works. */
export function stands(item: Item, path: string): ItemValues {
	const stated = readValues(item, path);
	const byDefault = path === 'locked' ? false : DEFAULTS[item.kind]?.[path];
	const assumed = stated.length === 0 ? byDefault : undefined;
	return assumed === undefined ? stated : [{ text: valueText(assumed), figure: figureOf(assumed) }];
}

/** A value as conditions and lists of values write it; things that print alike are one value. */
export function valueText(value: unknown): string {
	if (typeof value === 'string') return value;
	if (Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number')) {
		return value.join(' × ');
	}
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A number, or a text that is one; of a picture's size its width. Null else. */
function figureOf(value: unknown): number | null {
	if (typeof value === 'number') return value;
	if (typeof value === 'string') {
		const figure = value.trim() === '' ? NaN : Number(value);
		return Number.isFinite(figure) ? figure : null;
	}
	return Array.isArray(value) && typeof value[0] === 'number' ? value[0] : null;
}

function isNothing(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		(typeof value === 'string' && value.trim() === '') ||
		(Array.isArray(value) && value.length === 0)
	);
}

/** A name with a full stop of its own is taken as it stands before it is taken as a path. */
function valueAt(properties: Readonly<Record<string, unknown>>, path: string): unknown {
	if (Object.hasOwn(properties, path)) return properties[path];
	let value: unknown = properties;
	for (const part of path.split('.')) {
		if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
		value = (value as Readonly<Record<string, unknown>>)[part];
	}
	return value;
}
