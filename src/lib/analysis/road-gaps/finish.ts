/** Goes through `steps` to their answer without a pause. */
export function finish<T>(steps: Iterator<unknown, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
	}
}
