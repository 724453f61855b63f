import type { Bbox } from '../geo/coordinates.ts';

/** How far what a tile draws may reach over its side, as a share of the side. */
const REACH = 64 / 4096;

/** Whether the ground of tile z/x/y, with what it draws over its sides, meets `bbox`. */
export function tileMeets({ z, x, y }: { z: number; x: number; y: number }, bbox: Bbox): boolean {
	const size = 2 ** z;
	const west = (bbox[0] / 360 + 0.5) * size;
	const east = (bbox[2] / 360 + 0.5) * size;
	const north = mercatorY(bbox[3]) * size;
	const south = mercatorY(bbox[1]) * size;
	return east >= x - REACH && west <= x + 1 + REACH && south >= y - REACH && north <= y + 1 + REACH;
}

/** Web Mercator, 0 in the north to 1 in the south. */
function mercatorY(lat: number): number {
	const sin = Math.sin((Math.min(85.06, Math.max(-85.06, lat)) * Math.PI) / 180);
	return 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI;
}
