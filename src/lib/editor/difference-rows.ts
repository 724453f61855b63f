import type { ChangedItem, PlanDiff } from '../domain/diff-plans.ts';
import type { Item } from '../domain/items.ts';

export type DifferenceSort = 'added' | 'removed' | 'changed';

/** One thing that differs between two plans: a thing as it is in the other, or was in the open one. */
export interface DifferenceRow {
	readonly sort: DifferenceSort;
	readonly item: Item;
	readonly changed: ChangedItem | null;
}

/** All that differs, what was added first, then what changed, then what is gone. `sort` keeps one of these. */
export function differenceRows(diff: PlanDiff, sort: DifferenceSort | null): DifferenceRow[] {
	const rows: DifferenceRow[] = [
		...diff.added.map((item) => ({ sort: 'added' as const, item, changed: null })),
		...diff.changed.map((changed) => ({ sort: 'changed' as const, item: changed.after, changed })),
		...diff.removed.map((item) => ({ sort: 'removed' as const, item, changed: null }))
	];
	return sort === null ? rows : rows.filter((row) => row.sort === sort);
}

/** What `rows` say, as a difference of its own: so that it can be taken over without the rest. */
export function diffOfRows(rows: readonly DifferenceRow[]): PlanDiff {
	return {
		added: rows.flatMap(({ sort, item }) => (sort === 'added' ? [item] : [])),
		removed: rows.flatMap(({ sort, item }) => (sort === 'removed' ? [item] : [])),
		changed: rows.flatMap(({ changed }) => changed ?? []),
		header: null
	};
}
