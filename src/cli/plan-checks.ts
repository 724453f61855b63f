import type { Feature } from 'geojson';
import { checkPlan, PLAN_CHECKS } from '../lib/domain/checks/check-plan.ts';
import type { CheckCode, CheckFinding } from '../lib/domain/checks/check-finding.ts';
import { checkText, type CheckNames } from '../lib/domain/checks/check-texts.ts';
import { ignoredChecks, isIgnored } from '../lib/domain/checks/ignored-checks.ts';
import { ItemMap } from '../lib/domain/item-map.ts';
import type { Plan } from '../lib/domain/plan.ts';
import type { Problem } from '../lib/domain/problem.ts';
import type { Language } from './command-error.ts';

/** What reading a file says already, in words of its own. */
const TOLD_BY_READING: readonly CheckCode[] = ['unread-shape', 'checkpoint-ring-gone'];

/** What is amiss in a plan as a whole: a warning each, in the words of the check panel. */
export interface PlanCheck {
	readonly finding: CheckFinding;
	readonly text: Readonly<Record<Language, string>>;
}

/**
 * What the check panel would say of `plan`, without what needs roads, what the plan ignores, and what is
 * among `problems` already.
 */
export function checksOfPlan(plan: Plan, problems: readonly Problem[]): PlanCheck[] {
	const items = ItemMap.of(plan.items);
	const steps = checkPlan({ items, unread: plan.unread ?? [], regionBbox: null }, PLAN_CHECKS);
	let step = steps.next();
	while (!step.done) step = steps.next();
	const ignored = ignoredChecks(plan);
	const outside = new Set(
		problems.flatMap(({ code, featureId }) => (code === 'outside-the-region' ? [featureId] : []))
	);
	const touching = new Set(
		problems.flatMap(({ code, featureId }) => (code === 'self-touching' ? [featureId] : []))
	);
	const names = namesOf(plan);
	return step.value.findings
		.filter((finding) => {
			const [id] = finding.about;
			if (TOLD_BY_READING.includes(finding.code) || isIgnored(ignored, finding)) return false;
			if (finding.fault === 'touches-itself' && touching.has(id)) return false;
			return (
				!(finding.code === 'camera-outside-area' || finding.code === 'site-outside-area') || !outside.has(id)
			);
		})
		.map((finding) => ({
			finding,
			text: { en: checkText(finding, 'en', names), zh: checkText(finding, 'zh', names) }
		}));
}

/** A finding as a feature of the answer, like those of problems. */
export function checkFeature({ finding, text }: PlanCheck): Feature {
	const { code, about, at, areaM2, lengthM } = finding;
	return {
		type: 'Feature',
		geometry: { type: 'Point', coordinates: [...at] },
		properties: {
			kind: 'problem',
			code,
			severity: 'warning',
			feature: about[0],
			...(about.length > 1 && { features: [...about] }),
			...(areaM2 !== undefined && { areaM2 }),
			...(lengthM !== undefined && { lengthM }),
			message: text.en,
			messageZh: text.zh
		}
	};
}

function namesOf({ items }: Plan): CheckNames {
	const figure = (value: number): string => (value < 1 ? '< 1' : String(Math.round(value)));
	return {
		nameOf: (id) => items.get(id)?.properties.name || id,
		area: (areaM2) => `${figure(areaM2)} m²`,
		length: (lengthM) => `${figure(lengthM)} m`
	};
}
