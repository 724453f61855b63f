import { PlaceRefused } from '../../analysis/placement/place-run.ts';
import { place } from '../../analysis/placement/place.ts';
import { highsSolver } from '../highs-solver.ts';
import type { Study, StudyGround, StudyRun } from './study.ts';
import type { PlaceAsk, PlaceOutcome } from '../../domain/findings/placement.ts';

/** Time for bettering the first answer and its bound. */
const IMPROVE_MS = 700;
/** A proof that takes longer is given up; what was found by then is the answer. */
const PROVE_S = 120;

/** Answers `place` at once: a good choice with a bound. */
export const placeStudy: Study<'place'> = (ground, ask, run) => answer(ground, ask, run, false);

/** Answers `place` with a proof, as far as there is time. */
export const placeExactStudy: Study<'place-exact'> = (ground, ask, run) => answer(ground, ask, run, true);

async function answer(
	ground: StudyGround,
	ask: PlaceAsk,
	run: StudyRun,
	isProof: boolean
): Promise<PlaceOutcome> {
	const { items, options } = ground;
	const [roads, walls] = await Promise.all([ground.roads(), ask.kind === 'camera' ? ground.walls() : null]);
	try {
		const found = await place(
			{ items, roads, walls, assumptions: options.assumptions, by: options.by },
			ask,
			{
				improveMs: IMPROVE_MS,
				...(isProof && { solve: highsSolver, proveS: PROVE_S }),
				signal: run.signal,
				progress: (done, total) => run.progress(done, total),
				breathe: () => run.breathe()
			}
		);
		return { ok: true, answer: found };
	} catch (error) {
		if (error instanceof PlaceRefused) return { ok: false, reason: error.reason };
		throw error;
	}
}
