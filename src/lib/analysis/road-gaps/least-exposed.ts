import type { EscapeEnds, LeastExposed, NoEscape, RouteEnd } from '../../domain/findings/escape.ts';
import { lastMeasure, lengthBetweenM, lngLatAt } from '../../network/edge-line.ts';
import { lexicographicPaths, type PairPaths, type PairStart } from '../../network/lexicographic-paths.ts';
import { tailOf } from '../../network/network.ts';
import { EDGE, NODE, type RoadGraph } from '../../network/road-graph.ts';
import type { RoadPlace } from '../../network/travel/road-place.ts';
import type { Closures } from '../sealing/closures.ts';
import { checkpointsOn } from './closed-roads.ts';
import { describeRoute } from './describe-route.ts';
import { lengthUnits, seenUnits } from './exposure-units.ts';
import { heldBetweenM } from './held-parts.ts';
import { durationS } from './pace.ts';
import type { RoadMemory } from './road-memory.ts';
import { PLACE_WITHIN_M, nearestRoad } from './nearest-road.ts';
import type { RoutePiece } from './route-pieces.ts';
import type { RoadWatch } from './watch-roads.ts';

/** Between what, and by what rules. */
export interface EscapeAsked extends EscapeEnds {
	/** Roads closed by checkpoints, and roads taken out. */
	readonly closures: Closures;
}

/** Edges weighed between two steps. */
const EDGES_A_STEP = 4096;

/**
 * The way between two places with the least metres seen, of those the shortest, and beside it the shortest
 * way, of those the least seen: exact, for each is a search by pairs of whole numbers. Over roads for cars, also
 * private ones; locked gates are not passed, turn restrictions hold no one back. Where checkpoints are to be avoided and every way meets one, the ways past
 * them are given. Yields after every few milliseconds of work.
 */
export function* leastExposed(
	memory: RoadMemory,
	watch: RoadWatch,
	asked: EscapeAsked
): Generator<void, LeastExposed | NoEscape> {
	const { roads, isDrivable } = memory;
	const { removed } = asked.closures;
	const isRoad = (edge: number): boolean => isDrivable[edge] === 1 && !removed.has(edge);
	const from = nearestRoad(roads, asked.from, isRoad);
	if (!from) return { reason: 'no-road', end: 'from', withinM: PLACE_WITHIN_M };
	const to = nearestRoad(roads, asked.to, isRoad);
	if (!to) return { reason: 'no-road', end: 'to', withinM: PLACE_WITHIN_M };

	const costs = yield* weighEdges(memory, watch);
	for (const passesCheckpoints of asked.avoidsCheckpoints ? [false, true] : [true]) {
		const search = new Search(memory, watch, asked, costs, passesCheckpoints);
		const quiet = yield* search.best(from, to, true);
		if (!quiet) continue;
		const short = (yield* search.best(from, to, false)) as RoutePiece[];
		const describe = (pieces: readonly RoutePiece[]) =>
			describeRoute(roads.graph, watch, {
				pieces,
				durationS: durationS(memory.travel, pieces),
				checkpoints: [...new Set(pieces.flatMap((piece) => checkpointsOn(roads, asked.closures, piece)))]
			});
		return {
			from: endOf(roads.graph, from),
			to: endOf(roads.graph, to),
			leastExposed: describe(quiet),
			shortest: describe(short),
			isClosedOff: asked.avoidsCheckpoints && passesCheckpoints
		};
	}
	return { reason: 'no-way' };
}

function endOf(graph: RoadGraph, { edge, measure, offM }: RoadPlace): RouteEnd {
	return { at: lngLatAt(graph, edge, measure), offM };
}

/** Units per edge; see `exposure-units.ts`. */
interface EdgeCosts {
	readonly seen: Float64Array;
	readonly length: Float64Array;
}

function* weighEdges({ roads: { graph } }: RoadMemory, { held }: RoadWatch): Generator<void, EdgeCosts> {
	const seen = new Float64Array(graph.edgeCount);
	const length = new Float64Array(graph.edgeCount);
	for (let edge = 0; edge < graph.edgeCount; edge++) {
		if (edge % EDGES_A_STEP === EDGES_A_STEP - 1) yield;
		length[edge] = lengthUnits(graph.edgeLengthM[edge]);
		if (held.start[edge] === held.start[edge + 1]) continue;
		seen[edge] = seenUnits(heldBetweenM(graph, held, edge, 0, lastMeasure(graph, edge)));
	}
	return { seen, length };
}

type Weighed = Pick<PairStart, 'first' | 'second'>;

/** A piece within one edge. */
interface Leg extends Weighed {
	readonly piece: RoutePiece;
}

/** A piece between a place and the node at an end of its edge. */
interface End extends Leg {
	readonly node: number;
}

interface Candidate extends Weighed {
	readonly pieces: () => RoutePiece[];
}

class Search {
	private readonly graph: RoadGraph;
	private readonly open: Uint8Array;
	private readonly stopAt: Uint8Array;

	constructor(
		private readonly memory: RoadMemory,
		private readonly watch: RoadWatch,
		private readonly asked: EscapeAsked,
		private readonly costs: EdgeCosts,
		private readonly passesCheckpoints: boolean
	) {
		this.graph = memory.roads.graph;
		const { edgeCount, nodeFlags } = this.graph;
		this.open = new Uint8Array(2 * edgeCount);
		const { byEdge, removed } = asked.closures;
		for (let edge = 0; edge < edgeCount; edge++) {
			if (!memory.isDrivable[edge] || removed.has(edge)) continue;
			if (!passesCheckpoints && byEdge.has(edge)) continue;
			this.open[2 * edge] = this.mayGo(edge, false) ? 1 : 0;
			this.open[2 * edge + 1] = this.mayGo(edge, true) ? 1 : 0;
		}
		this.stopAt = Uint8Array.from(nodeFlags, (flags) => (flags & NODE.LOCKED ? 1 : 0));
	}

	/** The pieces of the best way: least seen and then shortest, or the other way round; null where there is none. */
	*best(from: RoadPlace, to: RoadPlace, isQuiet: boolean): Generator<void, RoutePiece[] | null> {
		const { graph, open, stopAt } = this;
		const { seen, length } = this.costs;
		const outs = this.ends(from, isQuiet, true);
		const [first, second] = isQuiet ? [seen, length] : [length, seen];
		const paths = yield* lexicographicPaths(graph, { first, second, open, stopAt }, outs);

		let best: Candidate | null = null;
		const along = from.edge === to.edge && this.leg(from.edge, from.measure, to.measure, isQuiet);
		if (along) best = { ...along, pieces: () => [along.piece] };
		for (const last of this.ends(to, isQuiet, false)) {
			const candidate: Candidate = {
				first: paths.cost[last.node] + last.first,
				second: paths.second[last.node] + last.second,
				pieces: () => [...this.piecesTo(paths, outs, last.node), last.piece]
			};
			if (candidate.first < Infinity && (!best || isBetter(candidate, best))) best = candidate;
		}
		return best && withoutPoints(best.pieces());
	}

	/** From a place to the ends of its edge, or from these to it, as far as that is open. */
	private ends({ edge, measure }: RoadPlace, isQuiet: boolean, isOut: boolean): End[] {
		const { graph } = this;
		const found: End[] = [];
		for (const [at, node] of [
			[0, graph.edgeFrom[edge]],
			[lastMeasure(graph, edge), graph.edgeTo[edge]]
		]) {
			if (this.stopAt[node]) continue;
			const leg = isOut ? this.leg(edge, measure, at, isQuiet) : this.leg(edge, at, measure, isQuiet);
			if (leg) found.push({ ...leg, node });
		}
		return found;
	}

	/** Along an edge from one measure to another; null where signs or a checkpoint close that. */
	private leg(edge: number, from: number, to: number, isQuiet: boolean): Leg | null {
		const { graph, asked, memory } = this;
		const piece = { edge, from, to };
		if (from !== to && !this.mayGo(edge, to < from)) return null;
		if (!this.passesCheckpoints && checkpointsOn(memory.roads, asked.closures, piece).length > 0) return null;
		const [low, high] = [Math.min(from, to), Math.max(from, to)];
		const seen = seenUnits(heldBetweenM(graph, this.watch.held, edge, low, high));
		const length = lengthUnits(lengthBetweenM(graph, edge, low, high));
		return { piece, first: isQuiet ? seen : length, second: isQuiet ? length : seen };
	}

	private mayGo(edge: number, isBack: boolean): boolean {
		if (!this.asked.lawful) return true;
		return (this.graph.edgeFlags[edge] & (isBack ? EDGE.BACKWARD : EDGE.FORWARD)) !== 0;
	}

	private piecesTo({ via }: PairPaths, outs: readonly End[], node: number): RoutePiece[] {
		const { graph } = this;
		const back: RoutePiece[] = [];
		let at = node;
		for (; via[at] >= 0; at = tailOf(graph, via[at])) {
			const edge = via[at] >>> 1;
			const last = lastMeasure(graph, edge);
			back.push(via[at] & 1 ? { edge, from: last, to: 0 } : { edge, from: 0, to: last });
		}
		// both ends of a round are one node
		const start = outs.filter((out) => out.node === at).reduce((a, b) => (isBetter(b, a) ? b : a));
		return [start.piece, ...back.reverse()];
	}
}

/** A way that begins or ends at a junction has pieces of no length there. */
function withoutPoints(pieces: readonly RoutePiece[]): RoutePiece[] {
	const long = pieces.filter(({ from, to }) => from !== to);
	return long.length > 0 ? long : pieces.slice(0, 1);
}

function isBetter(a: Weighed, b: Weighed): boolean {
	return a.first < b.first || (a.first === b.first && a.second < b.second);
}
