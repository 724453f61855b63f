import { answerTeams } from '../../analysis/patrol/answer-teams.ts';
import { seededStream } from '../../network/seeded-stream.ts';
import type { Study } from './study.ts';
import { toldInBreaths } from './told-in-breaths.ts';

/** How often so many teams pass every street of some ground, and the round of each. */
export const teams: Study<'teams'> = async ({ items, roads }, ask, run) =>
	toldInBreaths(answerTeams(await roads(), items, ask, seededStream(1)), run);
