import type { Position } from 'geojson';
import { fromGrid } from '../../geo/fabric/ground-shape.ts';
import type { Item } from '../items.ts';
import { withGeometry } from '../operations/with-geometry.ts';
import { withLines, type SideAt } from './corners.ts';

/** Places (x and y by turns, grid units) that a side is to run through from now on, in their order along it. */
export interface Insertion extends SideAt {
	readonly places: Int32Array;
}

/** The items of `insertions` with the new corners, by id; all insertions of an item are of the item as given. */
export function insertPlaces(insertions: readonly Insertion[]): Item[] {
	const byItem = new Map<Item, Insertion[]>();
	for (const insertion of insertions) {
		if (insertion.places.length === 0) continue;
		const list = byItem.get(insertion.item);
		if (list) list.push(insertion);
		else byItem.set(insertion.item, [insertion]);
	}
	return [...byItem].map(([item, list]) => {
		const geometry = withLines(item, (line, part, ring) => {
			const here = list.filter(({ at }) => at.part === part && at.ring === ring);
			if (here.length === 0) return line;
			const after = new Map(here.map(({ at, places }) => [at.corner, places]));
			return line.flatMap((position, i) => [position, ...positionsOf(after.get(i))]);
		});
		return withGeometry(item, geometry);
	});
}

function positionsOf(places: Int32Array | undefined): Position[] {
	const positions: Position[] = [];
	for (let i = 0; places && i < places.length; i += 2) {
		positions.push([fromGrid(places[i]), fromGrid(places[i + 1])]);
	}
	return positions;
}
