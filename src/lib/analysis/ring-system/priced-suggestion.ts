import type { PricedSuggestion } from '../../domain/findings/seal-plans.ts';
import type { Suggestion } from '../../domain/findings/sealing.ts';
import type { Roads } from '../../network/roads.ts';
import type { ClosePrice } from '../sealing/close-price.ts';
import { controlsOfPlaces } from '../sealing/controls.ts';

/** `suggestion` with the sum of what its roads cost, each stated road once. */
export function priced(
	roads: Roads,
	suggestion: Suggestion,
	price: ClosePrice,
	{ layer = 0, isRequired = false }: { layer?: number; isRequired?: boolean } = {}
): PricedSuggestion {
	let tenths = 0;
	for (const control of suggestion.controls) {
		const edges = controlsOfPlaces(roads, [control]).map(({ edge }) => price.tenthsOf(edge));
		tenths += edges.length > 0 ? Math.max(...edges) : 0;
	}
	return { ...suggestion, cost: tenths / 10, isRequired, layer };
}

/** What suggestions cost together, to a tenth. */
export function costOf(suggestions: readonly PricedSuggestion[]): number {
	return Math.round(suggestions.reduce((sum, { cost }) => sum + cost, 0) * 10) / 10;
}
