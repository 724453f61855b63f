import type { FromThread, Post, Thread } from '../../src/lib/workers/wire.ts';

/** A thread run in this one, with all it said and a way to wait for what it says next. */
export function hear<T extends Thread>(make: (post: Post) => T) {
	const said: FromThread[] = [];
	let wake: () => void = () => {};
	const thread = make((message) => {
		said.push(message);
		wake();
	});
	/** The first message of `type` from the `from`th on, as soon as it is said. */
	const until = async <K extends FromThread['type']>(type: K, from = 0) => {
		for (;;) {
			const found = said.slice(from).find((message) => message.type === type);
			if (found) return found as Extract<FromThread, { type: K }>;
			await new Promise<void>((resolve) => (wake = resolve));
		}
	};
	return { thread, said, until };
}
