import type { Position } from 'geojson';

/** A star about a middle, its corners at random distances: simple, and rarely convex. Grid units, x and y by turns, counter-clockwise. */
export function randomStar(
	random: () => number,
	x: number,
	y: number,
	radius: number,
	corners: number
): Int32Array {
	const ring = new Int32Array(2 * corners);
	for (let i = 0; i < corners; i++) {
		const angle = ((i + 0.8 * random()) / corners) * 2 * Math.PI;
		const r = radius * (0.2 + 0.8 * random());
		ring[2 * i] = Math.round(x + r * Math.cos(angle));
		ring[2 * i + 1] = Math.round(y + r * Math.sin(angle));
	}
	return ring;
}

/** A ring through random places of a small lattice: it crosses, touches and repeats itself. */
export function randomScribble(random: () => number, size: number, corners: number): Int32Array {
	return Int32Array.from({ length: 2 * corners }, () => Math.floor(random() * size));
}

/** A ring of the grid as GeoJSON writes it, in degrees. */
export function positions(ring: Int32Array): Position[] {
	const line: Position[] = [];
	for (let i = 0; i < ring.length; i += 2) line.push([ring[i] / 1e7, ring[i + 1] / 1e7]);
	return [...line, line[0]];
}
