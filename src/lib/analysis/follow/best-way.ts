import FlatQueue from 'flatqueue';

/** A graph as a search sees it: what leads on from a node, and how far its end is at least. */
export interface Web {
	readonly nodeCount: number;
	/** Calls `visit` for every way on from `node`: its end, what it costs, and a mark to tell it by. */
	onward(node: number, visit: (next: number, cost: number, mark: number) => void): void;
	/** Never more than what the way from `node` to the goal costs. */
	leastCost(node: number): number;
}

/** A place where a way may begin or end: a node, and what lies between it and the place itself. */
export interface Foothold {
	readonly node: number;
	readonly cost: number;
}

export interface BestWay {
	readonly cost: number;
	readonly start: number;
	readonly end: number;
	/** Marks of the ways taken, in order. */
	readonly marks: readonly number[];
}

/**
 * The cheapest way from any of `starts` to any of `ends`, or null where there is none that costs less than
 * `limit`. O(m log n), less where `leastCost` says much (Hart, Nilsson and Raphael 1968).
 */
export function bestWay(
	web: Web,
	starts: readonly Foothold[],
	ends: readonly Foothold[],
	limit = Infinity
): BestWay | null {
	const cost = new Float64Array(web.nodeCount).fill(Infinity);
	const before = new Int32Array(web.nodeCount).fill(-1);
	const mark = new Int32Array(web.nodeCount);
	const restOf = new Map<number, number>();
	for (const end of ends) restOf.set(end.node, Math.min(end.cost, restOf.get(end.node) ?? Infinity));
	const queue = new FlatQueue<number>();
	let best = limit;
	let last = -1;
	const reach = (node: number, total: number, from: number, by: number): void => {
		if (!(total < cost[node])) return;
		const atLeast = total + web.leastCost(node);
		if (!(atLeast < best)) return;
		cost[node] = total;
		before[node] = from;
		mark[node] = by;
		queue.push(node, atLeast);
	};
	for (const start of starts) reach(start.node, start.cost, -1, 0);
	while (queue.length > 0 && (queue.peekValue() as number) < best) {
		const atLeast = queue.peekValue() as number;
		const node = queue.pop() as number;
		const total = cost[node];
		// an older entry of a node that was reached more cheaply since
		if (atLeast > total + web.leastCost(node)) continue;
		const rest = restOf.get(node);
		if (rest !== undefined && total + rest < best) {
			best = total + rest;
			last = node;
		}
		web.onward(node, (next, step, by) => reach(next, total + step, node, by));
	}
	if (last < 0) return null;
	const marks: number[] = [];
	let start = last;
	for (; before[start] >= 0; start = before[start]) marks.push(mark[start]);
	return { cost: best, start, end: last, marks: marks.reverse() };
}
