import type { Faces } from '../../geo/overlay/faces.ts';
import { joinFaces, type FacePiece } from '../../geo/overlay/join-faces.ts';

/** Faces of one square. */
export interface Tile {
	readonly faces: Faces;
	readonly x: number;
	readonly y: number;
	readonly size: number;
}

/**
 * The polygons that the faces of squares make where they share stretches of side, each as one face;
 * in the order of their first piece. Where a seam does not fit to the digit, the pieces stay apart.
 */
export function joinTiles(tiles: readonly Tile[]): Faces[] {
	const pieces: FacePiece[] = tiles.flatMap(({ faces, x, y, size }) =>
		Array.from(faces.label, (_, face) => ({ faces, face, x, y, size }))
	);
	const parent = Int32Array.from(pieces.keys());
	for (const isVertical of [true, false]) joinAlong(pieces, parent, isVertical);

	const groups = new Map<number, FacePiece[]>();
	pieces.forEach((piece, p) => {
		const root = rootOf(parent, p);
		groups.set(root, [...(groups.get(root) ?? []), piece]);
	});
	return [...groups.values()].flatMap((group) => {
		if (group.length === 1) return [alone(group[0])];
		try {
			return [joinFaces(group)];
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			return group.map(alone);
		}
	});
}

interface Stretch {
	readonly low: number;
	readonly high: number;
	readonly piece: number;
}

/** Unites pieces that lie on either side of one line and share more than a point of it. */
function joinAlong(pieces: readonly FacePiece[], parent: Int32Array, isVertical: boolean): void {
	const lines = new Map<number, { before: Stretch[]; after: Stretch[] }>();
	pieces.forEach(({ faces, face, x, y, size }, piece) => {
		const start = isVertical ? x : y;
		for (let r = faces.faceStart[face]; r < faces.faceStart[face + 1]; r++) {
			const first = faces.ringStart[r];
			const end = faces.ringStart[r + 1];
			for (let i = first, j = end - 1; i < end; j = i, i++) {
				const [a, b] = isVertical ? [2 * j, 2 * i] : [2 * j + 1, 2 * i + 1];
				const at = faces.coords[a];
				if (at !== faces.coords[b] || (at !== start && at !== start + size)) continue;
				const [p, q] = isVertical
					? [faces.coords[a + 1], faces.coords[b + 1]]
					: [faces.coords[a - 1], faces.coords[b - 1]];
				let line = lines.get(at);
				if (!line) lines.set(at, (line = { before: [], after: [] }));
				(at === start ? line.after : line.before).push({ low: Math.min(p, q), high: Math.max(p, q), piece });
			}
		}
	});
	for (const { before, after } of lines.values()) {
		before.sort((a, b) => a.low - b.low);
		after.sort((a, b) => a.low - b.low);
		for (let i = 0, j = 0; i < before.length && j < after.length;) {
			if (Math.min(before[i].high, after[j].high) > Math.max(before[i].low, after[j].low)) {
				parent[rootOf(parent, before[i].piece)] = rootOf(parent, after[j].piece);
			}
			if (before[i].high < after[j].high) i++;
			else j++;
		}
	}
}

function rootOf(parent: Int32Array, piece: number): number {
	let at = piece;
	while (parent[at] !== at) at = parent[at] = parent[parent[at]];
	return at;
}

function alone({ faces, face }: FacePiece): Faces {
	const first = faces.faceStart[face];
	const end = faces.faceStart[face + 1];
	const from = faces.ringStart[first];
	return {
		label: Uint8Array.of(0),
		faceStart: Uint32Array.of(0, end - first),
		ringStart: faces.ringStart.slice(first, end + 1).map((start) => start - from),
		coords: faces.coords.slice(2 * from, 2 * faces.ringStart[end])
	};
}
