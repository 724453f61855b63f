/**
 * Number of a tile in a PMTiles archive: tiles of all lower zooms first, then along the Hilbert curve
 * (Hilbert 1891) of its own, so that neighbours lie close together in the file.
 */
export function tileId(z: number, x: number, y: number): number {
	let id = (4 ** z - 1) / 3;
	let tx = x;
	let ty = y;
	for (let s = 2 ** (z - 1); s >= 1; s /= 2) {
		const rx = tx & s ? 1 : 0;
		const ry = ty & s ? 1 : 0;
		id += s * s * ((3 * rx) ^ ry);
		if (ry === 0) {
			if (rx === 1) {
				tx = 2 * s - 1 - (tx & (2 * s - 1));
				ty = 2 * s - 1 - (ty & (2 * s - 1));
			}
			const swap = tx;
			tx = ty;
			ty = swap;
		}
		tx &= s - 1;
		ty &= s - 1;
	}
	return id;
}
