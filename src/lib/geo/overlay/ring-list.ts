import { grown } from './segments.ts';

/** Rings of vertices in one buffer, and the faces they were given to. Ring r is `start[r]` to `start[r + 1]`. */
export class RingList {
	count = 0;
	points = new Int32Array(1 << 13);
	start: number[] = [0];
	/** Rings in the order in which they were given to faces, and those faces. */
	placed: number[] = [];
	faceOf: number[] = [];
	private used = 0;

	clear(): void {
		this.count = 0;
		this.start = [0];
		this.placed = [];
		this.faceOf = [];
		this.used = 0;
	}

	/** Begins a ring: `push` its vertices, then `end` it or `takeBack` what was pushed. */
	begin(): void {
		this.used = this.start[this.count];
	}

	push(vertex: number): void {
		if (this.used === this.points.length) this.points = grown(this.points, 2 * this.used);
		this.points[this.used++] = vertex;
	}

	end(): void {
		this.start[++this.count] = this.used;
	}

	takeBack(): Int32Array {
		const walk = this.points.slice(this.start[this.count], this.used);
		this.begin();
		return walk;
	}

	/** Adds a whole ring. */
	add(ring: readonly number[]): void {
		this.begin();
		for (const vertex of ring) this.push(vertex);
		this.end();
	}

	/** Gives rings `first` to `end` to `face`, ring `lead` (-1 none) before the others. */
	setFace(first: number, end: number, face: number, lead: number): void {
		if (lead >= 0) this.place(lead, face);
		for (let r = first; r < end; r++) if (r !== lead) this.place(r, face);
	}

	/** The first ring from `first` on that runs counter-clockwise; -1 none. */
	counterClockwise(first: number, vertexX: ArrayLike<number>, vertexY: ArrayLike<number>): number {
		for (let r = first; r < this.count; r++) if (this.doubleArea(r, vertexX, vertexY) > 0) return r;
		return -1;
	}

	private place(ring: number, face: number): void {
		this.placed.push(ring);
		this.faceOf.push(face);
	}

	private doubleArea(r: number, vertexX: ArrayLike<number>, vertexY: ArrayLike<number>): number {
		const { points } = this;
		const first = this.start[r];
		const end = this.start[r + 1];
		const ox = vertexX[points[first]];
		const oy = vertexY[points[first]];
		let px = vertexX[points[end - 1]] - ox;
		let py = vertexY[points[end - 1]] - oy;
		let sum = 0;
		for (let i = first; i < end; i++) {
			const qx = vertexX[points[i]] - ox;
			const qy = vertexY[points[i]] - oy;
			sum += px * qy - qx * py;
			px = qx;
			py = qy;
		}
		return sum;
	}
}
