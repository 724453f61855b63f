import FlatQueue from 'flatqueue';

/**
 * Pieces of work and which of them touch: piece a touches `adjacent[adjacentStart[a]]` to
 * `adjacent[adjacentStart[a + 1] - 1]`, both ways. `x` and `y` are where it lies, in metres on a plane.
 */
export interface WorkPieces {
	readonly work: Float64Array;
	readonly x: Float64Array;
	readonly y: Float64Array;
	readonly adjacentStart: Uint32Array;
	readonly adjacent: Uint32Array;
}

const LLOYD_ROUNDS = 14;
const WEIGHT_ROUNDS = 46;
const SEARCH_PASSES = 80;
/** A part is even where its work is this near the mean. */
const EVEN = 2e-4;
/** Pieces that may follow one that would leave them behind. */
const LONGEST_TAIL = 300;

/**
 * Divides pieces that hang together into `count` parts that each hang together, of nearly equal work;
 * the part of each piece.
 *
 * Parts grow round seeds by the nearest way, with a head start for those with too little work (an additively weighted
 * Voronoi diagram of the graph), and seeds move to the middle of their part (Lloyd 1982); then pieces on
 * borders go over to lighter neighbours as long as both parts still hang together. Yields the part done.
 * Deterministic for a stream `random`. Throws a `RangeError` where there are fewer pieces than parts, or
 * pieces do not hang together.
 */
export function* balancedParts(
	pieces: WorkPieces,
	count: number,
	random: () => number
): Generator<number, Int32Array, undefined> {
	const n = pieces.work.length;
	if (!(Number.isInteger(count) && count >= 1 && count <= n)) {
		throw new RangeError(`${count} parts of ${n} pieces, wanted 1 to ${n}`);
	}
	if (count === 1) return new Int32Array(n);
	const mean = pieces.work.reduce((sum, work) => sum + work, 0) / count;

	let seeds = spreadSeeds(pieces, count, random);
	const headStart = new Float64Array(count);
	let best = new Int32Array(n);
	let bestSpread = Infinity;
	const rounds = LLOYD_ROUNDS + WEIGHT_ROUNDS;
	for (let round = 0; round < rounds; round++) {
		yield (0.6 * round) / rounds;
		const { partOf, farM } = grow(pieces, seeds, headStart);
		const work = workOf(pieces, partOf, count);
		const spread = Math.max(...work) - Math.min(...work);
		if (spread < bestSpread) {
			bestSpread = spread;
			best = partOf;
		}
		const step = round < LLOYD_ROUNDS ? 0.3 : 0.3 * (1 - (round - LLOYD_ROUNDS) / WEIGHT_ROUNDS) + 0.02;
		for (let part = 0; part < count; part++) {
			headStart[part] += mean > 0 ? step * Math.max(-1, Math.min(1, 1 - work[part] / mean)) * farM : 0;
		}
		if (round < LLOYD_ROUNDS) seeds = middles(pieces, partOf, seeds);
	}
	return yield* evenParts(pieces, best, count, random);
}

/** Seeds far from each other, each a likely one (k-means++, Arthur and Vassilvitskii 2007). */
function spreadSeeds(pieces: WorkPieces, count: number, random: () => number): number[] {
	const n = pieces.work.length;
	const seeds = [Math.floor(random() * n)];
	const nearSq = new Float64Array(n).fill(Infinity);
	while (seeds.length < count) {
		const last = seeds[seeds.length - 1];
		let sum = 0;
		for (let a = 0; a < n; a++) {
			nearSq[a] = Math.min(
				nearSq[a],
				(pieces.x[a] - pieces.x[last]) ** 2 + (pieces.y[a] - pieces.y[last]) ** 2
			);
			sum += nearSq[a] * (pieces.work[a] + 1e-9);
		}
		let left = random() * sum;
		let next = -1;
		for (let a = 0; a < n; a++) {
			if (seeds.includes(a)) continue;
			next = a;
			left -= nearSq[a] * (pieces.work[a] + 1e-9);
			if (left < 0) break;
		}
		seeds.push(next);
	}
	return seeds;
}

/** The parts that grow round `seeds`, and how far off its seed a piece lies on average. */
function grow(
	pieces: WorkPieces,
	seeds: readonly number[],
	headStart: Float64Array
): { partOf: Int32Array<ArrayBuffer>; farM: number } {
	const { x, y, adjacentStart, adjacent, work } = pieces;
	const n = work.length;
	const partOf = new Int32Array(n).fill(-1);
	const reach = new Float64Array(n).fill(Infinity);
	const isSeed = new Uint8Array(n);
	const queue = new FlatQueue<number>();
	const first = Math.max(...headStart);
	seeds.forEach((seed, part) => {
		isSeed[seed] = 1;
		partOf[seed] = part;
		reach[seed] = first - headStart[part];
		queue.push(seed, reach[seed]);
	});
	let sum = 0;
	while (queue.length > 0) {
		const at = queue.peekValue() as number;
		const a = queue.pop() as number;
		if (at > reach[a]) continue;
		sum += at - (first - headStart[partOf[a]]);
		for (let i = adjacentStart[a]; i < adjacentStart[a + 1]; i++) {
			const b = adjacent[i];
			const to = at + Math.hypot(x[b] - x[a], y[b] - y[a]);
			if (isSeed[b] || !(to < reach[b])) continue;
			reach[b] = to;
			partOf[b] = partOf[a];
			queue.push(b, to);
		}
	}
	const lost = partOf.indexOf(-1);
	if (lost >= 0) throw new RangeError(`piece ${lost} does not hang together with the others`);
	return { partOf, farM: sum / n };
}

function workOf(pieces: WorkPieces, partOf: Int32Array, count: number): Float64Array {
	const work = new Float64Array(count);
	for (let a = 0; a < partOf.length; a++) work[partOf[a]] += pieces.work[a];
	return work;
}

/** The piece nearest to the centre of work of each part. */
function middles(pieces: WorkPieces, partOf: Int32Array, seeds: readonly number[]): number[] {
	const count = seeds.length;
	const sum = new Float64Array(count);
	const sumX = new Float64Array(count);
	const sumY = new Float64Array(count);
	for (let a = 0; a < partOf.length; a++) {
		const work = pieces.work[a] + 1e-9;
		sum[partOf[a]] += work;
		sumX[partOf[a]] += work * pieces.x[a];
		sumY[partOf[a]] += work * pieces.y[a];
	}
	const nearest = new Float64Array(count).fill(Infinity);
	const middle = [...seeds];
	for (let a = 0; a < partOf.length; a++) {
		const part = partOf[a];
		const off = Math.hypot(pieces.x[a] - sumX[part] / sum[part], pieces.y[a] - sumY[part] / sum[part]);
		if (off >= nearest[part]) continue;
		nearest[part] = off;
		middle[part] = a;
	}
	return middle;
}

/**
 * The parts `start` made more even: pieces go over borders to lighter neighbours, where that keeps borders
 * short at first, for the sake of evenness alone at last. `besides` is work that each part has besides
 * that of its pieces. As `balancedParts` otherwise.
 */
export function* evenParts(
	pieces: WorkPieces,
	start: Int32Array,
	count: number,
	random: () => number,
	besides: ArrayLike<number> = new Float64Array(count)
): Generator<number, Int32Array, undefined> {
	const partOf = start.slice();
	const work = workOf(pieces, partOf, count);
	let mean = 0;
	for (let part = 0; part < count; part++) {
		work[part] += besides[part];
		mean += work[part] / count;
	}
	const size = new Int32Array(count);
	for (const part of partOf) size[part]++;
	const { adjacentStart, adjacent } = pieces;
	const n = partOf.length;
	const order = Int32Array.from({ length: n }, (_, a) => a);
	const joiner = new PartJoiner(pieces, partOf);

	for (let pass = 0; pass < SEARCH_PASSES; pass++) {
		if (Math.max(...work) - Math.min(...work) <= EVEN * mean) break;
		for (let i = n - 1; i > 0; i--) {
			const j = Math.floor(random() * (i + 1));
			[order[i], order[j]] = [order[j], order[i]];
		}
		// neighbours that a piece must have in its new part, for each that it leaves
		const least = pass < SEARCH_PASSES / 3 ? 1 : pass < (2 * SEARCH_PASSES) / 3 ? 0.5 : 0;
		let moves = 0;
		for (let k = 0; k < n; k++) {
			if (k % 256 === 0) yield 0.6 + (0.4 * (pass + k / n)) / SEARCH_PASSES;
			const a = order[k];
			const from = partOf[a];
			let to = -1;
			let own = 0;
			for (let i = adjacentStart[a]; i < adjacentStart[a + 1]; i++) {
				const part = partOf[adjacent[i]];
				if (part === from) own++;
				else if (work[part] < work[from] && (to < 0 || work[part] < work[to])) to = part;
			}
			if (to < 0 || size[from] < 2) continue;
			let there = 0;
			for (let i = adjacentStart[a]; i < adjacentStart[a + 1]; i++) if (partOf[adjacent[i]] === to) there++;
			if (there < least * own) continue;
			if (pieces.work[a] >= work[from] - work[to]) continue;
			const tail = joiner.tailOf(a);
			if (tail === null || tail.length >= size[from]) continue;
			let moved = 0;
			for (const b of tail) moved += pieces.work[b];
			if (moved >= work[from] - work[to] && !(moved === 0 && there > own)) continue;
			for (const b of tail) partOf[b] = to;
			size[from] -= tail.length;
			size[to] += tail.length;
			work[from] -= moved;
			work[to] += moved;
			if (moved > 0) moves++;
		}
		if (moves > 0) continue;
		if (least === 0) break;
		pass = Math.ceil(((least === 1 ? 1 : 2) * SEARCH_PASSES) / 3) - 1;
	}
	return partOf;
}

/** Finds what would be cut off from its part if a piece left it. */
class PartJoiner {
	private readonly seen: Int32Array;
	private mark = 0;

	constructor(
		private readonly pieces: WorkPieces,
		private readonly partOf: Int32Array
	) {
		this.seen = new Int32Array(partOf.length);
	}

	/** `a` and all that only it joins to the largest rest of its part; null where that is much. */
	tailOf(a: number): number[] | null {
		const { adjacentStart, adjacent } = this.pieces;
		const part = this.partOf[a];
		const sides: number[][] = [];
		const base = this.mark + 1;
		for (let i = adjacentStart[a]; i < adjacentStart[a + 1]; i++) {
			const b = adjacent[i];
			if (b === a || this.partOf[b] !== part || this.seen[b] >= base) continue;
			this.mark++;
			sides.push(this.flood(b, a, part));
		}
		this.mark = Math.max(this.mark, base);
		if (sides.length < 2) return [a];
		sides.sort((p, q) => p.length - q.length);
		const tail = [a, ...sides.slice(0, -1).flat()];
		return tail.length > LONGEST_TAIL ? null : tail;
	}

	private flood(start: number, without: number, part: number): number[] {
		const { adjacentStart, adjacent } = this.pieces;
		const reached = [start];
		this.seen[start] = this.mark;
		for (let k = 0; k < reached.length; k++) {
			const a = reached[k];
			for (let i = adjacentStart[a]; i < adjacentStart[a + 1]; i++) {
				const b = adjacent[i];
				if (b === without || this.partOf[b] !== part || this.seen[b] === this.mark) continue;
				this.seen[b] = this.mark;
				reached.push(b);
			}
		}
		return reached;
	}
}
