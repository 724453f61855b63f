/**
 * A list of what is let through with `one` put in or taken out; null stands for all of `all`, and
 * comes back when all are in again.
 */
export function toggledIn<T>(chosen: readonly T[] | null, all: readonly T[], one: T): readonly T[] | null {
	const now = chosen ?? all;
	const next = now.includes(one) ? now.filter((other) => other !== one) : [...now, one];
	return all.every((other) => next.includes(other)) ? null : next;
}
