/**
 * A queue that gives back the value of least key first; keys are pairs, compared by their first number and,
 * only where these are equal, by their second. A binary heap (Williams 1964) in typed arrays.
 */
export class PairQueue {
	/** The keys of the value that `pop` gave back last. */
	first = 0;
	second = 0;
	length = 0;
	private values = new Uint32Array(1024);
	private firsts = new Float64Array(1024);
	private seconds = new Float64Array(1024);

	push(value: number, first: number, second: number): void {
		if (this.length === this.values.length) this.widen();
		let at = this.length++;
		while (at > 0) {
			const parent = (at - 1) >> 1;
			if (!isLess(first, second, this.firsts[parent], this.seconds[parent])) break;
			this.copy(parent, at);
			at = parent;
		}
		this.put(at, value, first, second);
	}

	/** Takes the value of least key out; its key is then in `first` and `second`. Throws RangeError where there is none. */
	pop(): number {
		if (this.length === 0) throw new RangeError('the queue is empty, wanted at least one value');
		const value = this.values[0];
		this.first = this.firsts[0];
		this.second = this.seconds[0];
		const end = --this.length;
		const [lastFirst, lastSecond] = [this.firsts[end], this.seconds[end]];
		let at = 0;
		for (;;) {
			let child = 2 * at + 1;
			if (child >= end) break;
			const other = child + 1;
			if (
				other < end &&
				isLess(this.firsts[other], this.seconds[other], this.firsts[child], this.seconds[child])
			) {
				child = other;
			}
			if (!isLess(this.firsts[child], this.seconds[child], lastFirst, lastSecond)) break;
			this.copy(child, at);
			at = child;
		}
		this.put(at, this.values[end], lastFirst, lastSecond);
		return value;
	}

	private put(at: number, value: number, first: number, second: number): void {
		this.values[at] = value;
		this.firsts[at] = first;
		this.seconds[at] = second;
	}

	private copy(from: number, to: number): void {
		this.put(to, this.values[from], this.firsts[from], this.seconds[from]);
	}

	private widen(): void {
		const { values, firsts, seconds, length } = this;
		this.values = new Uint32Array(2 * length);
		this.firsts = new Float64Array(2 * length);
		this.seconds = new Float64Array(2 * length);
		this.values.set(values);
		this.firsts.set(firsts);
		this.seconds.set(seconds);
	}
}

function isLess(first: number, second: number, otherFirst: number, otherSecond: number): boolean {
	return first < otherFirst || (first === otherFirst && second < otherSecond);
}
