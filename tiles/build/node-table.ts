import { Growing } from './growing.ts';

/** The places of all nodes of a source, found by id. Add all, then `finish`, then ask. */
export class NodeTable {
	private ids = new Growing(Float64Array, 1 << 12);
	private lngs = new Growing(Int32Array, 1 << 12);
	private lats = new Growing(Int32Array, 1 << 12);
	private isSorted = true;
	private hint = 0;

	get count(): number {
		return this.ids.length;
	}

	get lng(): Int32Array {
		return this.lngs.array;
	}

	get lat(): Int32Array {
		return this.lats.array;
	}

	add(id: number, lng7: number, lat7: number): void {
		const { ids } = this;
		if (ids.length > 0 && !(id > ids.array[ids.length - 1])) this.isSorted = false;
		ids.push(id);
		this.lngs.push(lng7);
		this.lats.push(lat7);
	}

	/** Sorts by id where the source was not; of several with one id the last one counts. */
	finish(): void {
		if (this.isSorted) return;
		const ids = this.ids.done();
		const order = new Uint32Array(ids.length);
		for (let i = 0; i < order.length; i++) order[i] = i;
		order.sort((a, b) => ids[a] - ids[b] || a - b);
		const sorted = {
			ids: new Growing(Float64Array, order.length),
			lngs: new Growing(Int32Array, order.length),
			lats: new Growing(Int32Array, order.length)
		};
		for (let i = 0; i < order.length; i++) {
			const row = order[i];
			if (i + 1 < order.length && ids[order[i + 1]] === ids[row]) continue;
			sorted.ids.push(ids[row]);
			sorted.lngs.push(this.lngs.array[row]);
			sorted.lats.push(this.lats.array[row]);
		}
		Object.assign(this, sorted, { isSorted: true });
	}

	/** The row of a node, or -1. Gallops from the row asked last: the nodes of a way lie close together. */
	rowOf(id: number): number {
		const ids = this.ids.array;
		let low = this.hint;
		let high = low;
		const last = this.ids.length - 1;
		if (last < 0) return -1;
		if (ids[low] <= id) {
			for (let step = 1; high < last && ids[high] < id; step *= 2) {
				low = high;
				high = Math.min(last, high + step);
			}
		} else {
			for (let step = 1; low > 0 && ids[low] > id; step *= 2) {
				high = low;
				low = Math.max(0, low - step);
			}
		}
		while (low <= high) {
			const middle = (low + high) >> 1;
			if (ids[middle] === id) {
				this.hint = middle;
				return middle;
			}
			if (ids[middle] < id) low = middle + 1;
			else high = middle - 1;
		}
		return -1;
	}
}
