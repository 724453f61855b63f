import { inBreaths } from '../breath.ts';
import type { StudyRun } from './study.ts';

/** Goes through `steps` with breaths and tells the part done that they yield, 0 to 1. */
export function toldInBreaths<T>(steps: Generator<number, T, undefined>, run: StudyRun): Promise<T> {
	let told = -1;
	function* telling(): Generator<void, T, undefined> {
		for (;;) {
			const step = steps.next();
			if (step.done) return step.value;
			const part = Math.round(step.value * 100);
			if (part !== told) run.progress((told = part), 100);
			yield;
		}
	}
	return inBreaths(telling(), run.signal);
}
