import type { CheckFinding, FixHow } from '../../../domain/checks/check-finding.ts';
import { fixText } from '../../../domain/checks/check-texts.ts';
import { checkNames } from '../../../editor/checks/check-names.ts';
import type { CheckGroup } from '../../../editor/checks/plan-checks.svelte.ts';
import type { Desk } from '../../../editor/desk.svelte.ts';
import { language } from '../../../editor/language.svelte.ts';
import { selectionOfItems } from '../../../editor/selection.ts';
import { m } from '../../../paraglide/messages.js';
import type { MenuRow } from '../../../ui/Menu.svelte';

/** What can be done about one finding: every way to put it right, what it is about, and to ignore it. */
export function findingMenu(desk: Desk, finding: CheckFinding, isIgnored: boolean): MenuRow[] {
	const { checks, editor } = desk;
	const names = checkNames(editor.plan);
	const rows: MenuRow[] = [];
	if (!editor.isReadOnly && !isIgnored) {
		for (const [i, fix] of finding.fixes.entries()) {
			rows.push({
				type: 'do',
				id: `fix-${i}`,
				text: fixText(fix, finding, language.locale, names),
				isDisabled: !checks.isSound(finding),
				run: () => void checks.fix(finding, fix)
			});
		}
		if (rows.length > 0) rows.push({ type: 'line' });
	}
	const ids = finding.about.filter((id) => editor.plan.items.has(id));
	if (ids.length > 0) {
		rows.push({
			type: 'do',
			id: 'select',
			text: m.checks_select({ count: ids.length }),
			run: () => desk.show(selectionOfItems(ids) ?? { what: 'items', ids })
		});
	}
	if (!editor.isReadOnly) {
		rows.push(
			isIgnored
				? { type: 'do', id: 'heed', text: m.checks_heed(), run: () => checks.heed([finding.key]) }
				: { type: 'do', id: 'ignore', text: m.checks_ignore(), run: () => checks.ignore([finding.key]) }
		);
	}
	return rows;
}

/** What can be done about all findings of a code, beside the plain fix. */
export function groupMenu(
	desk: Desk,
	{ code, findings }: CheckGroup,
	isIgnored: boolean,
	fixAll: (how: FixHow) => void
): MenuRow[] {
	const { checks, editor } = desk;
	if (editor.isReadOnly) return [];
	if (isIgnored) {
		return [
			{
				type: 'do',
				id: 'heed',
				text: m.checks_heed_kind(),
				run: () => checks.heed([code, ...keysOf(findings)])
			}
		];
	}
	const hows = new Set(
		findings.filter(({ isPlain }) => !isPlain).flatMap(({ fixes }) => fixes.map(({ how }) => how))
	);
	const ways = ALL_WAYS.filter(([how]) => hows.has(how));
	return [
		...ways.map(([how, text]): MenuRow => ({ type: 'do', id: how, text: text(), run: () => fixAll(how) })),
		...(ways.length > 0 ? [{ type: 'line' } as const] : []),
		{ type: 'do', id: 'ignore', text: m.checks_ignore_kind(), run: () => checks.ignore([code]) }
	];
}

const ALL_WAYS: readonly (readonly [how: FixHow, text: () => string])[] = [
	['move', m.checks_all_move],
	['clip', m.checks_all_clip],
	['cut', m.checks_all_cut],
	['fill', m.checks_all_fill],
	['forget-controls', m.checks_all_forget_controls],
	['remove', m.checks_all_remove]
];

function keysOf(findings: readonly CheckFinding[]): string[] {
	return findings.map(({ key }) => key);
}
