import type { MultiPolygon, Polygon, Position } from 'geojson';
import { GRID_PER_DEG } from '../flat-rings.ts';
import { gridRing } from '../grid-ring.ts';
import { gridBox, type GridBox } from './grid-box.ts';
import type { Rings } from './lay.ts';

/** The ground of a polygon or a multipolygon on the 1e-7 degree grid. */
export interface GroundShape {
	/** Exterior (counter-clockwise) and holes (clockwise) of each part; rings without area are left out. */
	readonly parts: readonly Rings[];
	/** The rings of all parts. */
	readonly rings: Rings;
	readonly box: GridBox;
}

const shapes = new WeakMap<object, GroundShape>();

/** The shape of a geometry, reckoned once for every geometry object; null where it has no ground. */
export function groundShape(geometry: { type: string; coordinates: unknown }): GroundShape | null {
	if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return null;
	let shape = shapes.get(geometry);
	if (!shape) shapes.set(geometry, (shape = shapeOfParts(polygonsOf(geometry as Polygon | MultiPolygon))));
	return shape;
}

/** The polygons of a geometry: one, or those of a multipolygon. */
export function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
	return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

/** As `groundShape`, of polygons as GeoJSON writes them. */
export function shapeOfParts(polygons: readonly (readonly (readonly Position[])[])[]): GroundShape {
	const parts = polygons
		.map((rings) =>
			rings.map((ring, r) => gridRing(ring, r > 0)).filter((ring): ring is Int32Array => ring !== null)
		)
		.filter((rings) => rings.length > 0);
	const rings = parts.flat();
	return { parts, rings, box: gridBox(rings) };
}

/** Degrees to the whole numbers of the grid. */
export function toGrid(degrees: number): number {
	return Math.round(degrees * GRID_PER_DEG);
}

/** Whole numbers of the grid to degrees. */
export function fromGrid(units: number): number {
	return units / GRID_PER_DEG;
}
