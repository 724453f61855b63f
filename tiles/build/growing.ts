type Columns = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

/** A typed array that grows by doubling: `push`, read `array` up to `length`, or take the whole with `done`. */
export class Growing<T extends Columns> {
	array: T;
	length = 0;
	private readonly make: new (length: number) => T;

	constructor(make: new (length: number) => T, capacity = 1024) {
		this.make = make;
		this.array = new make(capacity);
	}

	push(value: number): void {
		if (this.length === this.array.length) this.reserve(1);
		this.array[this.length++] = value;
	}

	/** Makes room for `more` entries beyond `length`. */
	reserve(more: number): void {
		if (this.length + more <= this.array.length) return;
		const grown = new this.make(Math.max(this.array.length * 2, this.length + more));
		grown.set(this.array.subarray(0, this.length) as never);
		this.array = grown;
	}

	/** The entries pushed so far, sharing memory with this. */
	done(): T {
		return this.array.subarray(0, this.length) as T;
	}
}
