import { planFeatures, systemFeatures } from '../lib/analysis/ring-system/plan-features.ts';
import { ringSystem } from '../lib/analysis/ring-system/ring-system.ts';
import { sealPlans, type SealPlansOptions } from '../lib/analysis/ring-system/seal-plans.ts';
import type { SealFeatures } from '../lib/analysis/sealing/seal-features.ts';
import type { Plan } from '../lib/domain/plan.ts';
import type { Roads } from '../lib/network/roads.ts';
import type { Language } from './command-error.ts';
import type { SealPlanAsk } from './seal-plan-options.ts';
import { plansText, systemText } from './seal-plan-text.ts';

/**
 * Adds what was asked about plans and the system to the answer of `seal`; returns what to say of it.
 * Suggestions at a price, or about roads that may not or must be closed, take the place of the plain ones.
 */
export async function sealPlanAnswer(
	ask: SealPlanAsk,
	features: SealFeatures,
	roads: Roads,
	plan: Plan,
	options: SealPlansOptions
): Promise<(language: Language) => string> {
	const items = [...plan.items.values()];
	const words: ((language: Language) => string[])[] = [];
	if (ask.plans) {
		const { costByClass, forbid, require, moveM, depth } = ask;
		const plans = await sealPlans(roads, items, {
			...options,
			costByClass: costByClass ?? undefined,
			forbid,
			require,
			moveM,
			depths: depth === null ? [] : [depth],
			byCost: costByClass !== null
		});
		const more = planFeatures(plans, ask.suggestions);
		const plain = features.features.filter(
			({ properties }) => ask.suggestions === null || properties?.kind !== 'suggestion'
		);
		features.features = [...plain, ...more.features];
		Object.assign(features.summary, more.summary);
		words.push((language) => plansText(plans, language));
	}
	if (ask.system) {
		const system = await ringSystem(roads, items, options);
		const more = systemFeatures(system);
		features.features = [...features.features, ...more.features];
		Object.assign(features.summary, more.summary);
		words.push((language) => systemText(system, language));
	}
	return (language) =>
		words
			.flatMap((say) => say(language))
			.map((text) => `${text}\n`)
			.join('');
}
