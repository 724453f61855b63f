/** The answer of work that is done in steps, in one go. */
export function atOnce<T>(steps: Iterator<unknown, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
