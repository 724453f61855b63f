import type { StudyRun } from './study.ts';

/** Finished shares are told in thousandths. */
const WHOLE = 1000;
const BREATH_MS = 8;

/** Runs an answer that is made in steps, each yielding the share that is done; breathes between steps that take long. */
export async function runSteps<T>(steps: Generator<number, T>, run: StudyRun): Promise<T> {
	let breathed = performance.now();
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		if (performance.now() - breathed < BREATH_MS) continue;
		run.progress(Math.round(step.value * WHOLE), WHOLE);
		await run.breathe();
		breathed = performance.now();
	}
}
