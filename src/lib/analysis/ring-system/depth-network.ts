import { buildIncidence } from '../../network/incidence.ts';
import type { Network } from '../../network/network.ts';
import { closingWeight, type ClosePrice } from '../sealing/close-price.ts';
import type { RingGround } from '../sealing/ring-ground.ts';
import { pocketExits } from './pocket-exits.ts';
import { OUTSIDE, type SystemRoads } from './system-roads.ts';

/** The roads of a system as a network for nested cuts: what stands costs nothing and is met once in a row. */
export interface DepthNetwork {
	readonly network: Network;
	readonly cost: Float64Array;
	/** Open piece of each edge, or -1 for what a checkpoint closes already. */
	readonly pieceOf: Int32Array;
}

/** How far from a line a road between the rings is taken to be; nearer ones are closed rather. */
const BETWEEN_M = 2000;

/**
 * Builds the network. All roads that one checkpoint closes in a row count once between any two of their
 * ends, so they are edges from each end to each other that cost nothing.
 */
export function depthNetwork(
	system: SystemRoads,
	grounds: readonly RingGround[],
	price: ClosePrice
): DepthNetwork {
	const edges = new EdgeList(system.nodeCount);
	const offRingM = nearnessOf(grounds);
	const held: number[] = [];
	for (let piece = 0; piece < system.posts.length; piece++) {
		if (system.posts[piece].length > 0) {
			held.push(piece);
			continue;
		}
		const edge = system.edge[piece];
		const weight = price.isForbidden(edge)
			? Infinity
			: closingWeight(price, edge, offRingM.get(edge) ?? BETWEEN_M);
		edges.add(system.from[piece], system.to[piece], weight, piece);
	}
	for (const ends of heldInARow(system, held, edges)) {
		for (const [i, a] of ends.entries()) for (const b of ends.slice(i + 1)) edges.add(a, b, 0, -1);
	}
	return edges.finish();
}

class EdgeList {
	private readonly from: number[] = [];
	private readonly to: number[] = [];
	private readonly cost: number[] = [];
	private readonly pieceOf: number[] = [];

	constructor(private nodeCount: number) {}

	add(from: number, to: number, cost: number, piece: number): void {
		if (from === to) return;
		this.from.push(from);
		this.to.push(to);
		this.cost.push(cost);
		this.pieceOf.push(piece);
	}

	addNode(): number {
		return this.nodeCount++;
	}

	finish(): DepthNetwork {
		const { nodeCount } = this;
		const edgeFrom = Uint32Array.from(this.from);
		const edgeTo = Uint32Array.from(this.to);
		return {
			network: { nodeCount, edgeFrom, edgeTo, ...buildIncidence(nodeCount, edgeFrom, edgeTo) },
			cost: Float64Array.from(this.cost),
			pieceOf: Int32Array.from(this.pieceOf)
		};
	}
}

function nearnessOf(grounds: readonly RingGround[]): Map<number, number> {
	const nearest = new Map<number, number>();
	for (const ground of grounds) {
		for (const { edge, offRingM } of ground.stretches) {
			nearest.set(edge, Math.min(offRingM, nearest.get(edge) ?? BETWEEN_M));
		}
	}
	return nearest;
}

/** For each checkpoint and each group of its roads that hang together, the nodes at their ends. */
function heldInARow(system: SystemRoads, held: readonly number[], edges: EdgeList): number[][] {
	const joints = new Map<number, [number, number][]>();
	const add = (post: number, from: number, to: number): void => {
		const known = joints.get(post);
		if (known) known.push([from, to]);
		else joints.set(post, [[from, to]]);
	};
	const postsAt = postsAtNodes(system, held);
	for (const piece of held) {
		const from = system.from[piece];
		const to = system.to[piece];
		const posts = system.posts[piece];
		if (posts.length === 2 && isAlone(postsAt, from, posts) && isAlone(postsAt, to, posts)) {
			// closed twice on its own: met twice
			const middle = edges.addNode();
			add(posts[0], from, middle);
			add(posts[1], middle, to);
		} else for (const post of posts) add(post, from, to);
	}
	for (const { node, posts } of pocketExits(system)) {
		if (posts.length === 1) add(posts[0], node, OUTSIDE);
		else {
			const middle = edges.addNode();
			edges.add(node, middle, 0, -1);
			edges.add(middle, OUTSIDE, 0, -1);
		}
	}
	return [...joints.values()].flatMap(groupsOf);
}

function postsAtNodes(system: SystemRoads, held: readonly number[]): Map<number, number[]> {
	const at = new Map<number, number[]>();
	for (const piece of held) {
		for (const node of [system.from[piece], system.to[piece]]) {
			at.set(node, [...(at.get(node) ?? []), ...system.posts[piece]]);
		}
	}
	return at;
}

function isAlone(
	postsAt: ReadonlyMap<number, readonly number[]>,
	node: number,
	posts: readonly number[]
): boolean {
	return posts.every((post) => postsAt.get(node)?.filter((other) => other === post).length === 1);
}

function groupsOf(joints: readonly (readonly [number, number])[]): number[][] {
	const groupOf = new Map<number, Set<number>>();
	for (const [a, b] of joints) {
		const groupA = groupOf.get(a) ?? new Set([a]);
		const groupB = groupOf.get(b) ?? new Set([b]);
		if (groupA !== groupB) for (const node of groupB) groupA.add(node);
		for (const node of groupA) groupOf.set(node, groupA);
	}
	return [...new Set(groupOf.values())].map((group) => [...group]);
}
