import { isPersonalKey } from '../domain/validation/personal.ts';

/** `value` without the members that look personal, at any depth, and the paths of what was dropped. */
export interface WithoutPersonal {
	readonly value: unknown;
	readonly dropped: readonly string[];
}

/**
 * A reader that takes personal-looking members out of values. What has none comes back as the same
 * object. Verdicts on names are remembered, so one reader serves a whole file.
 */
export function personalDropper(): (value: unknown, path: string) => WithoutPersonal {
	const verdicts = new Map<string, boolean>();
	const isPersonal = (key: string, value: unknown): boolean => {
		if (value === null || typeof value === 'boolean') return false;
		let verdict = verdicts.get(key);
		if (verdict === undefined) verdicts.set(key, (verdict = isPersonalKey(key, value)));
		return verdict;
	};
	const strip = (value: unknown, path: string, dropped: string[]): unknown => {
		if (typeof value !== 'object' || value === null) return value;
		const before = dropped.length;
		if (Array.isArray(value)) {
			if (typeof value[0] === 'number') return value;
			const list = value.map((member, i) => strip(member, `${path}[${i}]`, dropped));
			return dropped.length === before ? value : list;
		}
		const kept: [string, unknown][] = [];
		for (const [key, member] of Object.entries(value)) {
			const at = path === '' ? key : `${path}.${key}`;
			if (isPersonal(key, member)) dropped.push(at);
			else kept.push([key, strip(member, at, dropped)]);
		}
		return dropped.length === before ? value : Object.fromEntries(kept);
	};
	return (value, path) => {
		const dropped: string[] = [];
		return { value: strip(value, path, dropped), dropped };
	};
}
