import GeoJSONReader, { type JstsGeometry } from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
import RelateOp from 'jsts/org/locationtech/jts/operation/relate/RelateOp.js';
import IsValidOp from 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js';
import type { MultiPolygon, Polygon } from 'geojson';

/** JSTS, a port of JTS, as a second opinion on shapes. It sees whole numbers of the grid, so that nothing is rounded. */
const reader = new GeoJSONReader();

export function jstsGeometry(geometry: Polygon | MultiPolygon): JstsGeometry {
	return reader.read({ type: geometry.type, coordinates: onGrid(geometry.coordinates) });
}

/** Why JSTS calls a shape invalid; null where it does not. */
export function jstsFault(geometry: Polygon | MultiPolygon): string | null {
	const op = new IsValidOp(jstsGeometry(geometry));
	return op.isValid() ? null : String(op.getValidationError());
}

/** Whether JSTS finds that the insides of two shapes meet. */
export function jstsInteriorsMeet(a: Polygon | MultiPolygon, b: Polygon | MultiPolygon): boolean {
	return RelateOp.relate(jstsGeometry(a), jstsGeometry(b)).matches('T********');
}

/** Square grid units. */
export function jstsArea(geometry: Polygon | MultiPolygon): number {
	return jstsGeometry(geometry).getArea();
}

function onGrid(nested: unknown): unknown {
	return Array.isArray(nested) ? nested.map(onGrid) : Math.round((nested as number) * 1e7);
}
