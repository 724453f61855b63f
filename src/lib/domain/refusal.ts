import type { LngLat } from '../geo/coordinates.ts';
import type { Edit, EditLabel } from './edit.ts';
import type { Item } from './items.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { validateItem } from './validate-item.ts';

/** An operation's "no": why, and where on the map; `problemText` words `problem`. */
export interface Refusal {
	readonly ok: false;
	readonly reason: ProblemCode;
	readonly at?: LngLat;
	readonly problem: Problem;
}

/** Whether an operation refused. */
export function isRefusal(result: Edit | Refusal): result is Refusal {
	return 'ok' in result;
}

/** The refusal that says `problem`. */
export function refuse(problem: Problem): Refusal {
	return { ok: false, reason: problem.code, problem, ...(problem.at && { at: problem.at }) };
}

/** The edit that puts `item`, or the refusal of its first error: memory never holds what the store would refuse. */
export function putIfSound(label: EditLabel, item: Item): Edit | Refusal {
	const error = validateItem(item).find((problem) => problem.severity === 'error');
	return error ? refuse(error) : { label, put: [item], drop: [] };
}
