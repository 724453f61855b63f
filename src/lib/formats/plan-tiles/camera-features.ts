import { NEED } from '../../domain/needs.ts';
import { TILE_EXTENT, type TileFeature } from '../mvt-encode.ts';
import { pointCommands } from '../mvt-geometry.ts';
import type { CameraRows } from './camera-rows.ts';
import { COUNT_CELLS, type CountPyramid } from './count-pyramid.ts';
import type { TileFrame } from './tile-frame.ts';
import { TileGeometry } from './tile-geometry.ts';

/** A part of what a camera sees. */
export interface CameraGround {
	/** Bits of `NEED` that the assumptions in force do not grant. */
	readonly needs: number;
	/** 1e-7 degree: exteriors counter-clockwise, each followed by its holes. */
	readonly rings: readonly Int32Array[];
}

/** Seen only with luck: the direction is roughly known, or the camera may be turned away. */
const HOPED = NEED.LIKELY | NEED.POSSIBLE | NEED.PTZ;

/**
 * Cameras of a tile close in: what each sees (polygons; what it only may see apart, with `hoped`),
 * then where they stand (points). All carry id, state, integrated and counted.
 */
export function sectorFeatures(
	rows: CameraRows,
	inTile: readonly number[],
	groundOf: (row: number) => readonly CameraGround[],
	frame: TileFrame
): TileFeature[] {
	const geometry = new TileGeometry(frame);
	const hoped: TileFeature[] = [];
	const sure: TileFeature[] = [];
	const points: TileFeature[] = [];
	for (const row of inTile) {
		const properties = {
			id: rows.idOf(row),
			state: rows.healthOf(row),
			integrated: rows.isIntegrated(row),
			counted: rows.isCounted(row)
		};
		const grounds = groundOf(row);
		for (const isHoped of [true, false]) {
			for (const { needs, rings } of grounds) {
				if (((needs & HOPED) !== 0) !== isHoped) continue;
				for (const ring of rings) geometry.ring(ring, 0, ring.length / 2);
			}
			const polygon = geometry.takePolygon();
			if (!polygon.length) continue;
			if (isHoped) {
				hoped.push({ id: row, type: 3, geometry: polygon, properties: { ...properties, hoped: true } });
			} else sure.push({ id: row, type: 3, geometry: polygon, properties });
		}
		geometry.point(rows.lng[row], rows.lat[row]);
		const point = geometry.takePoints();
		if (point.length) points.push({ id: row, type: 1, geometry: point, properties });
	}
	return [...hoped, ...sure, ...points];
}

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
