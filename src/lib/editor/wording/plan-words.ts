import type { Plan } from '../../domain/plan.ts';
import { m } from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';

/** What a plan is called. */
export function planText(plan: Pick<Plan, 'header'>): string {
	return plan.header.name || m.plan_untitled();
}

/**
 * What the plan says of itself is made up, as the demo does in its header's `madeUp`: a text per
 * language, one text, or just true. Null where it says nothing.
 */
export function madeUpText({ header }: Pick<Plan, 'header'>): string | null {
	const { madeUp } = header;
	if (!madeUp) return null;
	if (typeof madeUp === 'string') return madeUp;
	const text = (madeUp as Partial<Record<string, unknown>>)[getLocale()];
	return typeof text === 'string' && text !== '' ? text : m.demo_banner();
}
