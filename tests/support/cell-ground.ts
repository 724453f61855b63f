import type { MultiPolygon, Polygon, Position } from 'geojson';
import { applyEdit, type Edit } from '../../src/lib/domain/edit.ts';
import type { Area, AreaLevel, Item, ItemId, PatrolZone } from '../../src/lib/domain/items.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { isRefusal, type Refusal } from '../../src/lib/domain/refusal.ts';

/** A corner in cells of 1000 grid units (about 7 by 11 m) from the place 71.4, 51.1. */
export type Cell = readonly [x: number, y: number];

const [WEST, SOUTH, CELL] = [714_000_000, 511_000_000, 1000];

export function cellPlace([x, y]: Cell): [number, number] {
	return [Math.round(WEST + CELL * x) / 1e7, Math.round(SOUTH + CELL * y) / 1e7];
}

/** The corners of a square or oblong, counter-clockwise. */
export function oblong(west: number, south: number, east: number, north: number): Cell[] {
	return [
		[west, south],
		[east, south],
		[east, north],
		[west, north]
	];
}

/** A closed ring. */
export function cellRing(corners: readonly Cell[]): Position[] {
	return [...corners, corners[0]].map(cellPlace);
}

/** A zone whose rings are an exterior and holes. */
export function cellZone(id: string, ...rings: readonly Cell[][]): PatrolZone {
	const geometry = { type: 'Polygon' as const, coordinates: rings.map(cellRing) };
	return { id: id as ItemId, kind: 'patrol-zone', rank: 0, properties: { name: id }, geometry };
}

export function cellArea(id: string, level: AreaLevel, ...rings: readonly Cell[][]): Area {
	return { ...cellZone(id, ...rings), kind: 'area', properties: { name: id, level } };
}

/** An item of the plan after an edit, of which it is said where it is none. */
export function after(plan: Plan, edit: Edit | Refusal): Plan {
	if (isRefusal(edit)) throw new Error(`refused: ${JSON.stringify(edit.problem)}`);
	return applyEdit(plan, edit).plan;
}

/** The shape of an item, which must be there. */
export function shapeOf(plan: Plan, id: string): Polygon | MultiPolygon {
	return (plan.items.get(id as ItemId) as Item).geometry as Polygon | MultiPolygon;
}

/** The corners of all rings in cells, as "x y", the closing ones left out. */
export function cellsOf(geometry: Item['geometry']): string[] {
	const rings = geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : geometry.coordinates;
	return (rings as Position[][]).flatMap((ring) =>
		ring.slice(1).map(([lng, lat]) => {
			return `${(Math.round(lng * 1e7) - WEST) / CELL} ${(Math.round(lat * 1e7) - SOUTH) / CELL}`;
		})
	);
}

/** Square grid units to a cell. */
export const CELL_AREA = CELL * CELL;

/** A star about (`x`, 0) with nine corners 3 to 12 cells out: simple, and rarely convex. */
export function starCells(random: () => number, x: number): Cell[] {
	return Array.from({ length: 9 }, (_, i) => {
		const angle = ((i + 0.8 * random()) / 9) * 2 * Math.PI;
		const r = 3 + 9 * random();
		return [x + r * Math.cos(angle), r * Math.sin(angle)];
	});
}
