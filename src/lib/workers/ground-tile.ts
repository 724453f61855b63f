import type { CoverageModel } from '../analysis/coverage/coverage-model.ts';
import { pieceTile, type GroundPiece } from '../formats/plan-tiles/piece-tiles.ts';
import { tileBbox } from '../formats/plan-tiles/tile-frame.ts';

/** From this zoom on ground is drawn exactly; farther out small squares stand for what lies in them. */
const EXACT_ZOOM = 14;
/** A square that stands for its parts is at most this share of a tile's side: 8 pixels. */
const SQUARES = 64;
const GRID_ROUND = 3.6e9;

/** One tile of seen ground, open ground, or ground by how many cameras see it. */
export function groundTile(
	model: CoverageModel,
	layer: 'coverage' | 'gaps' | 'watchers',
	z: number,
	x: number,
	y: number
): Uint8Array {
	const pieces: GroundPiece[] = [];
	const coarse = z >= EXACT_ZOOM ? 0 : GRID_ROUND / 2 ** z / SQUARES;
	const what = layer === 'coverage' ? 'covered' : layer;
	model.forEachPiece(tileBbox(z, x, y), (piece) => pieces.push(piece), what, coarse);
	return pieceTile(layer, pieces, z, x, y);
}
