import { inBreaths } from '../workers/breath.ts';

/**
 * Keeps the answer to work in steps up to date from within a component: whenever what `begin` reads
 * changes, it is done anew and what was under way is given up. The last answer stays until the next; work that
 * is short has its answer before the next frame. `isWorking` is what is told before the first answer.
 */
export function inSteps<T>(
	begin: () => Iterator<unknown, T>,
	first: T,
	isWorking = true
): () => { readonly answer: T; readonly isWorking: boolean } {
	let state = $state.raw({ answer: first, isWorking });
	$effect(() => {
		const given = new AbortController();
		const work = begin();
		let isDone = false;
		inBreaths(work, given.signal).then(
			(answer) => {
				isDone = true;
				state = { answer, isWorking: false };
			},
			() => undefined
		);
		// told only of work that a person can notice
		const waiting = setTimeout(() => {
			if (!isDone && !given.signal.aborted) state = { ...state, isWorking: true };
		}, 60);
		return () => {
			clearTimeout(waiting);
			given.abort();
		};
	});
	return () => state;
}
