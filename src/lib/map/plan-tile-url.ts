import { PLAN_SCHEME, TILE_SOURCES, type TileSource } from './plan/sources.ts';

const PATTERN = new RegExp(`^[a-z-]+://([^/]+)/(${TILE_SOURCES.join('|')})/(\\d+)/(\\d+)/(\\d+)$`);

/** Reads what `planTileUrl` wrote with numbers for its braces. Throws `RangeError` on anything else. */
export function parsePlanTileUrl(url: string): {
	owner: string;
	layer: TileSource;
	z: number;
	x: number;
	y: number;
} {
	const match = PATTERN.exec(url);
	if (!match) throw new RangeError(`plan tile is "${url}", wanted ${PLAN_SCHEME}://OWNER/LAYER/Z/X/Y`);
	const [, owner, layer, z, x, y] = match as unknown as [string, string, TileSource, string, string, string];
	return { owner, layer, z: Number(z), x: Number(x), y: Number(y) };
}
