/**
 * Numbers that things keep while others come and go.
 *
 * The first time all are numbered from 1 in the order given. From then on a thing that is still there
 * keeps its number; one that comes back gets the one it had, if no other has it now; a new one gets the
 * least that is free. So there are never greater numbers than there were things at one time.
 */
export class SteadyNumbers {
	/** Numbers of the last answer, by key. */
	private present = new Map<number, number>();
	/** The last number that each key ever had. */
	private readonly had = new Map<number, number>();

	/** The numbers of things told apart by `keys`, in their order. Throws a `RangeError` where two keys are the same. */
	number(keys: readonly number[]): number[] {
		const before = this.present;
		const numbers = new Array<number>(keys.length).fill(0);
		const taken = new Set<number>();
		const take = (i: number, wanted: number | undefined): void => {
			if (numbers[i] > 0 || wanted === undefined || taken.has(wanted)) return;
			numbers[i] = wanted;
			taken.add(wanted);
		};
		keys.forEach((key, i) => take(i, before.get(key)));
		keys.forEach((key, i) => take(i, this.had.get(key)));
		let free = 1;
		for (let i = 0; i < keys.length; i++) {
			if (numbers[i] > 0) continue;
			while (taken.has(free)) free++;
			take(i, free);
		}
		this.present = new Map(keys.map((key, i) => [key, numbers[i]]));
		if (this.present.size < keys.length)
			throw new RangeError(`${keys.length} keys, wanted all of them different`);
		for (const [key, number] of this.present) this.had.set(key, number);
		return numbers;
	}
}

/** What the crossings and the leaks of one ring are numbered by from one shape of it to the next. */
export interface RingNumbers {
	readonly crossings: SteadyNumbers;
	readonly leaks: SteadyNumbers;
}

export function ringNumbers(): RingNumbers {
	return { crossings: new SteadyNumbers(), leaks: new SteadyNumbers() };
}
