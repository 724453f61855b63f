import { JoinedNodes } from './joined-nodes.ts';
import { pocketExits } from './pocket-exits.ts';
import { INSIDE, OUTSIDE, type SystemRoads } from './system-roads.ts';

/**
 * A system of rings with all that hangs together by open roads drawn into one *ground*, so that only
 * held roads are left: what a search over checkpoints walks on.
 *
 * Held road `h` has the directions `2h` and `2h + 1`, as edges of a network do.
 */
export interface PostGraph {
	readonly groundCount: number;
	/** Ground of all that is deep inside, and of all that is outside; one number where nothing is sealed. */
	readonly inside: number;
	readonly outside: number;
	/** Ground at the start of each direction. */
	readonly groundOf: Uint32Array;
	/** Node of the system at the start of each direction: there held roads follow each other in a row. */
	readonly nodeOf: Uint32Array;
	/** Who closes each held road; at least one. */
	readonly posts: readonly (readonly number[])[];
	/** Piece of the system of each held road. */
	readonly piece: Uint32Array;
	readonly postCount: number;
	/** Directions that start on each ground. */
	readonly leaving: readonly (readonly number[])[];
	/** Directions that start at a node, for nodes with two held roads or more. */
	readonly inARow: ReadonlyMap<number, readonly number[]>;
	/** Ground of every node of the system. */
	groundAt(node: number): number;
}

/** Draws `system` together. */
export function postGraph(system: SystemRoads): PostGraph {
	const joined = new JoinedNodes(system.nodeCount);
	for (let piece = 0; piece < system.posts.length; piece++) {
		if (system.posts[piece].length === 0) joined.join(system.from[piece], system.to[piece]);
	}
	const numberOf = new Map<number, number>();
	const groundAt = (node: number): number => {
		const root = joined.rootOf(node);
		const known = numberOf.get(root) ?? numberOf.size;
		numberOf.set(root, known);
		return known;
	};
	const inside = groundAt(INSIDE);
	const outside = groundAt(OUTSIDE);

	const nodeOf: number[] = [];
	const posts: (readonly number[])[] = [];
	const piece: number[] = [];
	const add = (of: number, from: number, to: number, by: readonly number[]): void => {
		if (joined.rootOf(from) === joined.rootOf(to)) return;
		nodeOf.push(from, to);
		posts.push(by);
		piece.push(of);
	};
	for (let p = 0; p < system.posts.length; p++) {
		if (system.posts[p].length > 0) add(p, system.from[p], system.to[p], system.posts[p]);
	}
	for (const exit of pocketExits(system)) add(exit.piece, exit.node, OUTSIDE, exit.posts);

	const groundOf = Uint32Array.from(nodeOf, groundAt);
	const leaving: number[][] = Array.from({ length: numberOf.size }, () => []);
	const inARow = new Map<number, number[]>();
	nodeOf.forEach((node, direction) => {
		leaving[groundOf[direction]].push(direction);
		const known = inARow.get(node);
		if (known) known.push(direction);
		else inARow.set(node, [direction]);
	});
	return {
		groundCount: numberOf.size,
		inside,
		outside,
		groundOf,
		nodeOf: Uint32Array.from(nodeOf),
		posts,
		piece: Uint32Array.from(piece),
		postCount: system.checkpoints.length,
		leaving,
		inARow,
		groundAt
	};
}
