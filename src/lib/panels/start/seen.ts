const KEY = 'cordon.seen';

/** What this browser has been shown already and need not see again: hints, the tour. Nothing where storage is refused. */
export function seenBefore(): ReadonlySet<string> {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
		return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : []);
	} catch {
		return new Set();
	}
}

/** Remembers that `what` was shown. */
export function rememberSeen(...what: readonly string[]): ReadonlySet<string> {
	const all = new Set([...seenBefore(), ...what]);
	try {
		localStorage.setItem(KEY, JSON.stringify([...all]));
	} catch {
		// it is shown again, and that is all
	}
	return all;
}
