import type { Plan } from '../../domain/plan.ts';
import { m } from '../../paraglide/messages.js';

/** What a plan is called. */
export function planText(plan: Pick<Plan, 'header'>): string {
	return plan.header.name || m.plan_untitled();
}

/** Whether the plan says of itself that its things are made up, as the demo does. */
export function isMadeUp({ header }: Pick<Plan, 'header'>): boolean {
	return header.madeUp === true;
}
