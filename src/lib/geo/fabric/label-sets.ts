/** How often each label is wound round, as numbered sets: equal counts have equal numbers; 0 is the empty one. */
export class LabelSets {
	/** Labels of each set whose count is above 0, ascending. */
	readonly present: (readonly number[])[] = [[]];
	/** Label and count by turns, ascending labels, no count 0. */
	readonly counts: (readonly number[])[] = [[]];
	private readonly numbers = new Map<string, number>([['', 0]]);
	private readonly steps = new Map<string, number>();

	/** The set that is reached from set `s` over an edge: `change` is label and change of count by turns. */
	step(s: number, change: readonly number[], sign: 1 | -1): number {
		if (change.length === 0) return s;
		const key = `${s} ${sign} ${change.join()}`;
		const known = this.steps.get(key);
		if (known !== undefined) return known;
		const counts = new Map<number, number>();
		const before = this.counts[s];
		for (let i = 0; i < before.length; i += 2) counts.set(before[i], before[i + 1]);
		for (let i = 0; i < change.length; i += 2) {
			counts.set(change[i], (counts.get(change[i]) ?? 0) + sign * change[i + 1]);
		}
		const after = [...counts]
			.filter(([, count]) => count !== 0)
			.sort((a, b) => a[0] - b[0])
			.flat();
		const name = after.join();
		let number = this.numbers.get(name);
		if (number === undefined) {
			number = this.counts.length;
			this.numbers.set(name, number);
			this.counts.push(after);
			this.present.push(after.filter((_, i) => i % 2 === 0 && after[i + 1] > 0));
		}
		this.steps.set(key, number);
		return number;
	}
}
