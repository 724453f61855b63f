/** Splits walks that touch themselves at vertices into simple rings. */
export class CycleSplitter {
	private at = new Int32Array(1 << 13).fill(-1);

	/**
	 * The simple rings of a closed walk over vertices numbered below `vertexCount`: whenever the walk
	 * comes back to a vertex, what lies between is a ring. Rings of fewer than three vertices enclose
	 * nothing and are dropped.
	 */
	split(walk: ArrayLike<number>, vertexCount: number): number[][] {
		if (this.at.length < vertexCount) this.at = new Int32Array(2 * vertexCount).fill(-1);
		const at = this.at;
		const rings: number[][] = [];
		const path: number[] = [];
		for (let i = 0; i < walk.length; i++) {
			const v = walk[i];
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
