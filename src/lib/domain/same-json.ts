/**
 * Whether two values would be the same JSON, whatever the order of members. A member that is
 * undefined is as one that is absent; NaN is null there and no number of a plan, so it is unlike
 * everything.
 */
export function sameJson(a: unknown, b: unknown): boolean {
	if (a === b) return true;
	if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
	if (Array.isArray(a) || Array.isArray(b)) {
		if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
		return a.every((value, i) => sameJson(value, b[i]));
	}
	return unlikeMembers(a, b).length === 0;
}

/** Names of the members that are not the same JSON in `a` and in `b`, those of `a` first. */
export function unlikeMembers(a: object, b: object): string[] {
	const one = a as Readonly<Record<string, unknown>>;
	const other = b as Readonly<Record<string, unknown>>;
	return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
		(key) => !sameJson(own(one, key), own(other, key))
	);
}

/** Only members of its own: a plan may name one `constructor`. */
function own(of: Readonly<Record<string, unknown>>, key: string): unknown {
	return Object.hasOwn(of, key) ? of[key] : undefined;
}
