/**
 * Labelled faces as valid polygons. Face f has rings `faceStart[f]` to `faceStart[f + 1]`, the
 * exterior (counter-clockwise) first, holes (clockwise) after it; ring r has points `ringStart[r]`
 * to `ringStart[r + 1]` of `coords`, not closed, beginning with its leftmost (then lowest) point.
 * Rings touch themselves nowhere and each other at points only; every face's inside is connected.
 */
export interface Faces {
	readonly label: Uint8Array;
	readonly faceStart: Uint32Array;
	readonly ringStart: Uint32Array;
	readonly coords: Int32Array;
}

export const NO_FACES: Faces = {
	label: new Uint8Array(0),
	faceStart: new Uint32Array(1),
	ringStart: new Uint32Array(1),
	coords: new Int32Array(0)
};

/** One face while it is put together: exterior first. */
export interface Face {
	label: number;
	rings: ArrayLike<number>[];
}

/** Packs faces whose rings are lists of vertices, turned so that the least vertex (x, then y) leads. */
export function packFaces(
	faces: readonly Face[],
	vertexX: ArrayLike<number>,
	vertexY: ArrayLike<number>,
	originX: number,
	originY: number
): Faces {
	let rings = 0;
	let points = 0;
	for (const face of faces) {
		rings += face.rings.length;
		for (const ring of face.rings) points += ring.length;
	}
	const label = new Uint8Array(faces.length);
	const faceStart = new Uint32Array(faces.length + 1);
	const ringStart = new Uint32Array(rings + 1);
	const coords = new Int32Array(2 * points);
	let r = 0;
	let c = 0;
	for (let f = 0; f < faces.length; f++) {
		label[f] = faces[f].label;
		for (const ring of faces[f].rings) {
			const n = ring.length;
			const lead = leastAt(ring, vertexX, vertexY);
			for (let i = 0; i < n; i++) {
				const v = ring[(lead + i) % n];
				coords[c++] = vertexX[v] + originX;
				coords[c++] = vertexY[v] + originY;
			}
			ringStart[++r] = c / 2;
		}
		faceStart[f + 1] = r;
	}
	return { label, faceStart, ringStart, coords };
}

function leastAt(ring: ArrayLike<number>, vertexX: ArrayLike<number>, vertexY: ArrayLike<number>): number {
	let lead = 0;
	for (let i = 1; i < ring.length; i++) {
		const dx = vertexX[ring[i]] - vertexX[ring[lead]];
		if (dx < 0 || (dx === 0 && vertexY[ring[i]] < vertexY[ring[lead]])) lead = i;
	}
	return lead;
}
