import type { WhatIf, WhatIfShare } from '../../domain/findings/gaps.ts';
import { m } from '../../paraglide/messages.js';
import { areaText } from './quantity.ts';

/** Words for an assumption whose covered share is shown: its name, and what it means in a sentence. */
export const WHAT_IF_WORDS: Record<WhatIf, { name: () => string; why: () => string }> = {
	now: { name: m.what_if_now, why: m.what_if_now_why },
	'any-hour': { name: m.what_if_any_hour, why: m.what_if_any_hour_why },
	integrated: { name: m.what_if_integrated, why: m.what_if_integrated_why },
	repaired: { name: m.what_if_repaired, why: m.what_if_repaired_why },
	'repaired-and-integrated': { name: m.what_if_both, why: m.what_if_both_why },
	planned: { name: m.what_if_planned, why: m.what_if_planned_why },
	coarser: { name: m.what_if_coarser, why: m.what_if_coarser_why },
	unobstructed: { name: m.what_if_unobstructed, why: m.what_if_unobstructed_why },
	ptz: { name: m.what_if_ptz, why: m.what_if_ptz_why },
	likely: { name: m.what_if_likely, why: m.what_if_likely_why },
	possible: { name: m.what_if_possible, why: m.what_if_possible_why },
	everything: { name: m.what_if_everything, why: m.what_if_everything_why }
};

/**
 * What to do before buying, in one sentence: what connecting and repairing close, each for itself.
 * Null where the answer tells of neither, and where it is no question: both are assumed, or no camera counts.
 */
export function beforeBuyingText(shares: readonly WhatIfShare[], isNoQuestion: boolean): string | null {
	const closes = (what: WhatIf): number => shares.find((share) => share.what === what)?.closesM2 ?? 0;
	const isTold = shares.some(({ what }) => what === 'repaired' || what === 'integrated');
	if (!isTold || isNoQuestion) return null;
	const repaired = closes('repaired');
	const integrated = closes('integrated');
	const both = closes('repaired-and-integrated');
	const words = { repaired: areaText(repaired), integrated: areaText(integrated), both: areaText(both) };
	if (repaired >= 1 && integrated >= 1) return m.what_if_first_both(words);
	if (repaired >= 1) return m.what_if_first_repair({ repaired: words.repaired });
	if (integrated >= 1) return m.what_if_first_connect({ integrated: words.integrated });
	return both >= 1 ? m.what_if_first_together({ both: words.both }) : m.what_if_first_none();
}
