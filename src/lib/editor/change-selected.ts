import type { Item, ItemId } from '../domain/items.ts';
import { changeMany, type ManyChange } from '../domain/operations/change-many.ts';
import { problemText } from '../domain/problem-texts.ts';
import { m } from '../paraglide/messages.js';
import { inBreaths } from '../workers/breath.ts';
import type { Desk } from './desk.svelte.ts';
import { language } from './language.svelte.ts';
import { selectionOfItems } from './selection.ts';
import { countText } from './wording/quantity.ts';

/**
 * Sets properties on many things in one edit, breathing while it is prepared; where the plan changes
 * meanwhile, it is prepared anew. Says how many things refused and why the first of them did, and
 * offers to pick those out. The answer is the refusals; nothing is done where the plan was closed.
 */
export async function changeSelected(
	desk: Desk,
	ids: readonly ItemId[],
	patchOf: (item: Item) => Readonly<Record<string, unknown>>
): Promise<ManyChange['refused']> {
	const { editor, screen } = desk;
	const { planId } = desk.keeper;
	let change: ManyChange;
	let { plan } = editor;
	for (;;) {
		change = await inBreaths(changeMany(plan, ids, patchOf));
		if (desk.keeper.planId !== planId) return [];
		if (editor.plan === plan) break;
		({ plan } = editor);
	}
	if (change.edit) desk.act(change.edit);
	const [first] = change.refused;
	if (first) {
		const { featureId: _id, ...problem } = first.problem;
		const count = change.refused.length;
		screen.say(
			m.select_refused({ count, n: countText(count), why: problemText(problem, language.locale) }),
			'wrong',
			{ label: m.select_refused_pick(), run: () => editor.select(selectionOfItems(change.refusedIds)) }
		);
	}
	return change.refused;
}
