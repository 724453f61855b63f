/**
 * `answer`, made again only when `of` lists other things than the last time: for long answers about
 * things that most edits do not touch. Keeps one answer, and what it was of.
 */
export function remembered<A, T>(
	of: (asked: A) => readonly object[],
	answer: (asked: A) => T | Generator<undefined, T>
): (asked: A) => Generator<undefined, T> {
	let last: { readonly of: readonly object[]; readonly answer: T } | null = null;
	return function* (asked) {
		const things = of(asked);
		const before = last?.of;
		if (last && before?.length === things.length && things.every((one, i) => one === before[i])) {
			return last.answer;
		}
		const made = answer(asked);
		const found = isSteps(made) ? yield* made : made;
		last = { of: things, answer: found };
		return found;
	};
}

function isSteps<T>(made: T | Generator<undefined, T>): made is Generator<undefined, T> {
	return typeof made === 'object' && made !== null && 'next' in made;
}
