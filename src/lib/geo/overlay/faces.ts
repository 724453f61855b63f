import type { RingList } from './ring-list.ts';

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

/**
 * Packs the rings of faces with these labels, each face's in the order in which they were given to
 * it, turned so that the least vertex (x, then y) leads.
 */
export function packFaces(
	labels: readonly number[],
	rings: RingList,
	vertexX: ArrayLike<number>,
	vertexY: ArrayLike<number>,
	originX: number,
	originY: number
): Faces {
	const { points, start, placed, faceOf } = rings;
	const n = placed.length;
	const faceStart = new Uint32Array(labels.length + 1);
	for (let k = 0; k < n; k++) faceStart[faceOf[k] + 1]++;
	for (let f = 0; f < labels.length; f++) faceStart[f + 1] += faceStart[f];
	const order = new Int32Array(n);
	const next = faceStart.slice();
	let size = 0;
	for (let k = 0; k < n; k++) {
		order[next[faceOf[k]]++] = placed[k];
		size += start[placed[k] + 1] - start[placed[k]];
	}
	const ringStart = new Uint32Array(n + 1);
	const coords = new Int32Array(2 * size);
	let c = 0;
	for (let r = 0; r < n; r++) {
		const first = start[order[r]];
		const end = start[order[r] + 1];
		const lead = leastAt(points, first, end, vertexX, vertexY);
		let i = lead;
		do {
			coords[c++] = vertexX[points[i]] + originX;
			coords[c++] = vertexY[points[i]] + originY;
			if (++i === end) i = first;
		} while (i !== lead);
		ringStart[r + 1] = c / 2;
	}
	return { label: Uint8Array.from(labels), faceStart, ringStart, coords };
}

function leastAt(
	points: Int32Array,
	first: number,
	end: number,
	vertexX: ArrayLike<number>,
	vertexY: ArrayLike<number>
): number {
	let lead = first;
	for (let i = first + 1; i < end; i++) {
		const dx = vertexX[points[i]] - vertexX[points[lead]];
		if (dx < 0 || (dx === 0 && vertexY[points[i]] < vertexY[points[lead]])) lead = i;
	}
	return lead;
}
