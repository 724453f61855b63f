import blossom from 'edmonds-blossom-fixed';
import { greedyMatching } from './greedy-matching.ts';

/** Every point paired with another. */
export interface Matching {
	/** The other of each point's pair. */
	readonly mate: Int32Array;
	/** Sum over the pairs. */
	readonly cost: number;
	/** No pairing costs less; equal to `cost` where the pairing is proven cheapest. */
	readonly bound: number;
}

/** Up to here all pairs are looked at. */
const ALL_PAIRS = 60;
/** Up to here pairs of near points are, and it is proved afterwards that the others cannot help. */
const NEAR_PAIRS = 800;
/** How many nearest of each point are looked at, one after the other until the proof succeeds. */
const NEAR = [12, 28];
/** Costs are compared as whole numbers of this many to the unit: centimetres where costs are metres. */
const PER_UNIT = 100;

/**
 * The pairing of `count` points (even) that costs least in all.
 *
 * `cost[i * count + j]` is what the pair i, j costs: finite, zero or more, the same both ways. Proven
 * cheapest to a hundredth of a unit per pair up to 60 points (Edmonds 1965 by way of van Rantwijk's
 * blossom algorithm, O(n^3)). Up to 800 points only the 12 or 28 nearest of each are looked at, and
 * `bound` lets every point go unpaired for half of what the last of them costs, no more than half of any
 * pair left out: where no point takes that, the pairing is proven cheapest too. Beyond that greedy with
 * exchanges. Throws a `RangeError` where `count` is odd or `cost` has another size.
 */
export function perfectMatching(count: number, cost: Float64Array): Matching {
	if (count % 2 !== 0) throw new RangeError(`${count} points to be paired, wanted an even number`);
	if (cost.length !== count * count) {
		throw new RangeError(`costs of ${cost.length} pairs, wanted ${count * count}`);
	}
	if (count === 0) return { mate: new Int32Array(0), cost: 0, bound: 0 };
	if (count > NEAR_PAIRS) {
		const mate = greedyMatching(count, cost);
		return { mate, cost: costOf(mate, cost, count), bound: radiiBound(count, cost) };
	}
	if (count <= ALL_PAIRS) {
		const pairs: [number, number][] = [];
		for (let i = 0; i < count; i++) for (let j = i + 1; j < count; j++) pairs.push([i, j]);
		const mate = cheapest(count, pairs, (i, j) => cost[i * count + j]);
		const sum = costOf(mate, cost, count);
		return { mate, cost: sum, bound: sum };
	}
	let best = nearMatching(count, cost, NEAR[0]);
	for (const near of NEAR.slice(1)) {
		if (best.bound === best.cost) break;
		const next = nearMatching(count, cost, near);
		best = { ...(next.cost < best.cost ? next : best), bound: Math.max(best.bound, next.bound) };
	}
	return best;
}

function nearMatching(count: number, cost: Float64Array, nearCount: number): Matching {
	const pairKeys = new Set<number>();
	const outside = new Float64Array(count);
	const others = Array.from({ length: count }, (_, j) => j);
	for (let i = 0; i < count; i++) {
		const near = others
			.filter((j) => j !== i)
			.sort((a, b) => cost[i * count + a] - cost[i * count + b] || a - b);
		for (const j of near.slice(0, nearCount)) pairKeys.add(Math.min(i, j) * count + Math.max(i, j));
		outside[i] = cost[i * count + near[nearCount - 1]];
	}
	const pairs = [...pairKeys].map((key): [number, number] => [Math.floor(key / count), key % count]);
	// the greedy pairing makes sure that there is a perfect one
	const greedy = greedyMatching(count, cost);
	const withGreedy = new Set(pairKeys);
	for (let i = 0; i < count; i++) if (greedy[i] > i) withGreedy.add(i * count + greedy[i]);
	const all = [...withGreedy].map((key): [number, number] => [Math.floor(key / count), key % count]);
	const mate = cheapest(count, all, (i, j) => cost[i * count + j]);
	const sum = costOf(mate, cost, count);

	// two copies of the points, the copies of a point paired where it goes unpaired
	const doubled = pairs.flatMap(([i, j]): [number, number][] => [
		[i, j],
		[i + count, j + count]
	]);
	for (let i = 0; i < count; i++) doubled.push([i, i + count]);
	const loose = cheapest(2 * count, doubled, (i, j) =>
		j === i + count ? outside[i] : cost[(i % count) * count + (j % count)]
	);
	let twice = 0;
	for (let i = 0; i < 2 * count; i++) {
		const j = loose[i];
		if (j > i) twice += j === i + count ? outside[i] : cost[(i % count) * count + (j % count)];
	}
	const slack = count / PER_UNIT;
	return { mate, cost: sum, bound: twice / 2 >= sum - slack ? sum : Math.max(0, twice / 2 - slack) };
}

/** The cheapest perfect pairing that uses `pairs` only, which must hold one. */
function cheapest(
	count: number,
	pairs: readonly (readonly [number, number])[],
	costOfPair: (i: number, j: number) => number
): Int32Array {
	let most = 0;
	for (const [i, j] of pairs) most = Math.max(most, costOfPair(i, j));
	const top = Math.round(most * PER_UNIT) + 1;
	const mate = blossom(
		pairs.map(([i, j]) => [i, j, top - Math.round(costOfPair(i, j) * PER_UNIT)]),
		true
	);
	if (mate.length !== count || mate.some((j) => j < 0)) {
		throw new RangeError(`${pairs.length} pairs of ${count} points, wanted a perfect pairing among them`);
	}
	return Int32Array.from(mate);
}

function costOf(mate: Int32Array, cost: Float64Array, count: number): number {
	let sum = 0;
	for (let i = 0; i < count; i++) if (mate[i] > i) sum += cost[i * count + mate[i]];
	return sum;
}

/**
 * A sum of radii about the points such that no two circles overlap, so that no pairing costs less (the
 * linear program's dual without odd sets): half the way to the nearest first, then each in turn as wide
 * as the others let it.
 */
function radiiBound(count: number, cost: Float64Array): number {
	const radius = new Float64Array(count);
	for (let i = 0; i < count; i++) {
		let nearest = Infinity;
		for (let j = 0; j < count; j++) if (j !== i) nearest = Math.min(nearest, cost[i * count + j]);
		radius[i] = nearest / 2;
	}
	let sum = 0;
	for (let i = 0; i < count; i++) {
		let room = Infinity;
		for (let j = 0; j < count; j++) if (j !== i) room = Math.min(room, cost[i * count + j] - radius[j]);
		radius[i] = room;
		sum += room;
	}
	return sum;
}
