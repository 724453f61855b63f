import type { Assumptions } from '../domain/assumptions.ts';

/** Whether all of `ids` (things, or ways as `way/ID`) are taken out under `assumptions`. */
export function isTakenOut({ without }: Assumptions, ids: readonly string[]): boolean {
	return ids.length > 0 && ids.every((id) => without.includes(id));
}

/** The assumptions with `ids` taken out, or put back. */
export function takingOut(assumptions: Assumptions, ids: readonly string[], isOut: boolean): Assumptions {
	const others = assumptions.without.filter((id) => !ids.includes(id));
	return { ...assumptions, without: isOut ? [...others, ...ids] : others };
}
