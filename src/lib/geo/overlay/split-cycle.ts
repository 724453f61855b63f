/** Splits walks that touch themselves at vertices into simple rings. */
export class CycleSplitter {
	private at = new Int32Array(1024).fill(-1);

	/**
	 * The simple rings of a closed walk over vertices numbered below `vertexCount`: whenever the walk
	 * comes back to a vertex, what lies between is a ring. Rings of fewer than three vertices enclose
	 * nothing and are dropped.
	 */
	split(walk: readonly number[], vertexCount: number): number[][] {
		if (this.at.length < vertexCount) this.at = new Int32Array(2 * vertexCount).fill(-1);
		const at = this.at;
		const rings: number[][] = [];
		const path: number[] = [];
		for (const v of walk) {
			if (at[v] >= 0) {
				const ring = path.splice(at[v]);
				for (const u of ring) at[u] = -1;
				if (ring.length > 2) rings.push(ring);
			}
			at[v] = path.length;
			path.push(v);
		}
		for (const u of path) at[u] = -1;
		if (path.length > 2) rings.push(path);
		return rings;
	}
}

/** Whether a ring of vertices runs counter-clockwise. */
export function isCounterClockwise(
	ring: readonly number[],
	vertexX: ArrayLike<number>,
	vertexY: ArrayLike<number>
): boolean {
	let sum = 0;
	const ox = vertexX[ring[0]];
	const oy = vertexY[ring[0]];
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		sum +=
			(vertexX[ring[j]] - ox) * (vertexY[ring[i]] - oy) - (vertexX[ring[i]] - ox) * (vertexY[ring[j]] - oy);
	}
	return sum > 0;
}
