declare module 'jsts/org/locationtech/jts/geom/GeometryFactory.js' {
	export default class GeometryFactory {}
}
declare module 'jsts/org/locationtech/jts/io/GeoJSONReader.js' {
	export default class GeoJSONReader {
		constructor(factory?: object);
		read(geometry: object): JstsGeometry;
	}
	export interface JstsGeometry {
		isValid(): boolean;
		getArea(): number;
	}
}
declare module 'jsts/org/locationtech/jts/operation/valid/IsValidOp.js' {
	export default class IsValidOp {
		constructor(geometry: object);
		isValid(): boolean;
		getValidationError(): { toString(): string } | null;
	}
}
declare module 'jsts/org/locationtech/jts/operation/relate/RelateOp.js' {
	export default class RelateOp {
		static relate(a: object, b: object): { matches(pattern: string): boolean };
	}
}
declare module 'jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js' {
	import type { JstsGeometry } from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
	export default class UnaryUnionOp {
		static union(geometries: object): JstsGeometry;
	}
}
declare module 'jsts/org/locationtech/jts/operation/overlay/OverlayOp.js' {
	import type { JstsGeometry } from 'jsts/org/locationtech/jts/io/GeoJSONReader.js';
	export default class OverlayOp {
		static intersection(a: object, b: object): JstsGeometry;
		static union(a: object, b: object): JstsGeometry;
		static difference(a: object, b: object): JstsGeometry;
	}
}
