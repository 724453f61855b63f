import type { Position } from 'geojson';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { gridBox, type GridBox } from '../../geo/fabric/grid-box.ts';
import { fromGrid, groundShape, toGrid } from '../../geo/fabric/ground-shape.ts';
import { interiorsMeet } from '../../geo/fabric/interiors-meet.ts';
import { nodeEdges } from '../../geo/fabric/node-edges.ts';
import { thinNetwork } from '../../geo/fabric/thin-network.ts';
import { VertexTable } from '../../geo/fabric/vertex-table.ts';
import { localPlane } from '../../geo/local-plane.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { linesOf, sidesOf, withLines, type SideAt } from '../fabric/corners.ts';
import { labelOf } from '../fabric/ground-of.ts';
import { KnownPositions } from '../fabric/known-positions.ts';
import { fabricOf, levelOf, mayNotOverlap, neighboursOf } from '../fabric/neighbours.ts';
import { settle } from '../fabric/settle.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { withGeometry } from './with-geometry.ts';

/**
 * Leaves out corners of items, so that no border moves by more than `toleranceM`. A shared border is thinned once
 * for all that share it, neighbours included; where borders part, the corner stays. Nothing comes to cross, to
 * touch or to lie over another, and no ring loses its ground: there a border keeps more corners.
 * Lines are thinned too, points passed over. Refuses where no corner can go.
 */
export const simplifyItems = atRest(function simplifyItems(
	plan: Plan,
	ids: readonly ItemId[],
	toleranceM: number
): Edit | Refusal {
	if (!(toleranceM >= 0)) throw new RangeError(`toleranceM is ${toleranceM}, wanted 0 or more`);
	const chosen: Item[] = [];
	for (const id of new Set(ids)) {
		const item = plan.items.get(id);
		if (!item) return refuse({ code: 'no-such-item', severity: 'error', seen: id });
		if (linesOf(item).length > 0) chosen.push(item);
	}
	const put = new Map<ItemId, Item>();
	// a fabric is thinned as a whole; what stands alone, one by one
	const fabrics = new Map<string, Item[]>();
	for (const item of chosen) {
		const key = fabricOf(item) ?? item.id;
		fabrics.set(key, [...(fabrics.get(key) ?? []), item]);
	}
	for (const items of fabrics.values()) {
		for (const item of thinned(plan, items, toleranceM)) put.set(item.id, item);
	}
	if (put.size === 0) {
		return refuse({
			code: 'nothing-simplified',
			severity: 'error',
			...(chosen.length === 1 && { featureId: chosen[0].id })
		});
	}
	return settle(plan, labelOf('simplify', chosen), [...put.values()]);
});

/** The chosen items of one fabric without the corners that can go, and the neighbours that follow. */
function thinned(plan: Plan, chosen: readonly Item[], toleranceM: number): Item[] {
	const ids = new Set(chosen.map(({ id }) => id));
	const neighbours = new Set<Item>();
	for (const item of chosen) {
		const shape = groundShape(item.geometry);
		if (!shape) continue;
		for (const other of neighboursOf(plan, item, shape.box, ids)) {
			// what lies over it has no border in common with it: where theirs cross is no corner of either
			const liesOver = mayNotOverlap(item, other.item) && interiorsMeet(shape.rings, other.shape.rings);
			if (!liesOver) neighbours.add(other.item);
		}
	}
	const items = [...chosen, ...neighbours];
	const vertices = new VertexTable();
	const network = noded(items, vertices);
	const loose = new Uint8Array(vertices.count);
	for (const item of chosen) {
		for (const line of network.lines.get(item) as number[][]) for (const v of line) loose[v] = 1;
	}
	const plane = localPlane(
		middleOf(gridBox(chosen.flatMap((item) => [...sidesOf(item)].map((s) => s.side))))
	);
	const stays = thinNetwork(
		{
			vertices,
			from: network.from,
			to: network.to,
			isLoose: (v) => loose[v] === 1,
			metresPerX: plane.metresPerLng / GRID_PER_DEG,
			metresPerY: plane.metresPerLat / GRID_PER_DEG
		},
		toleranceM
	);
	const known = new KnownPositions(items);
	return items.flatMap((item) => {
		const lines = (network.lines.get(item) as number[][])[Symbol.iterator]();
		let isThinner = false;
		const geometry = withLines(item, (line) => {
			const path = lines.next().value as number[];
			const isRing = item.geometry.type !== 'LineString';
			const kept = path.filter((v) => stays[v]);
			if (kept.length < path.length) isThinner = true;
			const positions = kept.map((v): Position => known.at(vertices.x[v], vertices.y[v]));
			if (isRing && kept.length > 0) positions.push(positions[0]);
			return kept.length > 0 ? positions : line;
		});
		return isThinner ? [withGeometry(item, geometry)] : [];
	});
}

/**
 * The sides of items, cut where items of one level meet and where a corner lies on a side; and the places that
 * each of their lines runs through (rings not closed).
 */
function noded(
	items: readonly Item[],
	vertices: VertexTable
): { from: number[]; to: number[]; lines: Map<Item, number[][]> } {
	const sides = items.map((item) => [...sidesOf(item)]);
	const posts: number[] = [];
	for (const { side } of sides.flat()) posts.push(side[0], side[1]);
	const paths = new Map<SideAt, number[]>();
	for (const level of new Set(items.map(levelOf))) {
		const mine = sides.filter((_, i) => levelOf(items[i]) === level).flat();
		const table = new VertexTable();
		const ends = mine.map(({ side: [ax, ay, bx, by] }) => [table.add(ax, ay), table.add(bx, by)]);
		for (let i = 0; i < posts.length; i += 2) table.add(posts[i], posts[i + 1]);
		const numbers = new Map<string, number>();
		const unique: [number, number][] = [];
		const edges = ends.map(([u, v]) => {
			const key = u < v ? `${u} ${v}` : `${v} ${u}`;
			const known = numbers.get(key);
			if (known !== undefined) return known;
			numbers.set(key, unique.length);
			unique.push([u, v]);
			return unique.length - 1;
		});
		const chains = nodeEdges(
			table,
			unique.map(([u]) => u),
			unique.map(([, v]) => v)
		);
		for (const [i, side] of mine.entries()) {
			const chain = [...(chains[edges[i]] ?? unique[edges[i]])];
			if (chain[0] !== ends[i][0]) chain.reverse();
			paths.set(
				side,
				chain.map((v) => vertices.add(table.x[v], table.y[v]))
			);
		}
	}
	return { ...edgesOf([...paths.values()]), lines: linesOfPaths(items, sides, paths, vertices) };
}

function edgesOf(paths: readonly number[][]): { from: number[]; to: number[] } {
	const seen = new Set<string>();
	const from: number[] = [];
	const to: number[] = [];
	for (const path of paths) {
		for (let k = 1; k < path.length; k++) {
			const [u, v] = path[k - 1] < path[k] ? [path[k - 1], path[k]] : [path[k], path[k - 1]];
			if (seen.has(`${u} ${v}`)) continue;
			seen.add(`${u} ${v}`);
			from.push(u);
			to.push(v);
		}
	}
	return { from, to };
}

function linesOfPaths(
	items: readonly Item[],
	sides: readonly (readonly SideAt[])[],
	paths: ReadonlyMap<SideAt, readonly number[]>,
	vertices: VertexTable
): Map<Item, number[][]> {
	const lines = new Map<Item, number[][]>();
	for (const [i, item] of items.entries()) {
		const own: number[][] = [];
		for (const [part, rings] of linesOf(item).entries()) {
			for (const [ring, line] of rings.entries()) {
				const path: number[] = [];
				for (const side of sides[i]) {
					if (side.at.part === part && side.at.ring === ring)
						path.push(...(paths.get(side) as number[]).slice(0, -1));
				}
				const last = line[line.length - 1];
				if (item.geometry.type === 'LineString') path.push(vertices.add(toGrid(last[0]), toGrid(last[1])));
				own.push(path);
			}
		}
		lines.set(item, own);
	}
	return lines;
}

function middleOf({ west, south, east, north }: GridBox): [number, number] {
	return [fromGrid((west + east) / 2), fromGrid((south + north) / 2)];
}
