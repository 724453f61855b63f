import type { DepthPlan, PricedSuggestion, SealPlans } from '../../../domain/findings/seal-plans.ts';
import type { PlanSort } from '../../../editor/seal-wishes.svelte.ts';

/** The suggestions of the plan that is looked at; of moved rings those that were drawn. */
export function suggestionsShown(plans: SealPlans, sort: PlanSort): PricedSuggestion[] {
	switch (sort) {
		case 'fewest':
			return plans.fewest.suggestions;
		case 'cheapest':
			return plans.cheapest.suggestions;
		case 'moved':
			return plans.moved.flatMap(({ line, suggestions }) => (line ? suggestions : []));
		case 'depth':
			return depthShown(plans)?.suggestions ?? [];
	}
}

/** The plan for a depth that was asked for; null where none was. */
export function depthShown({ depths }: SealPlans): DepthPlan | null {
	return depths[0] ?? null;
}
