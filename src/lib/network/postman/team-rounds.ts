import { headOf, tailOf } from '../network.ts';
import { greedyMatching } from './greedy-matching.ts';
import type { Matching } from './perfect-matching.ts';
import { postmanTour, type PostmanTour } from './postman-tour.ts';
import type { WayTable } from './way-table.ts';

/** Closed walks, one a team, that drive all streets wanted between them. */
export interface TeamRounds {
	readonly rounds: readonly PostmanTour[];
	/** Which streets each team drives first, as edges. */
	readonly streetsOf: readonly (readonly number[])[];
	/** Cost of the costliest round. */
	readonly cost: number;
	/** However the streets are shared out, some round costs at least this. */
	readonly bound: number;
}

/** Exchanges of streets that are tried before the rounds are taken as they are: fewer where each takes long. */
const TRIES = 240;
const TRIES_BY_SQUARE = 2e8;
/** Places at which the tour is tried to be cut first. */
const STARTS = 16;
/** Good enough: this much over the bound, or over an equal share of the tour. */
const CLOSE = 1.005;

/**
 * Shares `streets` among `count` teams so that the costliest round is cheap (min-max postman).
 *
 * The tour of all streets is cut into stretches of about equal cost, closed by shortest ways
 * (Frederickson, Hecht and Kim 1978); then streets on the border of the costliest round go to a
 * neighbour as long as that makes the costliest of the two cheaper, and each round is toured anew.
 * The bound is the larger of the tour's own bound by the number of teams and the cheapest round to any
 * one street. Deterministic for a stream `random`. Throws a `RangeError` where `count` is no whole number from 1.
 */
export function* teamRounds(
	ways: WayTable,
	streets: readonly number[],
	count: number,
	random: () => number,
	tour?: PostmanTour
): Generator<number, TeamRounds, undefined> {
	if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`${count} teams, wanted 1 or more`);
	const whole = tour ?? (yield* silent(postmanTour(ways, streets)));
	const bound = Math.max(whole.bound / count, farthestRound(ways, streets));
	if (count === 1) return { rounds: [whole], streetsOf: [streets], cost: whole.cost, bound };

	const teamOf = cutTour(ways, whole, count);
	const shares = Array.from({ length: count }, (): number[] => []);
	for (const street of streets) shares[teamOf.get(street) as number].push(street);
	const quick: number[] = [];
	for (const share of shares) quick.push((yield* silent(postmanTour(ways, share, greedyPairing))).cost);

	const most = Math.min(TRIES, Math.ceil(TRIES_BY_SQUARE / streets.length ** 2));
	const close = Math.max(bound, whole.cost / count) * CLOSE;
	for (let tries = 0; tries < most; tries++) {
		yield tries / most;
		const from = quick.indexOf(Math.max(...quick));
		if (quick[from] <= close) break;
		const move = borderStreets(ways, shares, from, random);
		if (!move) break;
		const moved = new Set(move.streets);
		const rest = shares[from].filter((street) => !moved.has(street));
		const more = [...shares[move.to], ...move.streets];
		const moreCost = (yield* silent(postmanTour(ways, more, greedyPairing))).cost;
		if (moreCost >= quick[from]) continue;
		const restCost = (yield* silent(postmanTour(ways, rest, greedyPairing))).cost;
		if (restCost >= quick[from]) continue;
		shares[from] = rest;
		shares[move.to] = more;
		quick[from] = restCost;
		quick[move.to] = moreCost;
	}

	const rounds: PostmanTour[] = [];
	for (const share of shares) rounds.push(yield* silent(postmanTour(ways, share)));
	yield 1;
	return { rounds, streetsOf: shares, cost: Math.max(...rounds.map(({ cost }) => cost)), bound };
}

function greedyPairing(count: number, cost: Float64Array): Matching {
	const mate = greedyMatching(count, cost);
	let sum = 0;
	for (let i = 0; i < count; i++) if (mate[i] > i) sum += cost[i * count + mate[i]];
	return { mate, cost: sum, bound: 0 };
}

function* silent<T>(steps: Generator<unknown, T, undefined>): Generator<number, T, undefined> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		yield 0;
	}
}

/** The cheapest closed walk over the one street for which it is dearest. */
function farthestRound(ways: WayTable, streets: readonly number[]): number {
	const { network, edgeCost } = ways;
	let dearest = 0;
	for (const street of [...streets].sort((a, b) => edgeCost[b] - edgeCost[a])) {
		// the way back is never longer than the street itself
		if (2 * edgeCost[street] <= dearest) break;
		const back = ways.costsFrom(network.edgeFrom[street])[network.edgeTo[street]];
		dearest = Math.max(dearest, edgeCost[street] + back);
	}
	return dearest;
}

/** The team of each street when the tour is cut into `count` stretches, the dearest as cheap as can be. */
function cutTour(ways: WayTable, tour: PostmanTour, count: number): Map<number, number> {
	const { network, edgeCost } = ways;
	const { directions, isDeadhead } = tour;
	const n = directions.length;
	const served = [...directions.keys()].filter((i) => !isDeadhead[i]);
	const before = new Float64Array(2 * n + 1);
	for (let i = 0; i < 2 * n; i++) before[i + 1] = before[i] + edgeCost[directions[i % n] >> 1];

	/** Cost of the stretch from serving the a-th street to serving the b-th, and of the way back from there. */
	const roundCost = (a: number, b: number): [along: number, back: number] => {
		const [i, j] = [served[a % served.length], served[b % served.length]];
		const end = j < i || b - a >= served.length ? j + n : j;
		const back = ways.costsFrom(tailOf(network, directions[i]))[headOf(network, directions[j])];
		return [before[end + 1] - before[i], back];
	};
	/** Where each stretch ends if none may cost more than `limit`; null where `count` are too few. */
	const cuts = (start: number, limit: number): number[] | null => {
		const ends: number[] = [];
		let a = start;
		while (a < start + served.length) {
			if (ends.length === count) return null;
			let end = -1;
			for (let b = a; b < start + served.length; b++) {
				const [along, back] = roundCost(a, b);
				if (along > limit) break;
				if (along + back <= limit) end = b;
			}
			if (end < 0) return null;
			ends.push(end);
			a = end + 1;
		}
		return ends;
	};

	let best: { start: number; ends: number[] } | null = null;
	let high = tour.cost * 2;
	for (let k = 0; k < Math.min(STARTS, served.length); k++) {
		const start = Math.floor((k * served.length) / STARTS);
		if (best && !cuts(start, high * 0.999)) continue;
		let low = tour.cost / count / 2;
		while (high - low > high * 1e-3) {
			const middle = (low + high) / 2;
			const ends = cuts(start, middle);
			if (ends) {
				high = middle;
				best = { start, ends };
			} else low = middle;
		}
	}
	const teamOf = new Map<number, number>();
	if (!best) throw new RangeError(`no way to cut a tour of ${tour.cost} into ${count}`);
	let a = best.start;
	best.ends.forEach((end, team) => {
		for (; a <= end; a++) teamOf.set(directions[served[a % served.length]] >> 1, team);
	});
	return teamOf;
}

/** Some streets of team `from` that touch those of another, and that other; null where none do. */
function borderStreets(
	ways: WayTable,
	shares: readonly (readonly number[])[],
	from: number,
	random: () => number
): { streets: number[]; to: number } | null {
	const { network } = ways;
	const teamsAt = new Map<number, Set<number>>();
	shares.forEach((share, team) => {
		if (team === from) return;
		for (const street of share) {
			for (const node of [network.edgeFrom[street], network.edgeTo[street]]) {
				const known = teamsAt.get(node);
				if (known) known.add(team);
				else teamsAt.set(node, new Set([team]));
			}
		}
	});
	const touching = shares[from].flatMap((street) =>
		[network.edgeFrom[street], network.edgeTo[street]].flatMap((node) =>
			[...(teamsAt.get(node) ?? [])].map((to) => ({ street, to }))
		)
	);
	if (touching.length === 0 || shares[from].length < 2) return null;
	const { street, to } = touching[Math.floor(random() * touching.length)];
	const size = Math.min(shares[from].length - 1, 2 ** Math.floor(random() * 5));
	return { streets: nearStreets(ways, shares[from], street, size), to };
}

/** `size` streets of `share`, as they are met going on from `first`. */
function nearStreets(ways: WayTable, share: readonly number[], first: number, size: number): number[] {
	const { network } = ways;
	const isThere = new Set(share);
	const taken = [first];
	isThere.delete(first);
	for (let i = 0; i < taken.length && taken.length < size; i++) {
		for (const node of [network.edgeFrom[taken[i]], network.edgeTo[taken[i]]]) {
			for (let k = network.adjacentStart[node]; k < network.adjacentStart[node + 1]; k++) {
				const edge = network.adjacent[k] >> 1;
				if (taken.length < size && isThere.delete(edge)) taken.push(edge);
			}
		}
	}
	return taken;
}
