import type { Position } from 'geojson';
import { polygonsOf, toGrid } from '../../geo/fabric/ground-shape.ts';
import type { Side } from '../../geo/fabric/lay.ts';
import type { Item } from '../items.ts';

/** A corner of an item; or, for a side, its first corner. Part 0 for a polygon; part 0, ring 0 for a line. */
export interface CornerAt {
	readonly part: number;
	readonly ring: number;
	readonly corner: number;
}

/** A side of an item on the grid, and where it stands. */
export interface SideAt {
	readonly item: Item;
	readonly at: CornerAt;
	readonly side: Side;
}

/** The lists of positions of an item: rings (closed) of each part, or the one line. Empty for points. */
export function linesOf(item: Item): readonly (readonly (readonly Position[])[])[] {
	const { geometry } = item;
	if (geometry.type === 'Point') return [];
	return geometry.type === 'LineString' ? [[geometry.coordinates]] : polygonsOf(geometry);
}

/** The positions of the ring or line that `at` names, and the corner in it (the closing one is the first); null where there is none. */
export function lineAt(item: Item, at: CornerAt): { line: readonly Position[]; corner: number } | null {
	const line = linesOf(item)[at.part]?.[at.ring];
	if (!line?.[at.corner]) return null;
	const isClosing = item.geometry.type !== 'LineString' && at.corner === line.length - 1;
	return { line, corner: isClosing ? 0 : at.corner };
}

/** All sides of an item, those between equal places left out. */
export function* sidesOf(item: Item): Generator<SideAt> {
	for (const [part, rings] of linesOf(item).entries()) {
		for (const [ring, line] of rings.entries()) {
			let ax = toGrid(line[0][0]);
			let ay = toGrid(line[0][1]);
			for (let i = 1; i < line.length; i++) {
				const bx = toGrid(line[i][0]);
				const by = toGrid(line[i][1]);
				if (ax !== bx || ay !== by) {
					yield { item, at: { part, ring, corner: i - 1 }, side: [ax, ay, bx, by] };
				}
				ax = bx;
				ay = by;
			}
		}
	}
}

/** The geometry of `item` with every list of positions put through `change`. */
export function withLines(
	item: Item,
	change: (line: readonly Position[], part: number, ring: number) => readonly Position[]
): Item['geometry'] {
	const { geometry } = item;
	switch (geometry.type) {
		case 'Point':
			return geometry;
		case 'LineString':
			return { ...geometry, coordinates: [...change(geometry.coordinates, 0, 0)] };
		case 'Polygon':
			return { ...geometry, coordinates: geometry.coordinates.map((line, r) => [...change(line, 0, r)]) };
		case 'MultiPolygon':
			return {
				...geometry,
				coordinates: geometry.coordinates.map((rings, p) => rings.map((line, r) => [...change(line, p, r)]))
			};
	}
}
