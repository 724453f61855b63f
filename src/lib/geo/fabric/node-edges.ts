import Flatbush from 'flatbush';
import { liesOn, passesPixel, type RunsThrough } from './hot-pixel.ts';
import { RestlessEdges } from './restless-edges.ts';
import { turn } from './turn.ts';
import type { VertexTable } from './vertex-table.ts';

/** More rounds than any input is known to need; four are rare. */
const MOST_ROUNDS = 64;

/**
 * Cuts straight edges between numbered places so that no two meet but at their ends: at crossings,
 * rounded to the grid, and wherever one passes through the pixel of a place (snap rounding; Guibas and
 * Marimont 1995), until nothing is left to cut. Edge e runs from `from[e]` to `to[e]`.
 *
 * Answers for each edge the places it now runs through, both ends included, null where it was not cut.
 * Crossings become new places of `vertices`. O((n + k) log n) a round. Throws `RestlessEdges` where the
 * rounds do not end.
 */
export function nodeEdges(
	vertices: VertexTable,
	from: readonly number[],
	to: readonly number[]
): (number[] | null)[] {
	const chains: (number[] | null)[] = from.map(() => null);
	let pieces: Piece[] = from.map((u, e) => ({ u, v: to[e], edge: e, isNew: true }));
	let firstNewVertex = 0;
	for (let round = 0; pieces.length > 0; round++) {
		if (round === MOST_ROUNDS) throw new RestlessEdges(MOST_ROUNDS);
		const knownVertices = vertices.count;
		const { cuts } = findCuts(vertices, pieces, firstNewVertex, passesPixel);
		if (cuts.size === 0) break;
		firstNewVertex = knownVertices;
		const next: Piece[] = [];
		for (const piece of pieces) piece.isNew = false;
		for (const [p, piece] of pieces.entries()) {
			const at = cuts.get(p);
			if (!at) {
				next.push(piece);
				continue;
			}
			const path = [piece.u, ...sortedAlong(vertices, piece, at), piece.v];
			for (let k = 1; k < path.length; k++) {
				next.push({ u: path[k - 1], v: path[k], edge: piece.edge, isNew: true });
			}
		}
		pieces = next;
	}
	for (const { u, v, edge } of pieces) {
		if (u === from[edge] && v === to[edge]) continue;
		const chain = chains[edge];
		if (chain) chain.push(v);
		else chains[edge] = [u, v];
	}
	return chains;
}

/**
 * As `nodeEdges`, for edges that do not cross: cuts them exactly where one ends on another, and rounds
 * nothing. Null where two edges cross.
 */
export function nodeExactly(
	vertices: VertexTable,
	from: readonly number[],
	to: readonly number[]
): (number[] | null)[] | null {
	if (from.length === 0) return [];
	const pieces = from.map((u, e): Piece => ({ u, v: to[e], edge: e, isNew: true }));
	const { cuts, crossings } = findCuts(vertices, pieces, 0, liesOn);
	if (crossings > 0) return null;
	return pieces.map((piece, p) => {
		const at = cuts.get(p);
		return at ? [piece.u, ...sortedAlong(vertices, piece, at), piece.v] : null;
	});
}

/** A part of an edge; the pieces of an edge stand in their order along it. */
interface Piece {
	u: number;
	v: number;
	edge: number;
	isNew: boolean;
}

/** Where pieces are to be cut; only what is new since the last round is looked at. */
function findCuts(
	vertices: VertexTable,
	pieces: readonly Piece[],
	firstNewVertex: number,
	runsThrough: RunsThrough
): { cuts: Map<number, Set<number>>; crossings: number } {
	const { x, y } = vertices;
	let crossings = 0;
	const cuts = new Map<number, Set<number>>();
	const cut = (p: number, w: number) => {
		if (pieces[p].u === w || pieces[p].v === w) return;
		const at = cuts.get(p);
		if (at) at.add(w);
		else cuts.set(p, new Set([w]));
	};

	const index = new Flatbush(pieces.length);
	for (const { u, v } of pieces) {
		index.add(Math.min(x[u], x[v]), Math.min(y[u], y[v]), Math.max(x[u], x[v]), Math.max(y[u], y[v]));
	}
	index.finish();

	for (let w = firstNewVertex; w < vertices.count; w++) {
		index.search(x[w] - 0.5, y[w] - 0.5, x[w] + 0.5, y[w] + 0.5, (q) => {
			const { u, v } = pieces[q];
			if (u !== w && v !== w && runsThrough(x[u], y[u], x[v], y[v], x[w], y[w])) cut(q, w);
			return false;
		});
	}
	if (firstNewVertex > 0) cutNewAtKnown(vertices, pieces, firstNewVertex, cut, runsThrough);

	// what passes through the pixel of a place is bent first: bent, it may cross no more, and a crossing
	// beside the place would be one that rounding made
	const bent = new Set(cuts.keys());
	const isBent = (p: number) => runsThrough === passesPixel && bent.has(p);
	for (const [p, piece] of pieces.entries()) {
		if (!piece.isNew) continue;
		const { u, v } = piece;
		index.search(
			Math.min(x[u], x[v]),
			Math.min(y[u], y[v]),
			Math.max(x[u], x[v]),
			Math.max(y[u], y[v]),
			(q) => {
				if (q === p || (q < p && pieces[q].isNew) || isBent(p) || isBent(q)) return false;
				const w = crossing(vertices, piece, pieces[q]);
				if (w >= 0) {
					crossings++;
					cut(p, w);
					cut(q, w);
				}
				return false;
			}
		);
	}
	return { cuts, crossings };
}

function cutNewAtKnown(
	{ x, y }: VertexTable,
	pieces: readonly Piece[],
	knownVertices: number,
	cut: (p: number, w: number) => void,
	runsThrough: RunsThrough
): void {
	const index = new Flatbush(knownVertices);
	for (let w = 0; w < knownVertices; w++) index.add(x[w], y[w]);
	index.finish();
	for (const [p, { u, v, isNew }] of pieces.entries()) {
		if (!isNew) continue;
		index.search(
			Math.min(x[u], x[v]) - 0.5,
			Math.min(y[u], y[v]) - 0.5,
			Math.max(x[u], x[v]) + 0.5,
			Math.max(y[u], y[v]) + 0.5,
			(w) => {
				if (w !== u && w !== v && runsThrough(x[u], y[u], x[v], y[v], x[w], y[w])) cut(p, w);
				return false;
			}
		);
	}
}

/** The place, rounded to the grid, where the insides of two pieces cross; -1 where they do not. */
function crossing(vertices: VertexTable, p: Piece, q: Piece): number {
	const { x, y } = vertices;
	if (p.u === q.u || p.u === q.v || p.v === q.u || p.v === q.v) return -1;
	const [ax, ay, bx, by] = [x[p.u], y[p.u], x[p.v], y[p.v]];
	const [cx, cy, dx, dy] = [x[q.u], y[q.u], x[q.v], y[q.v]];
	if (turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) >= 0) return -1;
	if (turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) >= 0) return -1;
	const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
	let t = ((cx - ax) * sy - (cy - ay) * sx) / (rx * sy - ry * sx);
	t = t >= 0 && t <= 1 ? t : 0.5; // nearly along each other: any place will do, the next round looks again
	return vertices.add(Math.round(ax + t * rx), Math.round(ay + t * ry));
}

/** Places by how far along the piece they are; those abreast of each other by place, so that their order is fixed. */
function sortedAlong({ x, y }: VertexTable, { u, v }: Piece, at: ReadonlySet<number>): number[] {
	if (at.size === 1) return [...at];
	const dx = x[v] - x[u];
	const dy = y[v] - y[u];
	const reach = (w: number) => (x[w] - x[u]) * dx + (y[w] - y[u]) * dy;
	return [...at].sort((p, q) => reach(p) - reach(q) || x[p] - x[q] || y[p] - y[q]);
}
