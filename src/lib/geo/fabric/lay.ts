import { Arrangement } from './arrangement.ts';
import { nodeEdges, nodeExactly } from './node-edges.ts';
import { traceFaces, type Face, type KeyOf } from './trace-faces.ts';
import { VertexTable } from './vertex-table.ts';

/**
 * Rings of the 1e-7 degree grid that stand for one piece of ground: longitude and latitude by turns, not
 * closed, exteriors counter-clockwise, holes clockwise, any number of parts. Where they are wound
 * round more than no times there is ground.
 */
export type Rings = readonly Int32Array[];

/** What is laid over one another. */
export interface LayInput {
	/** Grounds by label. */
	readonly grounds: readonly Rings[];
	/** Lines (not closed) that part what they cross. */
	readonly walls?: readonly Int32Array[];
	/** Sides that bound nothing here but meet the others: they are cut where those meet them, and those by them. */
	readonly guests?: readonly Side[];
	/** Places (x and y by turns) at which what passes through their pixel is cut as well. */
	readonly posts?: readonly number[];
	/** Nothing is rounded, and nothing but `isTangled` holds where edges cross. */
	readonly isAsItStands?: boolean;
}

/** A straight line between two places of the grid. */
export type Side = readonly [ax: number, ay: number, bx: number, by: number];

/** Grounds laid over each other on the grid: no two edges meet but at their ends. */
export class Laid {
	readonly arrangement: Arrangement;
	private readonly walls: Uint8Array;

	constructor(
		arrangement: Arrangement,
		walls: Uint8Array,
		/** For each guest the places between its ends that it now runs through; null where it was not cut. */
		readonly guestCuts: readonly (Int32Array | null)[],
		/** Whether edges of one ground lie on each other; as it stands, also whether any cross. */
		readonly isTangled: boolean
	) {
		this.arrangement = arrangement;
		this.walls = walls;
	}

	/** Whether edge `e` of the arrangement is part of a wall and of no ground's border. */
	isBareWall(e: number): boolean {
		return this.walls[e] === 1 && this.arrangement.edges.change[e].length === 0;
	}

	/** The faces by what `keyOf` makes of the labels present on them; see `traceFaces`. */
	faces(keyOf: KeyOf): Face[] {
		return traceFaces(this.arrangement, keyOf, this.walls);
	}
}

/** Lays grounds, walls and guests over each other. O((n + k) log n) for n edges with k crossings. */
export function lay({ grounds, walls = [], guests = [], posts = [], isAsItStands = false }: LayInput): Laid {
	const vertices = new VertexTable();
	const raw = new EdgeTable();
	/** Edge number and direction of every side of every input. */
	const sides: { edge: number; isBack: boolean; label: number }[] = [];
	const add = (ax: number, ay: number, bx: number, by: number, label: number) => {
		const u = vertices.add(ax, ay);
		const v = vertices.add(bx, by);
		if (u !== v) sides.push({ ...raw.add(u, v), label });
		else sides.push({ edge: -1, isBack: false, label });
	};
	for (const [label, rings] of grounds.entries()) {
		for (const ring of rings) {
			for (let i = 0, k = ring.length - 2; i < ring.length; k = i, i += 2) {
				add(ring[k], ring[k + 1], ring[i], ring[i + 1], label);
			}
		}
	}
	for (const line of walls) {
		for (let i = 2; i < line.length; i += 2) add(line[i - 2], line[i - 1], line[i], line[i + 1], WALL);
	}
	for (const side of guests) add(...side, GUEST);

	for (let i = 0; i < posts.length; i += 2) vertices.add(posts[i], posts[i + 1]);

	const node = isAsItStands ? nodeExactly : nodeEdges;
	const noded = node(vertices, raw.from, raw.to);
	const chains = noded ?? [];
	const edges = new EdgeTable();
	const change: number[][] = [];
	const isWall: number[] = [];
	const cuts: (Int32Array | null)[] = [];
	let isTangled = noded === null;
	for (const { edge, isBack, label } of sides) {
		if (edge < 0) {
			if (label === GUEST) cuts.push(null);
			continue;
		}
		const chain = chains[edge] ?? [raw.from[edge], raw.to[edge]];
		if (label === GUEST) {
			cuts.push(chains[edge] ? between(vertices, chain, isBack) : null);
			continue;
		}
		for (let k = 1; k < chain.length; k++) {
			const part = edges.add(chain[k - 1], chain[k]);
			if (part.edge === change.length) {
				change.push([]);
				isWall.push(0);
			}
			if (label === WALL) isWall[part.edge] = 1;
			else if (count(change[part.edge], label, part.isBack === isBack ? 1 : -1)) isTangled = true;
		}
	}
	const arrangement = new Arrangement({ vertices, from: edges.from, to: edges.to, change });
	return new Laid(arrangement, Uint8Array.from(isWall), cuts, isTangled);
}

const WALL = -1;
const GUEST = -2;

/** Edges between numbered places, each once, whichever way they run. */
class EdgeTable {
	readonly from: number[] = [];
	readonly to: number[] = [];
	private readonly numbers = new Map<number, number>();

	add(u: number, v: number): { edge: number; isBack: boolean } {
		const [low, high] = u < v ? [u, v] : [v, u];
		const key = low * 2 ** 26 + high;
		let edge = this.numbers.get(key);
		if (edge === undefined) {
			edge = this.from.length;
			this.numbers.set(key, edge);
			this.from.push(low);
			this.to.push(high);
		}
		return { edge, isBack: u > v };
	}
}

/** Counts `by` more windings of `label`; true where the edge had that label before. */
function count(change: number[], label: number, by: 1 | -1): boolean {
	for (let i = 0; i < change.length; i += 2) {
		if (change[i] !== label) continue;
		change[i + 1] += by;
		return true;
	}
	change.push(label, by);
	return false;
}

function between({ x, y }: VertexTable, chain: readonly number[], isBack: boolean): Int32Array {
	const inner = chain.slice(1, -1);
	if (isBack) inner.reverse();
	return Int32Array.from(inner.flatMap((v) => [x[v], y[v]]));
}
