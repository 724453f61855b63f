import { doubleArea, signedDoubleArea, withoutRepeats } from './grid-ring.ts';

/**
 * Rings of the integer grid, written one after the other into an array that is used again and again:
 * ring r is points `start[r]` to `start[r + 1]` of `coords`. What is read is good until the next `clear`.
 */
export class RingBuffer {
	count = 0;
	coords = new Int32Array(1 << 12);
	start = new Int32Array(1 << 6);
	/** 1 where the ring runs counter-clockwise. */
	isExterior = new Uint8Array(1 << 6);

	clear(): void {
		this.count = 0;
	}

	/** Makes room for a ring of up to `points` points; returns where in `coords` its first number goes. */
	begin(points: number): number {
		const first = 2 * this.start[this.count];
		if (first + 2 * points > this.coords.length) {
			const coords = new Int32Array(2 * (first + 2 * points));
			coords.set(this.coords);
			this.coords = coords;
		}
		return first;
	}

	/** Ends a ring of which `points` points were written; false, and no ring, where they have no area. */
	end(points: number): boolean {
		const from = this.start[this.count];
		const to = from + withoutRepeats(this.coords, from, from + points);
		if (to - from < 3) return false;
		const area = signedDoubleArea(this.coords, from, to);
		if (area === 0) return false;
		this.keep(to, area);
		return true;
	}

	/** Adds a copy of a ring as it is. */
	add(ring: Int32Array): void {
		const first = this.begin(ring.length / 2);
		this.coords.set(ring, first);
		this.keep(this.start[this.count] + ring.length / 2, doubleArea(ring));
	}

	/** A copy of ring `r`. */
	ring(r: number): Int32Array {
		return this.coords.slice(2 * this.start[r], 2 * this.start[r + 1]);
	}

	/** Copies of all rings. */
	rings(): Int32Array[] {
		return Array.from({ length: this.count }, (_, r) => this.ring(r));
	}

	private keep(to: number, area: number): void {
		if (this.count + 2 > this.isExterior.length) this.growRings();
		this.isExterior[this.count++] = area > 0 ? 1 : 0;
		this.start[this.count] = to;
	}

	private growRings(): void {
		const start = new Int32Array(2 * this.start.length);
		const isExterior = new Uint8Array(2 * this.isExterior.length);
		start.set(this.start);
		isExterior.set(this.isExterior);
		this.start = start;
		this.isExterior = isExterior;
	}
}
