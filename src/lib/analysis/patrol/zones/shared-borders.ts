import type { GroundGrid } from './ground-grid.ts';
import { thinLine } from './thin-line.ts';

/**
 * The outlines of the parts of a grid, in 1e-7 degrees, each with its ground to the left.
 *
 * Where two parts meet they share the same line: it is thinned once, between the corners where three
 * parts meet, by at most `toleranceCells` squares (Douglas and Peucker 1973). Rings may touch or, thinned,
 * even cross each other. `partOf` per square, all 0 or more; the grid's own outline is an outline too.
 */
export function sharedBorders(
	grid: GroundGrid,
	partOf: Int32Array,
	count: number,
	toleranceCells: number
): Int32Array[][] {
	const { columns, rows } = grid;
	const across = columns + 1;
	const at = (column: number, row: number): number =>
		column < 0 || row < 0 || column >= columns || row >= rows ? -1 : partOf[row * columns + column];

	/** Whether a corner must stay: more than two parts meet there, or two do by corners only. */
	const isFixed = (corner: number): boolean => {
		const [column, row] = [corner % across, Math.floor(corner / across)];
		const [a, b, c, d] = [at(column - 1, row - 1), at(column, row - 1), at(column, row), at(column - 1, row)];
		return new Set([a, b, c, d]).size > 2 || (a === c && b === d && a !== b);
	};

	const thinned = new Map<string, number[]>();
	const thin = (line: number[]): number[] => {
		// both sides must thin the line from the same end
		const isTurned =
			line[0] > line[line.length - 1] ||
			(line[0] === line[line.length - 1] && line[1] > line[line.length - 2]);
		const ordered = isTurned ? [...line].reverse() : line;
		const key = `${ordered[0]} ${ordered[1]} ${ordered[ordered.length - 1]}`;
		let known = thinned.get(key);
		if (!known) thinned.set(key, (known = thinLine(ordered, across, toleranceCells)));
		return isTurned ? [...known].reverse() : known;
	};

	return Array.from({ length: count }, (_, part) =>
		ringsOf(part, columns, rows, at).map((ring) => {
			const corners = fixedFirst(ring, isFixed);
			const points: number[] = [];
			let line = [corners[0]];
			for (let i = 1; i <= corners.length; i++) {
				const corner = corners[i % corners.length];
				line.push(corner);
				if (i < corners.length && !isFixed(corner)) continue;
				points.push(...thin(line).slice(0, -1));
				line = [corner];
			}
			return Int32Array.from(
				points.flatMap((corner) => [
					grid.west + (corner % across) * grid.stepX,
					grid.south + Math.floor(corner / across) * grid.stepY
				])
			);
		})
	).map((rings) => rings.filter((ring) => ring.length >= 6));
}

/** The ring begun at a corner that stays; where none does, at its least corner, that is then fixed for both sides. */
function fixedFirst(ring: readonly number[], isFixed: (corner: number) => boolean): number[] {
	let lead = ring.findIndex(isFixed);
	if (lead < 0) lead = ring.indexOf(Math.min(...ring));
	return [...ring.slice(lead), ...ring.slice(0, lead)];
}

/** The outlines of one part along sides of squares, as corners; at a corner where only corners touch it turns left. */
function ringsOf(
	part: number,
	columns: number,
	rows: number,
	at: (column: number, row: number) => number
): number[][] {
	const across = columns + 1;
	const steps = [1, across, -1, -across];
	/** Bit d: a side leads from the corner east, north, west, south with the part to its left. */
	const out = new Uint8Array(across * (rows + 1));
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			if (at(column, row) !== part) continue;
			const corner = row * across + column;
			if (at(column, row - 1) !== part) out[corner] |= 1;
			if (at(column + 1, row) !== part) out[corner + 1] |= 2;
			if (at(column, row + 1) !== part) out[corner + across + 1] |= 4;
			if (at(column - 1, row) !== part) out[corner + across] |= 8;
		}
	}
	const rings: number[][] = [];
	for (let start = 0; start < out.length; start++) {
		while (out[start] !== 0) {
			const ring: number[] = [];
			let corner = start;
			let d = 31 - Math.clz32(out[start] & -out[start]);
			for (;;) {
				out[corner] &= ~(1 << d);
				ring.push(corner);
				corner += steps[d];
				if (corner === start) break;
				d = [(d + 1) % 4, d, (d + 3) % 4].find((turn) => out[corner] & (1 << turn)) as number;
			}
			rings.push(ring);
		}
	}
	return rings;
}
