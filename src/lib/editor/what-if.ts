import type { Assumptions } from '../domain/assumptions.ts';
import type { WhatIf, WhatIfShare } from '../domain/findings/gaps.ts';
import type { AnalysisOptions } from '../workers/analysis-events.ts';

type Options = Pick<AnalysisOptions, 'assumptions' | 'occlusion'>;

/** How the switches stand when the assumptions behind a what-if are granted; null where no switch grants them. */
export function granting(what: WhatIf, { assumptions, occlusion }: Options): Options | null {
	const grants = GRANTS[what];
	if (!grants) return null;
	return {
		assumptions: { ...assumptions, ...grants.assumptions },
		occlusion: occlusion && !grants.isUnobstructed
	};
}

/** How the switches stand when those of a what-if are taken back; the hour and the density cannot be. */
export function withdrawing(what: WhatIf, { assumptions, occlusion }: Options): Options | null {
	const grants = GRANTS[what];
	if (!grants) return null;
	const taken = Object.keys(grants.assumptions ?? {}).filter((key) => isSwitch(key));
	const off = Object.fromEntries(taken.map((key) => [key, false]));
	if (taken.length === 0 && !grants.isUnobstructed) return null;
	return {
		assumptions: { ...assumptions, ...off },
		occlusion: occlusion || (grants.isUnobstructed ?? false)
	};
}

/** Whether all that a what-if grants is granted already. */
export function isGranted(what: WhatIf, { assumptions, occlusion }: Options): boolean {
	const grants = GRANTS[what];
	if (!grants || what === 'now') return false;
	const isAll = Object.entries(grants.assumptions ?? {}).every(
		([key, value]) => assumptions[key as keyof Assumptions] === value
	);
	return isAll && !(grants.isUnobstructed && occlusion);
}

/** The what-ifs worth a line, least effort first, and those that close nothing. */
export function whatIfRows(
	shares: readonly WhatIfShare[],
	options: Options
): { rows: WhatIfShare[]; idle: WhatIf[] } {
	const rows: WhatIfShare[] = [];
	const idle: WhatIf[] = [];
	for (const share of shares) {
		const { what, closesM2 } = share;
		const isOn = isGranted(what, options);
		if (what === 'now' || closesM2 >= WORTH_M2 || (isOn && withdrawing(what, options))) rows.push(share);
		// an hour that is not asked for, or a density, has nothing to grant; a sum of others is no news
		else if (!isOn && what !== 'repaired-and-integrated' && what !== 'everything') idle.push(what);
	}
	return { rows, idle };
}

/** Less than this is not told: slivers between two ways of cutting the same ground. */
const WORTH_M2 = 1;

interface Grant {
	assumptions?: Partial<Assumptions>;
	isUnobstructed?: boolean;
}

const JOINED = { assumeIntegrated: true } as const;
const MENDED = { assumeRepaired: true } as const;

/** What each what-if switches on. A direction as hoped and a PTZ camera turned are hopes, not switches. */
const GRANTS: Record<WhatIf, Grant | null> = {
	now: {},
	'any-hour': { assumptions: { at: undefined } },
	integrated: { assumptions: JOINED },
	repaired: { assumptions: MENDED },
	'repaired-and-integrated': { assumptions: { ...JOINED, ...MENDED } },
	planned: { assumptions: { countPlanned: true } },
	coarser: { assumptions: { minPxPerM: undefined } },
	unobstructed: { isUnobstructed: true },
	ptz: { assumptions: { countPtz: true } },
	likely: null,
	possible: null,
	everything: null
};

function isSwitch(key: string): boolean {
	return key !== 'at' && key !== 'minPxPerM';
}
