/** Numbers that look random and are the same on every machine for the same seed. */
export interface Random {
	/** At least 0, below 1. */
	next(): number;
	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number;
	/** One of `choices`, each as often as its weight says. */
	pick<T>(choices: readonly (readonly [choice: T, weight: number])[]): T;
}

/** A stream of such numbers (mulberry32, T. Ettinger 2017). */
export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = (): number => {
		state = (state + 0x6d2b79f5) >>> 0;
		let t = Math.imul(state ^ (state >>> 15), state | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
	return {
		next,
		whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
		pick(choices) {
			let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
			for (const [choice, weight] of choices) {
				left -= weight;
				if (left < 0) return choice;
			}
			const last = choices[choices.length - 1];
			if (!last) throw new RangeError('nothing to pick from, wanted at least one choice');
			return last[0];
		}
	};
}
