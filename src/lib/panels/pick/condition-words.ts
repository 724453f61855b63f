import type { Comparison } from '../../domain/attribute-query.ts';
import type { ItemId } from '../../domain/items.ts';
import type { Plan } from '../../domain/plan.ts';
import type { Field } from '../../editor/fields/field-table.ts';
import { ringOfPlanText } from '../../editor/wording/finding-words.ts';
import { m } from '../../paraglide/messages.js';

/** A comparison as a row of the card says it. */
export const COMPARISON_WORDS: Readonly<Record<Comparison, () => string>> = {
	is: m.pick_is,
	'is-not': m.pick_is_not,
	contains: m.pick_contains,
	less: m.pick_less,
	more: m.pick_more,
	'one-of': m.pick_one_of,
	empty: m.pick_empty,
	'not-empty': m.pick_not_empty
};

/** A value of `field` (undefined: one that Cordon does not know) in words; `text` is as `valueText` writes it. */
export function valueWords(plan: Plan, field: Field | undefined, text: string): string {
	if (text === '') return m.select_none();
	if (field?.type === 'ring') return ringOfPlanText(plan, text as ItemId);
	if (field?.type !== 'choice') return text;
	return field.choices.find(({ value }) => String(value) === text)?.words() ?? text;
}
