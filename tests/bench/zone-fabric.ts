import type { Position } from 'geojson';
import { seeded } from '../support/random.ts';

/** One zone of a fabric: a closed ring, counter-clockwise, to 1e-7 degree. */
export type FabricZone = readonly Position[];

/**
 * `columns` by `rows` zones that cover a box without a gap and without an overlap: neighbours have the corners of
 * their border in common, to the last digit. Every side is a line of `points` corners that strays by up to a fifth of a zone.
 */
export function zoneFabric(
	[west, south, east, north]: readonly [number, number, number, number],
	columns: number,
	rows: number,
	points = 15,
	seed = 7
): FabricZone[] {
	const random = seeded(seed);
	const dx = (east - west) / columns;
	const dy = (north - south) / rows;
	const stray = (size: number): number => 0.4 * (random() - 0.5) * size;
	const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
	const knots = Array.from({ length: rows + 1 }, (_, r) =>
		Array.from({ length: columns + 1 }, (_, c): Position => {
			const isRim = r === 0 || c === 0 || r === rows || c === columns;
			return [
				round(west + c * dx + (isRim ? 0 : stray(dx) / 2)),
				round(south + r * dy + (isRim ? 0 : stray(dy) / 2))
			];
		})
	);
	/** The corners from `a` to `b` without `b`. */
	const side = (a: Position, b: Position): Position[] => [
		a,
		...Array.from({ length: points - 1 }, (_, i): Position => {
			const t = (i + 1) / points;
			const away = (stray(Math.min(dx, dy)) / 4) * Math.sin(Math.PI * t);
			const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
			const length = Math.hypot(ux, uy);
			return [round(a[0] + t * ux - (away * uy) / length), round(a[1] + t * uy + (away * ux) / length)];
		})
	];
	const across = knots.map((row) => row.slice(1).map((knot, c) => side(row[c], knot)));
	const up = knots.slice(1).map((row, r) => row.map((knot, c) => side(knots[r][c], knot)));
	const back = (line: Position[], end: Position): Position[] => [end, ...line.slice(1).reverse()];
	return Array.from({ length: rows * columns }, (_, i) => {
		const [r, c] = [Math.floor(i / columns), i % columns];
		const ring = [
			...across[r][c],
			...up[r][c + 1],
			...back(across[r + 1][c], knots[r + 1][c + 1]),
			...back(up[r][c], knots[r + 1][c])
		];
		return [...ring, ring[0]];
	});
}
