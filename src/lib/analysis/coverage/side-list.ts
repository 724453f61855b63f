const NONE = new Int32Array(0);

/** Gathers the stretches along one side of a square, each with its gap; used for one square after the other. */
export class SideList {
	private count = 0;
	private triples = new Int32Array(192);

	/** Adds the stretch from `low` to `high`, along `gap`. Those of one side do not overlap. */
	add(low: number, high: number, gap: number): void {
		if (this.count + 3 > this.triples.length) {
			const triples = new Int32Array(2 * this.triples.length);
			triples.set(this.triples);
			this.triples = triples;
		}
		const { triples } = this;
		// they come round the faces, so that most belong near the end
		let at = this.count;
		while (at > 0 && triples[at - 3] > low) {
			triples[at] = triples[at - 3];
			triples[at + 1] = triples[at - 2];
			triples[at + 2] = triples[at - 1];
			at -= 3;
		}
		triples[at] = low;
		triples[at + 1] = high;
		triples[at + 2] = gap;
		this.count += 3;
	}

	/** The stretches, low, high, gap by threes, in order; empties the list. */
	take(): Int32Array {
		if (this.count === 0) return NONE;
		const taken = this.triples.slice(0, this.count);
		this.count = 0;
		return taken;
	}
}
