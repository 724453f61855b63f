/**
 * The rings of all observers in one array, each in a slot that stays its own until it is removed.
 * Space given back is used again by rings of the same number of points.
 */
export class RingStore {
	coords = new Int32Array(1 << 19);
	/** First point and number of points of each slot. */
	start = new Uint32Array(1 << 14);
	points = new Uint32Array(1 << 14);
	/** West, south, east, north of each slot. */
	box = new Int32Array(1 << 16);
	/** What each ring needs to count, and whether a patrol holds it; see `layers.ts`. */
	layer = new Uint16Array(1 << 14);
	/** 1 where the ring alone holds all that lies in it, whatever is assumed: an exterior without holes or needs. */
	isSolid = new Uint8Array(1 << 14);
	/** Row of the observer whose ring it is, and the slot of that observer's next ring; -1 none. */
	owner = new Int32Array(1 << 14);
	next = new Int32Array(1 << 14);

	private used = 0;
	private slots = 0;
	private readonly freeSlots: number[] = [];
	private readonly freeSpace = new Map<number, number[]>();

	/** Adds points `from` to `to` of `coords` as a ring of the observer in row `owner`; returns its slot. */
	add(coords: Int32Array, from: number, to: number, layer: number, isSolid: boolean, owner: number): number {
		const slot = this.freeSlots.length > 0 ? (this.freeSlots.pop() as number) : this.slots++;
		if (slot >= this.start.length) this.growSlots();
		const n = to - from;
		const start = (this.freeSpace.size > 0 ? this.freeSpace.get(n)?.pop() : undefined) ?? this.takeSpace(n);
		this.start[slot] = start;
		this.points[slot] = n;
		this.layer[slot] = layer;
		this.isSolid[slot] = isSolid ? 1 : 0;
		this.owner[slot] = owner;
		this.next[slot] = -1;
		this.copy(coords, from, start, slot);
		return slot;
	}

	remove(slot: number): void {
		const n = this.points[slot];
		const space = this.freeSpace.get(n);
		if (space) space.push(this.start[slot]);
		else this.freeSpace.set(n, [this.start[slot]]);
		this.freeSlots.push(slot);
	}

	/** A view of the ring in `slot`, good until the next `add`. */
	ring(slot: number): Int32Array {
		return this.coords.subarray(2 * this.start[slot], 2 * (this.start[slot] + this.points[slot]));
	}

	/** Copies the ring that begins at point `from` of `source` to its place and measures its box on the way. */
	private copy(source: Int32Array, from: number, start: number, slot: number): void {
		const { coords, box } = this;
		let west = source[2 * from];
		let south = source[2 * from + 1];
		let east = west;
		let north = south;
		const end = 2 * (start + this.points[slot]);
		for (let i = 2 * from, k = 2 * start; k < end; i += 2, k += 2) {
			const x = source[i];
			const y = source[i + 1];
			coords[k] = x;
			coords[k + 1] = y;
			if (x < west) west = x;
			else if (x > east) east = x;
			if (y < south) south = y;
			else if (y > north) north = y;
		}
		box[4 * slot] = west;
		box[4 * slot + 1] = south;
		box[4 * slot + 2] = east;
		box[4 * slot + 3] = north;
	}

	private takeSpace(n: number): number {
		const start = this.used;
		this.used += n;
		if (2 * this.used > this.coords.length) {
			const coords = new Int32Array(Math.max(2 * this.used, 2 * this.coords.length));
			coords.set(this.coords);
			this.coords = coords;
		}
		return start;
	}

	private growSlots(): void {
		const size = 2 * this.start.length;
		const [start, points, box] = [new Uint32Array(size), new Uint32Array(size), new Int32Array(4 * size)];
		const [layer, isSolid] = [new Uint16Array(size), new Uint8Array(size)];
		const [owner, next] = [new Int32Array(size), new Int32Array(size)];
		start.set(this.start);
		points.set(this.points);
		box.set(this.box);
		layer.set(this.layer);
		isSolid.set(this.isSolid);
		owner.set(this.owner);
		next.set(this.next);
		Object.assign(this, { start, points, box, layer, isSolid, owner, next });
	}
}
