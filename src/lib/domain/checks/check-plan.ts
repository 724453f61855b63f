import {
	CHECK_CODES,
	MOST_OF_A_CODE,
	type CheckCode,
	type CheckFinding,
	type ChecksAnswer
} from './check-finding.ts';
import type { CheckedPlan } from './checked-plan.ts';
import { brokenShapes } from './broken-shapes.ts';
import { doubledCameras } from './doubled-cameras.ts';
import { fabricGaps } from './fabric-gaps.ts';
import { fabricOverlaps } from './fabric-overlaps.ts';
import { lostRings } from './lost-rings.ts';
import { nestedRings } from './nested-rings.ts';
import { shortRoutes, straySites, teamlessZones } from './plain-checks.ts';
import { ringLevels } from './ring-levels.ts';
import { strayCameras } from './stray-cameras.ts';
import { strayZones } from './stray-zones.ts';
import { unreadShapes } from './unread-shapes.ts';

/** One thing to look for: the codes of what it finds, and how it is found; long ones yield now and then. */
export interface Check {
	readonly codes: readonly CheckCode[];
	readonly run: (plan: CheckedPlan) => CheckFinding[] | Generator<undefined, CheckFinding[]>;
}

/** What is looked for in a plan alone; what needs roads is handed in beside it. */
export const PLAN_CHECKS: readonly Check[] = [
	{ codes: ['unread-shape'], run: unreadShapes },
	{ codes: ['broken-shape'], run: brokenShapes },
	{ codes: ['zones-overlap', 'areas-overlap'], run: fabricOverlaps },
	{ codes: ['zones-gap', 'areas-gap'], run: fabricGaps },
	{ codes: ['zone-outside-area'], run: strayZones },
	{ codes: ['zone-without-team'], run: teamlessZones },
	{ codes: ['route-no-length'], run: shortRoutes },
	{ codes: ['ring-level-twice'], run: ringLevels },
	{ codes: ['ring-not-nested'], run: nestedRings },
	{ codes: ['checkpoint-ring-gone'], run: lostRings },
	{ codes: ['camera-double'], run: doubledCameras },
	{ codes: ['camera-outside-region', 'camera-outside-area'], run: strayCameras },
	{ codes: ['site-outside-area'], run: straySites }
];

/** Runs one check to its end, yielding as it does. */
export function* runCheck(check: Check, plan: CheckedPlan): Generator<undefined, CheckFinding[]> {
	const found = check.run(plan);
	return Array.isArray(found) ? found : yield* found;
}

/** Everything that `checks` find amiss in `plan`; yields the share that is done, 0 to 1. */
export function* checkPlan(plan: CheckedPlan, checks: readonly Check[]): Generator<number, ChecksAnswer> {
	const byCode = new Map<CheckCode, CheckFinding[]>();
	for (const [i, check] of checks.entries()) {
		yield i / checks.length;
		for (const code of check.codes) byCode.set(code, []);
		const steps = runCheck(check, plan);
		let step = steps.next();
		for (; !step.done; step = steps.next()) yield i / checks.length;
		for (const finding of step.value) byCode.get(finding.code)?.push(finding);
	}
	const findings: CheckFinding[] = [];
	const counts: Partial<Record<CheckCode, number>> = {};
	for (const code of CHECK_CODES) {
		const found = byCode.get(code);
		if (!found) continue;
		counts[code] = found.length;
		findings.push(...found.sort(byGravity).slice(0, MOST_OF_A_CODE));
	}
	return { findings, counts };
}

const GRAVITY = { error: 0, warning: 1, note: 2 } as const;

/** The gravest first, then the largest, then by key: the same plan gives the same list. */
function byGravity(a: CheckFinding, b: CheckFinding): number {
	return (
		GRAVITY[a.severity] - GRAVITY[b.severity] ||
		(b.areaM2 ?? 0) - (a.areaM2 ?? 0) ||
		(b.lengthM ?? 0) - (a.lengthM ?? 0) ||
		(a.key < b.key ? -1 : a.key > b.key ? 1 : 0)
	);
}
