/**
 * Closed rings out of ways given by their node ids, joined where ends are the same node and turned as
 * needed. Ways that close by themselves stay as they are; what does not close is left out.
 */
export function assembleRings(ways: readonly (readonly number[])[]): number[][] {
	const rings: number[][] = [];
	const open: (readonly number[])[] = [];
	for (const way of ways) {
		if (way.length > 3 && way[0] === way[way.length - 1]) rings.push([...way]);
		else if (way.length > 1) open.push(way);
	}
	const byEnd = new Map<number, Set<readonly number[]>>();
	for (const way of open) {
		for (const end of [way[0], way[way.length - 1]]) {
			const at = byEnd.get(end);
			if (at) at.add(way);
			else byEnd.set(end, new Set([way]));
		}
	}
	const used = new Set<readonly number[]>();
	for (const way of open) {
		if (used.has(way)) continue;
		take(way);
		const ring = [...way];
		while (ring[0] !== ring[ring.length - 1]) {
			const end = ring[ring.length - 1];
			const next = byEnd.get(end)?.values().next().value;
			if (!next) break;
			take(next);
			if (next[0] === end) for (let i = 1; i < next.length; i++) ring.push(next[i]);
			else for (let i = next.length - 2; i >= 0; i--) ring.push(next[i]);
		}
		if (ring.length > 3 && ring[0] === ring[ring.length - 1]) rings.push(ring);
	}
	return rings;

	function take(way: readonly number[]): void {
		used.add(way);
		byEnd.get(way[0])?.delete(way);
		byEnd.get(way[way.length - 1])?.delete(way);
	}
}
