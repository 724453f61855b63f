import type { Position } from 'geojson';
import { fromGrid, toGrid } from '../../geo/fabric/ground-shape.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { cornerPlace } from '../fabric/corner-place.ts';
import { linesOf, withLines, type CornerAt } from '../fabric/corners.ts';
import { isNo, labelOf } from '../fabric/ground-of.ts';
import { settleSides, withCornerAt } from '../fabric/move-places.ts';
import { neighboursOf } from '../fabric/neighbours.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { withGeometry } from './with-geometry.ts';

/**
 * Takes a corner out of an item and of every neighbour that has it. Refuses where fewer than three corners
 * would be left (two of a line), where borders part at the corner, so that it holds them together, and shapes
 * and overlaps as `moveCorner` does.
 */
export const removeCorner = atRest(function removeCorner(
	plan: Plan,
	id: ItemId,
	at: CornerAt
): Edit | Refusal {
	const found = cornerPlace(plan, id, at);
	if (isNo(found)) return found;
	const { item, x, y } = found;
	const box = { west: x, south: y, east: x, north: y };
	const sharers = withCornerAt(neighboursOf(plan, item, box, new Set([id])), x, y).map((g) => g.item);
	const ways = new Set([item, ...sharers].flatMap((one) => waysPast(one, x, y)));
	if (ways.size > 1) {
		return refuse({
			code: 'corner-is-junction',
			severity: 'error',
			featureId: id,
			seen: [item, ...sharers].map((one) => one.properties.name ?? one.id).join(', '),
			at: [fromGrid(x), fromGrid(y)]
		});
	}
	const changed: Item[] = [];
	for (const one of [item, ...sharers]) {
		const next = withoutCorner(one, x, y);
		if (!next) {
			return refuse({
				code: 'too-few-points',
				severity: 'error',
				featureId: one.id,
				path: one.kind === 'patrol-route' ? 'geometry.coordinates' : 'geometry.coordinates[0]',
				seen: one.kind === 'patrol-route' ? '1' : '2',
				at: [fromGrid(x), fromGrid(y)]
			});
		}
		changed.push(next);
	}
	const ends = new Set([...ways].flatMap((way) => way.split(', ')));
	return settleSides(plan, labelOf('reshape', [item]), changed, ends);
});

/** Between which corners each ring of an item passes a place: "x y, x y", the lesser first. */
function waysPast(item: Item, x: number, y: number): string[] {
	const ways: string[] = [];
	const isRing = item.geometry.type !== 'LineString';
	for (const line of linesOf(item).flat()) {
		const places = withoutRepeats(line, isRing);
		for (const [i, place] of places.entries()) {
			if (place !== `${x} ${y}`) continue;
			const around = [places.at(i - 1), places[(i + 1) % places.length]];
			ways.push((isRing ? around : ['line', String(i)]).sort().join(', '));
		}
	}
	return ways;
}

function withoutRepeats(line: readonly (readonly number[])[], isRing: boolean): string[] {
	const places = line.map(([lng, lat]) => `${toGrid(lng)} ${toGrid(lat)}`);
	const kept = places.filter((place, i) => place !== places[i - 1]);
	return isRing && kept.length > 1 && kept[0] === kept[kept.length - 1] ? kept.slice(0, -1) : kept;
}

function withoutCorner(item: Item, x: number, y: number): Item | null {
	let isWhole = true;
	const isRing = item.geometry.type !== 'LineString';
	const isThere = (position: readonly number[]) => toGrid(position[0]) === x && toGrid(position[1]) === y;
	const geometry = withLines(item, (line) => {
		if (!line.some(isThere)) return line;
		const kept = line.filter((position) => !isThere(position)) as Position[];
		if (isRing && isThere(line[0]) && kept.length > 0) kept.push(kept[0]);
		if (kept.length < (isRing ? 4 : 2)) isWhole = false;
		return kept;
	});
	return isWhole ? withGeometry(item, geometry) : null;
}
