import { idleCheckpoints } from '../../analysis/checks/idle-checkpoints.ts';
import { checkPlan, PLAN_CHECKS, type Check } from '../../domain/checks/check-plan.ts';
import type { CheckedPlan } from '../../domain/checks/checked-plan.ts';
import { fixAll } from '../../domain/checks/fix-all.ts';
import { ItemMap } from '../../domain/item-map.ts';
import type { ChecksAsk } from '../analysis-events.ts';
import { runSteps } from './run-steps.ts';
import type { Study, StudyGround } from './study.ts';

/** What is amiss in the plan; what needs roads is looked for only where the region has them. */
export const checks: Study<'checks'> = async (ground, ask, run) => {
	return runSteps(checkPlan(checkedOf(ground, ask), await checksOf(ground)), run);
};

/** What of it can be put right, as one edit. */
export const fixChecks: Study<'fix-checks'> = async (ground, { wish, ...ask }, run) => {
	return runSteps(fixAll(checkedOf(ground, ask), await checksOf(ground), wish), run);
};

function checkedOf({ items }: StudyGround, { unread, regionBbox }: ChecksAsk): CheckedPlan {
	return { items: ItemMap.from(items), unread, regionBbox };
}

async function checksOf(ground: StudyGround): Promise<readonly Check[]> {
	if (!ground.hasRoads) return PLAN_CHECKS;
	const roads = await ground.roads();
	return [...PLAN_CHECKS, { codes: ['checkpoint-idle'], run: (plan) => idleCheckpoints(roads, plan.items) }];
}
