import { NEED } from '../../domain/needs.ts';
import type { WhatIf } from '../../domain/findings/gaps.ts';

/** The switches whose every combination is answered at once. */
export const SWITCHES = [NEED.JOIN, NEED.REPAIR, NEED.PLANNED, NEED.PTZ] as const;
const COMBINATIONS = 1 << SWITCHES.length;

/** One more thing granted, on top of the switches in force. */
const EXTRAS = [NEED.DUTY, NEED.COARSE, NEED.CLEAR, NEED.LIKELY, NEED.POSSIBLE] as const;
const EVERYTHING = Object.values(NEED).reduce((all, need) => all | need, 0);

/** How many sets of granted needs are answered side by side: the combinations, the extras, and everything. */
export const SCENARIOS = COMBINATIONS + EXTRAS.length + 1;
const EXTRA_OF: Partial<Record<WhatIf, number>> = {
	'any-hour': NEED.DUTY,
	coarser: NEED.COARSE,
	unobstructed: NEED.CLEAR,
	likely: NEED.LIKELY,
	possible: NEED.POSSIBLE
};
const SWITCHED: Partial<Record<WhatIf, number>> = {
	now: 0,
	integrated: NEED.JOIN,
	repaired: NEED.REPAIR,
	'repaired-and-integrated': NEED.JOIN | NEED.REPAIR,
	planned: NEED.PLANNED,
	ptz: NEED.PTZ
};

/** The granted needs of each scenario, with the switches `granted` in force. */
export function scenarios(granted: number): Int32Array {
	const sets = new Int32Array(SCENARIOS);
	for (let c = 0; c < COMBINATIONS; c++) {
		for (let s = 0; s < SWITCHES.length; s++) if ((c >> s) & 1) sets[c] |= SWITCHES[s];
	}
	EXTRAS.forEach((need, i) => (sets[COMBINATIONS + i] = granted | need));
	sets[SCENARIOS - 1] = EVERYTHING;
	return sets;
}

/** Which scenario answers each what-if, with the switches `granted` in force. */
export function scenarioOf(what: WhatIf, granted: number): number {
	if (what === 'everything') return SCENARIOS - 1;
	const extra = EXTRA_OF[what];
	if (extra !== undefined) return COMBINATIONS + EXTRAS.indexOf(extra as (typeof EXTRAS)[number]);
	const wanted = granted | (SWITCHED[what] ?? 0);
	return SWITCHES.reduce((sum, need, s) => sum + (wanted & need ? 1 << s : 0), 0);
}

/** Which scenarios see `likely`, `possible` and `planned` ground of a gap. */
export function gapScenarios(granted: number): [likely: number, possible: number, planned: number] {
	return [scenarioOf('likely', granted), scenarioOf('possible', granted), scenarioOf('planned', granted)];
}
