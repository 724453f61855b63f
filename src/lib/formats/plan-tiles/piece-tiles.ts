import type { GapReason } from '../../domain/findings/gaps.ts';
import { encodeTile, type TileFeature } from '../mvt-encode.ts';
import { TileFrame } from './tile-frame.ts';
import { TileGeometry } from './tile-geometry.ts';

/** A piece of the partition of the plan's ground: covered, or open for a reason, as one polygon. */
export interface GroundPiece {
	/** Exterior counter-clockwise, then holes; 1e-7 degree. */
	readonly rings: readonly Int32Array[];
	readonly reason: GapReason | null;
	readonly gapId: string | null;
	/** Below 1 for a square of which only that share is meant. */
	readonly share: number;
	/** How many cameras see it, in the layer `watchers`. */
	readonly watchers: number;
}

/** The pieces that meet one tile as its bytes: layer `gaps` (reason, id), `coverage`, or `watchers` (k); no bytes where none is left. */
export function pieceTile(
	layer: 'gaps' | 'coverage' | 'watchers',
	pieces: Iterable<GroundPiece>,
	z: number,
	x: number,
	y: number
): Uint8Array {
	const geometry = new TileGeometry(new TileFrame(z, x, y));
	const features: TileFeature[] = [];
	for (const { rings, reason, gapId, share, watchers } of pieces) {
		for (const ring of rings) geometry.ring(ring, 0, ring.length / 2);
		const commands = geometry.takePolygon();
		if (!commands.length) continue;
		features.push({
			type: 3,
			geometry: commands,
			properties: {
				...(reason !== null && { reason }),
				...(gapId !== null && { id: gapId }),
				...(share < 1 && { share: Math.round(share * 100) / 100 }),
				...(watchers > 0 && { k: watchers })
			}
		});
	}
	return features.length ? encodeTile([{ name: layer, features }]) : new Uint8Array(0);
}
