/** Work between two breaths: short enough that neither a frame nor a tile is kept waiting. */
export const SLICE_MS = 8;

/** Calls `next` after the messages that already wait; `setTimeout` would be held for 4 ms at a time. */
export function breathe(next: () => void): void {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => {
		port1.close();
		next();
	};
	port2.postMessage(null);
}

/**
 * Goes through `steps` to their answer, with a breath whenever `SLICE_MS` have passed, so that the
 * thread hears what comes meanwhile. Rejects with the reason of `signal` at the first breath after it.
 */
export async function inBreaths<T>(steps: Iterator<unknown, T>, signal?: AbortSignal): Promise<T> {
	for (;;) {
		signal?.throwIfAborted();
		const until = performance.now() + SLICE_MS;
		do {
			const step = steps.next();
			if (step.done) return step.value;
		} while (performance.now() < until);
		await new Promise<void>(breathe);
	}
}
