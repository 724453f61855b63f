import type { CheckFinding } from '../../../domain/checks/check-finding.ts';
import type { CheckGroup } from '../../../editor/checks/plan-checks.svelte.ts';

/** A row of the list of checks: the heading of a group, or one of its findings. */
export type CheckRow =
	| { readonly type: 'group'; readonly group: CheckGroup; readonly isOpen: boolean }
	| { readonly type: 'finding'; readonly finding: CheckFinding };

/** Groups of more than this are folded until somebody unfolds them. */
const MANY = 50;

/** The rows in their order; `turned` are the codes of groups that were folded or unfolded by hand. */
export function checkRows(groups: readonly CheckGroup[], turned: ReadonlySet<string>): CheckRow[] {
	return groups.flatMap((group): CheckRow[] => {
		const isOpen = group.count <= MANY !== turned.has(group.code);
		const heading: CheckRow = { type: 'group', group, isOpen };
		if (!isOpen) return [heading];
		return [heading, ...group.findings.map((finding): CheckRow => ({ type: 'finding', finding }))];
	});
}

/** Stable through every edit that leaves a finding as it was. */
export function keyOfRow(row: CheckRow): string {
	return row.type === 'group' ? row.group.code : row.finding.key;
}
