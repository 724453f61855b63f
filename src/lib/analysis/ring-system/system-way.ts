import type { LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { buildIncidence } from '../../network/incidence.ts';
import { appendLine, gridLengthM, lengthBetweenM } from '../../network/edge-line.ts';
import type { Network } from '../../network/network.ts';
import { shortestPaths, wayTo } from '../../network/shortest-paths.ts';
import type { Roads } from '../../network/roads.ts';
import { OUTSIDE, type SystemRoads } from './system-roads.ts';

/** A way along the roads of a system. */
export interface SystemWay {
	readonly route: LngLat[];
	readonly lengthM: number;
	/** Names of its roads, in order, without repeats. */
	readonly roads: string[];
}

/** Shortest ways over the roads of a system past chosen checkpoints. */
export class SystemWays {
	private readonly network: Network;
	private readonly lengthM: Float64Array;
	/** Ends of pieces that are no way out for themselves but once they are open: see `pocketExits`. */
	private readonly extra: readonly { readonly node: number; readonly piece: number }[];

	/** `exits` are pieces that lead outside from a node although they end in a pocket. */
	constructor(
		private readonly roads: Roads,
		private readonly system: SystemRoads,
		exits: readonly { readonly node: number; readonly piece: number }[] = []
	) {
		const edgeFrom = Uint32Array.from([...system.from, ...exits.map(({ node }) => node)]);
		const edgeTo = Uint32Array.from([...system.to, ...exits.map(() => OUTSIDE)]);
		this.network = {
			nodeCount: system.nodeCount,
			edgeFrom,
			edgeTo,
			...buildIncidence(system.nodeCount, edgeFrom, edgeTo)
		};
		this.extra = exits;
		this.lengthM = Float64Array.from(edgeFrom, (_, e) => {
			const piece = this.pieceOf(e);
			return lengthBetweenM(roads.graph, system.edge[piece], system.start[piece], system.end[piece]);
		});
	}

	/**
	 * The shortest way from node `from` outside over roads that nobody closes or only those in `past`;
	 * nodes with 1 in `shut` are not entered. Null where none leads out.
	 */
	out(from: number, past: readonly number[], shut: Uint8Array | null = null): SystemWay | null {
		const { network, system } = this;
		const cost = new Float64Array(2 * this.lengthM.length);
		for (let e = 0; e < this.lengthM.length; e++) {
			const isOpen = system.posts[this.pieceOf(e)].every((post) => past.includes(post));
			cost[2 * e] = cost[2 * e + 1] = isOpen ? this.lengthM[e] : Infinity;
			if (shut?.[network.edgeTo[e]]) cost[2 * e] = Infinity;
			if (shut?.[network.edgeFrom[e]]) cost[2 * e + 1] = Infinity;
		}
		const paths = shortestPaths(network, cost, [from]);
		const way = wayTo(network, paths, OUTSIDE);
		return way && this.drawn(way);
	}

	/** Pieces one after another as a line, each turned so that it goes on from the last where it can. */
	along(pieces: readonly number[]): SystemWay {
		const { from, to } = this.system;
		const way = pieces.map((piece, i) => {
			const next = pieces[i + 1];
			const before = pieces[i - 1];
			const goesOn = next !== undefined && (to[piece] === from[next] || to[piece] === to[next]);
			const comesFrom = before !== undefined && (from[piece] === from[before] || from[piece] === to[before]);
			return (piece << 1) | (goesOn || comesFrom || pieces.length === 1 ? 0 : 1);
		});
		return this.drawn(way);
	}

	private pieceOf(edge: number): number {
		const own = this.system.from.length;
		return edge < own ? edge : this.extra[edge - own].piece;
	}

	private drawn(way: readonly number[]): SystemWay {
		const { graph } = this.roads;
		const route: LngLat[] = [];
		const roads: string[] = [];
		for (const direction of way) {
			const piece = this.pieceOf(direction >>> 1);
			const edge = this.system.edge[piece];
			const [from, to] = [this.system.start[piece], this.system.end[piece]];
			const isBack = this.isDrawnBack(direction, piece);
			if (isBack) appendLine(route, graph, edge, to, from);
			else appendLine(route, graph, edge, from, to);
			const name = graph.edgeName[edge] < 0 ? null : graph.names[graph.edgeName[edge]];
			if (name !== null && !roads.includes(name)) roads.push(name);
		}
		let lengthM = 0;
		for (let i = 1; i < route.length; i++) {
			lengthM += gridLengthM(
				route[i - 1][0] * GRID_PER_DEG,
				route[i - 1][1] * GRID_PER_DEG,
				route[i][0] * GRID_PER_DEG,
				route[i][1] * GRID_PER_DEG
			);
		}
		return { route, lengthM, roads };
	}

	private isDrawnBack(direction: number, piece: number): boolean {
		const own = this.system.from.length;
		if (direction >>> 1 < own) return (direction & 1) === 1;
		return this.extra[(direction >>> 1) - own].node !== this.system.from[piece];
	}
}
