import type { Position } from 'geojson';
import { fromGrid, toGrid } from '../../geo/fabric/ground-shape.ts';
import { gridBox, type GridBox } from '../../geo/fabric/grid-box.ts';
import { nodeEdges } from '../../geo/fabric/node-edges.ts';
import { VertexTable } from '../../geo/fabric/vertex-table.ts';
import type { Edit, EditLabel } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import { withGeometry } from '../operations/with-geometry.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { linesOf, sidesOf, withLines, type SideAt } from './corners.ts';
import { guestsOf } from './guests.ts';
import { insertPlaces } from './insert-places.ts';
import { levelOf, neighboursOf, type Ground } from './neighbours.ts';
import { settle } from './settle.ts';

/** A corner that goes from one place of the grid to another. */
export interface Move {
	readonly x: number;
	readonly y: number;
	readonly toX: number;
	readonly toY: number;
}

/** The items of a list that have a corner at a place of the grid. */
export function withCornerAt(grounds: readonly Ground[], x: number, y: number): Ground[] {
	return grounds.filter(({ shape }) => {
		const { box } = shape;
		if (x < box.west || x > box.east || y < box.south || y > box.north) return false;
		return shape.rings.some((ring) => {
			for (let i = 0; i < ring.length; i += 2) if (ring[i] === x && ring[i + 1] === y) return true;
			return false;
		});
	});
}

/**
 * The edit that moves corners of `item`, and with them those of its neighbours that lie exactly there,
 * unless it moves `alone`. Where a side then passes another's corner, or a corner lies on another's side,
 * within rounding, the side gets that corner. A corner moved onto the next one of its ring is one with it.
 */
export function movePlaces(
	plan: Plan,
	label: EditLabel,
	item: Item,
	moves: readonly Move[],
	alone = false
): Edit | Refusal {
	const froms = moves.flatMap(({ x, y }) => [x, y]);
	const neighbours = neighboursOf(plan, item, gridBox([froms]), new Set([item.id]));
	const sharers = alone
		? []
		: neighbours.filter((ground) => moves.some(({ x, y }) => withCornerAt([ground], x, y).length > 0));
	const moved: Item[] = [];
	for (const one of [item, ...sharers.map((ground) => ground.item)]) {
		const next = movedItem(one, moves);
		if (!next) {
			return refuse({
				code: 'too-few-points',
				severity: 'error',
				featureId: one.id,
				path: 'geometry.coordinates[0]',
				seen: '2'
			});
		}
		moved.push(next);
	}
	return settleSides(plan, label, moved, new Set(moves.map(({ toX, toY }) => `${toX} ${toY}`)));
}

/**
 * The edit that puts `changed`, whose sides at the places `at` ("x y") are new, with corners where these
 * sides and those of neighbours meet within rounding.
 */
export function settleSides(
	plan: Plan,
	label: EditLabel,
	changed: readonly Item[],
	at: ReadonlySet<string>
): Edit | Refusal {
	const ids = new Set<ItemId>(changed.map(({ id }) => id));
	const newSides = changed.map((item) => [...sidesOf(item)].filter((side) => touches(side, at)));
	const within = gridBox(newSides.flat().map(({ side }) => side));
	const put = new Map(changed.map((item) => [item.id, item]));
	for (const level of new Set(changed.map(levelOf))) {
		const mine = newSides.filter((_, i) => levelOf(changed[i]) === level).flat();
		for (const item of noded(plan, mine, ids, level, within)) put.set(item.id, item);
	}
	return settle(plan, label, [...put.values()]);
}

function touches({ side: [ax, ay, bx, by] }: SideAt, at: ReadonlySet<string>): boolean {
	return at.has(`${ax} ${ay}`) || at.has(`${bx} ${by}`);
}

/** The items of one level whose sides had to be cut, of those that changed and of those next to them. */
function noded(
	plan: Plan,
	mine: readonly SideAt[],
	ids: ReadonlySet<ItemId>,
	level: string,
	within: GridBox
): Item[] {
	if (mine.length === 0) return [];
	const near = neighboursOf(plan, mine[0].item, within, ids).filter(({ item }) => levelOf(item) === level);
	if (near.length === 0) return [];
	const boxes = mine.map(({ side }) => gridBox([side]));
	const { sides, posts } = guestsOf(near, boxes);
	const all = [...mine, ...sides];
	const vertices = new VertexTable();
	const numbers = new Map<string, number>();
	const from: number[] = [];
	const to: number[] = [];
	const edgeOf = all.map(({ side: [ax, ay, bx, by] }) => {
		const u = vertices.add(ax, ay);
		const v = vertices.add(bx, by);
		const key = u < v ? `${u} ${v}` : `${v} ${u}`;
		let edge = numbers.get(key);
		if (edge === undefined) {
			numbers.set(key, (edge = from.length));
			from.push(u);
			to.push(v);
		}
		return { edge, isBack: from[edge] !== u };
	});
	for (let i = 0; i < posts.length; i += 2) vertices.add(posts[i], posts[i + 1]);
	const chains = nodeEdges(vertices, from, to);
	return insertPlaces(
		all.flatMap((side, i) => {
			const chain = chains[edgeOf[i].edge]?.slice(1, -1);
			if (!chain) return [];
			if (edgeOf[i].isBack) chain.reverse();
			return [{ ...side, places: Int32Array.from(chain.flatMap((v) => [vertices.x[v], vertices.y[v]])) }];
		})
	);
}

/** The item with its corners moved, corners that came to lie on the next left out; null where too few are left. */
function movedItem(item: Item, moves: readonly Move[]): Item | null {
	let isWhole = true;
	const isRing = item.geometry.type !== 'LineString';
	const geometry = withLines(item, (line) => {
		let isMoved = false;
		const next: Position[] = [];
		for (const position of line) {
			const x = toGrid(position[0]);
			const y = toGrid(position[1]);
			const move = moves.find((one) => one.x === x && one.y === y);
			if (move) isMoved = true;
			const [toX, toY] = move ? [move.toX, move.toY] : [x, y];
			const last = next[next.length - 1];
			if (isMoved && last && toGrid(last[0]) === toX && toGrid(last[1]) === toY) continue;
			next.push(move ? [fromGrid(toX), fromGrid(toY), ...position.slice(2)] : (position as Position));
		}
		if (!isMoved) return line;
		if (next.length < (isRing ? 4 : 2)) isWhole = false;
		return next;
	});
	return isWhole && linesOf(item).length > 0 ? withGeometry(item, geometry) : null;
}
