import { TILE_EXTENT, type TileFeature } from '../mvt-encode.ts';
import { pointCommands } from '../mvt-geometry.ts';
import { COUNT_CELLS, type CountPyramid } from './count-pyramid.ts';

/**
 * Cameras of a tile far out: for each cell that holds some a point with their number `n` and how
 * many of them do not count, `off`. It stands where they stand on average, but within the middle
 * half of its cell, so that the dots of neighbours keep apart.
 */
export function countFeatures(pyramid: CountPyramid, z: number, x: number, y: number): TileFeature[] {
	const size = 2 ** z;
	const features: TileFeature[] = [];
	pyramid.forEachCell(z, x, y, (cell) => {
		const px = inMiddle((cell.x * size - x) * COUNT_CELLS) * CELL_UNITS;
		const py = inMiddle((cell.y * size - y) * COUNT_CELLS) * CELL_UNITS;
		features.push({
			type: 1,
			geometry: pointCommands([Math.round(px), Math.round(py)]),
			properties: { n: cell.n, off: cell.off }
		});
	});
	return features;
}

const CELL_UNITS = TILE_EXTENT / COUNT_CELLS;

function inMiddle(place: number): number {
	const cell = Math.floor(place);
	return cell + Math.min(0.75, Math.max(0.25, place - cell));
}
