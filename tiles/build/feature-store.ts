import { Growing } from './growing.ts';
import type { MapKind } from './map-kind.ts';

/** 1 points, 2 lines, 3 polygons, as in vector tiles. */
export type Shape = 1 | 2 | 3;

/**
 * Everything the basemap draws, in world units, in flat arrays. Feature f has rings (or lines)
 * `ringStart[f]` to `ringStart[f + 1]`; ring r has coordinates `coordStart[r]` to `coordStart[r + 1]`
 * of `coords` (x, y). Polygons are one exterior, wound clockwise to the eye, and its holes; rings are closed.
 */
export class FeatureStore {
	readonly kinds: MapKind[] = [];
	readonly shapes = new Growing(Uint8Array);
	readonly ringStart = new Growing(Uint32Array);
	readonly coordStart = new Growing(Uint32Array);
	readonly coords = new Growing(Uint32Array, 1 << 14);
	/** Bounding boxes, four numbers a feature: least x, least y, greatest x, greatest y. */
	readonly boxes = new Growing(Float64Array);

	constructor() {
		this.ringStart.push(0);
		this.coordStart.push(0);
	}

	get count(): number {
		return this.kinds.length;
	}

	/** Adds a feature of these rings; one without coordinates is passed over. */
	add(kind: MapKind, shape: Shape, rings: readonly ArrayLike<number>[]): void {
		let minX = Infinity;
		let minY = Infinity;
		let maxX = -Infinity;
		let maxY = -Infinity;
		for (const ring of rings) {
			this.coords.reserve(ring.length);
			for (let i = 0; i < ring.length; i += 2) {
				const x = ring[i];
				const y = ring[i + 1];
				if (x < minX) minX = x;
				if (x > maxX) maxX = x;
				if (y < minY) minY = y;
				if (y > maxY) maxY = y;
				this.coords.push(x);
				this.coords.push(y);
			}
			if (ring.length > 0) this.coordStart.push(this.coords.length);
		}
		if (minX === Infinity) return;
		this.kinds.push(kind);
		this.shapes.push(shape);
		this.ringStart.push(this.coordStart.length - 1);
		for (const edge of [minX, minY, maxX, maxY]) this.boxes.push(edge);
	}
}
