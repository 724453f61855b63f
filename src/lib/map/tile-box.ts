import type { Bbox } from '../geo/coordinates.ts';
import { mercatorX, mercatorY } from '../geo/mercator.ts';

/** How far what a tile draws may reach over its side, as a share of the side. */
const REACH = 64 / 4096;

/** Whether the ground of tile z/x/y, with what it draws over its sides, meets `bbox`. */
export function tileMeets({ z, x, y }: { z: number; x: number; y: number }, bbox: Bbox): boolean {
	const size = 2 ** z;
	const west = mercatorX(bbox[0]) * size;
	const east = mercatorX(bbox[2]) * size;
	const north = mercatorY(bbox[3]) * size;
	const south = mercatorY(bbox[1]) * size;
	return east >= x - REACH && west <= x + 1 + REACH && south >= y - REACH && north <= y + 1 + REACH;
}
