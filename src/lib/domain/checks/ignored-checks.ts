import type { Edit } from '../edit.ts';
import type { Plan, PlanHeader } from '../plan.ts';
import { CHECK_CODES, type CheckFinding } from './check-finding.ts';

/** The member of a plan's header that remembers what findings are to be ignored. */
const MEMBER = 'ignoredChecks';

/**
 * What a plan ignores: keys of findings, and codes of which no finding counts. In the header, so that
 * it stays with the plan, in the file too, and can be undone. What is no list of texts ignores nothing.
 */
export function ignoredChecks({ header }: Plan): ReadonlySet<string> {
	const list = header[MEMBER];
	if (!Array.isArray(list)) return NONE;
	let known = read.get(list);
	if (!known) read.set(list, (known = new Set(list.filter((key) => typeof key === 'string'))));
	return known;
}

const NONE: ReadonlySet<string> = new Set();
const read = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** Whether `finding` is among what is ignored: by itself, or with all of its code. */
export function isIgnored(
	ignored: ReadonlySet<string>,
	{ key, code }: Pick<CheckFinding, 'key' | 'code'>
): boolean {
	return ignored.has(key) || ignored.has(code);
}

/** Ignores the findings of `keys`, and all findings of those that are codes. */
export function ignoreChecks(plan: Plan, keys: readonly string[]): Edit {
	const all = new Set([...ignoredChecks(plan), ...keys]);
	return headerEdit(plan, 'ignore', [...all], keys.length);
}

/** Takes `keys` back, so that their findings count again; of a code also those ignored one by one. */
export function heedChecks(plan: Plan, keys: readonly string[]): Edit {
	const codes = CHECK_CODES.filter((code) => keys.includes(code));
	const left = [...ignoredChecks(plan)].filter(
		(key) => !keys.includes(key) && !codes.some((code) => key.startsWith(`${code} `))
	);
	return headerEdit(plan, 'heed', left, keys.length);
}

function headerEdit(plan: Plan, verb: 'ignore' | 'heed', keys: readonly string[], count: number): Edit {
	const { [MEMBER]: _before, ...rest } = plan.header;
	const header = (keys.length > 0 ? { ...rest, [MEMBER]: keys } : rest) as PlanHeader;
	return { label: { verb, count }, put: [], drop: [], header };
}
