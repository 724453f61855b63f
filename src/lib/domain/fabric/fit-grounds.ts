import type { Position } from 'geojson';
import { gridBox } from '../../geo/fabric/grid-box.ts';
import { passesPixel } from '../../geo/fabric/hot-pixel.ts';
import { lay, type Laid, type Rings } from '../../geo/fabric/lay.ts';
import { VertexTable } from '../../geo/fabric/vertex-table.ts';
import type { Edit, EditLabel } from '../edit.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { GEOMETRY_TYPES } from '../validation/geometry.ts';
import { withGeometry } from '../operations/with-geometry.ts';
import { sidesOf } from './corners.ts';
import { geometryOfFaces } from './geometry-of-faces.ts';
import { guestsOf } from './guests.ts';
import { insertPlaces, type Insertion } from './insert-places.ts';
import { KnownPositions } from './known-positions.ts';
import { levelOf, neighboursOf, type Ground } from './neighbours.ts';
import { settle } from './settle.ts';

/** An item and the ground it is to have. */
export interface Change {
	/** The item but for its geometry. */
	readonly item: Item;
	readonly rings: Rings;
	/** Items of the plan that the ground comes from; where none are named, the one with the same id. */
	readonly from?: readonly ItemId[];
}

/**
 * The edit that gives items new ground and takes what borders on it along: where a new corner lies on a
 * neighbour's border, the neighbour has it too. Items of which nothing is left are dropped. The
 * changes are of one kind, and areas of one level. Refuses what `settle` does, and several parts where
 * the kind may have one only.
 */
export function fitGrounds(
	plan: Plan,
	label: EditLabel,
	changes: readonly Change[],
	drop: readonly ItemId[] = []
): Edit | Refusal {
	const model = changes[0].item;
	const apart = new Set<ItemId>([...drop, ...changes.map(({ item }) => item.id)]);
	const boxes = changes.map(({ rings }) => gridBox(rings));
	const around = neighboursOf(plan, model, gridBox(changes.flatMap(({ rings }) => rings)), apart);
	const near = around.filter(({ item }) => levelOf(item) === levelOf(model));
	const reached = reachedBy(plan, model, near, apart);
	const { sides, posts } = guestsOf(reached, boxes);
	const laid = lay({
		grounds: changes.map(({ rings }) => rings),
		guests: sides.map(({ side }) => side),
		posts
	});

	const sources = changes.flatMap(({ item, from }) => (from ?? [item.id]).map((id) => plan.items.get(id)));
	const known = new KnownPositions(sources.filter((item): item is Item => item !== undefined));
	const put: Item[] = [];
	const gone: ItemId[] = [...drop];
	const origins = new Map<ItemId, readonly ItemId[]>();
	for (const [k, faces] of facesOf(laid, changes.length).entries()) {
		const { item, from } = changes[k];
		if (from) origins.set(item.id, from);
		if (faces.length === 0) {
			if (plan.items.has(item.id)) gone.push(item.id);
			continue;
		}
		if (faces.length > 1 && !GEOMETRY_TYPES[item.kind].includes('MultiPolygon')) {
			return refuse({
				code: 'falls-apart',
				severity: 'error',
				featureId: item.id,
				seen: String(faces.length),
				at: known.at(faces[1][0][0], faces[1][0][1]) as [number, number]
			});
		}
		put.push(withGeometry(item, geometryOfFaces(faces, known)));
	}
	const sound = new Set(put.map(({ id }) => id));
	const cut: Insertion[] = [];
	for (const [i, places] of laid.guestCuts.entries()) if (places) cut.push({ ...sides[i], places });
	put.push(...insertPlaces(cut));

	const others = around.filter(({ item }) => levelOf(item) !== levelOf(model));
	if (others.length > 0) put.push(...withNewCorners(others, put, known));
	return settle(plan, label, put.filter(isNews(plan)), { drop: [...new Set(gone)], origins, sound });
}

/** The neighbours along the whole length of sides that lead away from here. */
function reachedBy(
	plan: Plan,
	model: Item,
	near: readonly Ground[],
	apart: ReadonlySet<ItemId>
): readonly Ground[] {
	if (near.length === 0) return near;
	const box = gridBox(near.flatMap(({ shape: { box: b } }) => [[b.west, b.south, b.east, b.north]]));
	return neighboursOf(plan, model, box, apart).filter(({ item }) => levelOf(item) === levelOf(model));
}

/** The faces of each ground, one after the other. */
function facesOf(laid: Laid, count: number): Rings[][] {
	const faces = Array.from({ length: count }, (): Rings[] => []);
	if (laid.arrangement.sets.present.every((present) => present.length < 2)) {
		for (const { key, rings } of laid.faces((present) => present[0] ?? -1)) faces[key].push(rings);
		return faces;
	}
	for (let k = 0; k < count; k++) {
		faces[k] = laid.faces((present) => (present.includes(k) ? k : -1)).map(({ rings }) => rings);
	}
	return faces;
}

/** Those of `others` on whose sides corners of `put` lie that are not `known`, with these corners. */
function withNewCorners(others: readonly Ground[], put: readonly Item[], known: KnownPositions): Item[] {
	const fresh = new VertexTable();
	for (const item of put) {
		for (const { side } of sidesOf(item)) {
			if (known.rankOf(side[0], side[1]) === Infinity) fresh.add(side[0], side[1]);
		}
	}
	if (fresh.count === 0) return [];
	const insertions: Insertion[] = [];
	for (const { item } of others) {
		for (const at of sidesOf(item)) {
			const [ax, ay, bx, by] = at.side;
			const on: { x: number; y: number }[] = [];
			for (let v = 0; v < fresh.count; v++) {
				const [x, y] = [fresh.x[v], fresh.y[v]];
				if ((x === ax && y === ay) || (x === bx && y === by)) continue;
				if (passesPixel(ax, ay, bx, by, x, y)) on.push({ x, y });
			}
			const reach = (p: { x: number; y: number }) => (p.x - ax) * (bx - ax) + (p.y - ay) * (by - ay);
			on.sort((p, q) => reach(p) - reach(q));
			insertions.push({ ...at, places: Int32Array.from(on.flatMap(({ x, y }) => [x, y])) });
		}
	}
	return insertPlaces(insertions);
}

/** Whether an item lies otherwise than in the plan. */
function isNews(plan: Plan): (item: Item) => boolean {
	return (item) => {
		const before = plan.items.get(item.id);
		return !before || !isSame(before, item);
	};
}

function isSame(a: Item, b: Item): boolean {
	const flat = (item: Item) => (item.geometry.coordinates as Position[]).flat(3);
	const [p, q] = [flat(a), flat(b)];
	return (
		a.geometry.type === b.geometry.type && p.length === q.length && p.every((value, i) => value === q[i])
	);
}
