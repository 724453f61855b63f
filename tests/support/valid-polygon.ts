import { orient2d } from 'robust-predicates';

type Ring = ArrayLike<number>;

/**
 * Why a polygon (rings of x and y by turns, not closed) is not valid in the sense of OGC Simple
 * Features; null where it is. Written apart from the kernel: every pair of edges is looked at.
 */
export function polygonFault(rings: readonly Ring[]): string | null {
	if (rings.length === 0) return 'no exterior';
	for (let r = 0; r < rings.length; r++) {
		const fault = ringFault(rings[r]);
		if (fault !== null) return `ring ${r}: ${fault}`;
		const area = signedArea(rings[r]);
		if (r === 0 ? !(area > 0) : !(area < 0)) return `ring ${r} runs the wrong way`;
	}
	const touches = new Map<string, Set<number>>();
	for (let a = 0; a < rings.length; a++) {
		for (let b = a + 1; b < rings.length; b++) {
			if (!boxesMeet(rings[a], rings[b])) {
				if (a === 0) return `ring ${b} lies outside`;
				continue;
			}
			const fault = pairFault(rings[a], rings[b], a, b, touches);
			if (fault !== null) return fault;
			const isInside = liesInside(rings[b], rings[a]);
			if (a === 0 ? !isInside : isInside || liesInside(rings[a], rings[b]))
				return `ring ${b} is nested wrongly`;
		}
	}
	return isForest(rings.length, touches) ? null : 'the inside is not connected';
}

function ringFault(ring: Ring): string | null {
	const n = ring.length / 2;
	if (n < 3) return `${n} points`;
	const seen = new Set<string>();
	for (let i = 0; i < n; i++) {
		const key = `${ring[2 * i]} ${ring[2 * i + 1]}`;
		if (seen.has(key)) return `passes ${key} twice`;
		seen.add(key);
	}
	for (let i = 0; i < n; i++) {
		for (let j = i + 1; j < n; j++) {
			const isNext = j === i + 1 || (i === 0 && j === n - 1);
			const meet = edgesMeet(ring, i, ring, j);
			if (meet === 'apart' || (isNext && meet === 'end to end')) continue;
			return `edges ${i} and ${j} ${meet}`;
		}
	}
	return null;
}

function pairFault(
	a: Ring,
	b: Ring,
	ia: number,
	ib: number,
	touches: Map<string, Set<number>>
): string | null {
	for (let i = 0; i < a.length / 2; i++) {
		for (let j = 0; j < b.length / 2; j++) {
			const meet = edgesMeet(a, i, b, j);
			if (meet === 'cross' || meet === 'overlap') return `rings ${ia} and ${ib} ${meet}`;
			if (meet === 'apart') continue;
			for (const [x, y] of touchPoints(a, i, b, j)) {
				const key = `${x} ${y}`;
				const set = touches.get(key) ?? new Set<number>();
				set.add(ia).add(ib);
				touches.set(key, set);
			}
		}
	}
	return null;
}

type Meeting = 'apart' | 'end to end' | 'touch' | 'cross' | 'overlap';

function edgesMeet(r: Ring, i: number, s: Ring, j: number): Meeting {
	const [ax, ay, bx, by] = edge(r, i);
	const [cx, cy, dx, dy] = edge(s, j);
	if (Math.max(ax, bx) < Math.min(cx, dx) || Math.max(cx, dx) < Math.min(ax, bx)) return 'apart';
	if (Math.max(ay, by) < Math.min(cy, dy) || Math.max(cy, dy) < Math.min(ay, by)) return 'apart';
	const c = Math.sign(orient2d(ax, ay, bx, by, cx, cy));
	const d = Math.sign(orient2d(ax, ay, bx, by, dx, dy));
	const a = Math.sign(orient2d(cx, cy, dx, dy, ax, ay));
	const b = Math.sign(orient2d(cx, cy, dx, dy, bx, by));
	if (c === 0 && d === 0) {
		const along = Math.abs(bx - ax) >= Math.abs(by - ay) ? [ax, bx, cx, dx] : [ay, by, cy, dy];
		const from = Math.max(Math.min(along[0], along[1]), Math.min(along[2], along[3]));
		const to = Math.min(Math.max(along[0], along[1]), Math.max(along[2], along[3]));
		return from > to ? 'apart' : from < to ? 'overlap' : 'end to end';
	}
	if (c * d < 0 && a * b < 0) return 'cross';
	if (c * d > 0 || a * b > 0) return 'apart';
	const isEnd =
		(ax === cx && ay === cy) ||
		(ax === dx && ay === dy) ||
		(bx === cx && by === cy) ||
		(bx === dx && by === dy);
	return isEnd ? 'end to end' : 'touch';
}

function touchPoints(r: Ring, i: number, s: Ring, j: number): [number, number][] {
	const [ax, ay, bx, by] = edge(r, i);
	const [cx, cy, dx, dy] = edge(s, j);
	const found: [number, number][] = [];
	for (const [x, y] of [
		[ax, ay],
		[bx, by]
	]) {
		if (isOn(x, y, cx, cy, dx, dy)) found.push([x, y]);
	}
	for (const [x, y] of [
		[cx, cy],
		[dx, dy]
	]) {
		if (isOn(x, y, ax, ay, bx, by)) found.push([x, y]);
	}
	return found;
}

function isOn(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
	return (
		orient2d(ax, ay, bx, by, x, y) === 0 &&
		x >= Math.min(ax, bx) &&
		x <= Math.max(ax, bx) &&
		y >= Math.min(ay, by) &&
		y <= Math.max(ay, by)
	);
}

/** Whether some point of `inner` that is not on `outer` lies inside it (rings are known not to cross). */
function liesInside(inner: Ring, outer: Ring): boolean {
	for (let i = 0; i < inner.length; i += 2) {
		const side = sideOf(inner[i], inner[i + 1], outer);
		if (side !== 0) return side > 0;
		const k = (i + 2) % inner.length;
		const mid = sideOf((inner[i] + inner[k]) / 2, (inner[i + 1] + inner[k + 1]) / 2, outer);
		if (mid !== 0) return mid > 0;
	}
	return true;
}

/** 1 inside, -1 outside, 0 on the ring. */
export function sideOf(x: number, y: number, ring: Ring): number {
	let isInside = false;
	for (let i = 0; i < ring.length / 2; i++) {
		const [ax, ay, bx, by] = edge(ring, i);
		if (isOn(x, y, ax, ay, bx, by)) return 0;
		if (ay > y !== by > y && orient2d(ax, ay, bx, by, x, y) > 0 === by < ay) isInside = !isInside;
	}
	return isInside ? 1 : -1;
}

/** Rings and the points where they touch must hang together like a forest, or they cut the inside in two. */
function isForest(rings: number, touches: Map<string, Set<number>>): boolean {
	const parent = Array.from({ length: rings + touches.size }, (_, i) => i);
	const find = (i: number): number => (parent[i] === i ? i : (parent[i] = find(parent[i])));
	let point = rings;
	for (const set of touches.values()) {
		for (const ring of set) {
			const a = find(ring);
			const b = find(point);
			if (a === b) return false;
			parent[a] = b;
		}
		point++;
	}
	return true;
}

export function signedArea(ring: Ring): number {
	let sum = 0;
	const n = ring.length;
	for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
		sum += (ring[j] - ring[0]) * (ring[i + 1] - ring[1]) - (ring[i] - ring[0]) * (ring[j + 1] - ring[1]);
	}
	return sum / 2;
}

function boxesMeet(a: Ring, b: Ring): boolean {
	const [p, q] = [box(a), box(b)];
	return p[0] <= q[2] && q[0] <= p[2] && p[1] <= q[3] && q[1] <= p[3];
}

function box(ring: Ring): [number, number, number, number] {
	const out: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < ring.length; i += 2) {
		out[0] = Math.min(out[0], ring[i]);
		out[1] = Math.min(out[1], ring[i + 1]);
		out[2] = Math.max(out[2], ring[i]);
		out[3] = Math.max(out[3], ring[i + 1]);
	}
	return out;
}

function edge(ring: Ring, i: number): [number, number, number, number] {
	const k = (2 * i + 2) % ring.length;
	return [ring[2 * i], ring[2 * i + 1], ring[k], ring[k + 1]];
}
