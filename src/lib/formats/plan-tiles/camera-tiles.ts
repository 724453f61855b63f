import Flatbush from 'flatbush';
import type { Health, ItemId } from '../../domain/items.ts';
import type { Bbox } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { encodeTile, TILE_EXTENT, type TileFeature } from '../mvt-encode.ts';
import { pointCommands } from '../mvt-geometry.ts';
import { TileFrame, tileBbox } from './tile-frame.ts';
import { TileGeometry } from './tile-geometry.ts';

/** From this zoom on every camera is drawn with its sectors; farther out cells of a grid are counted. */
export const SECTOR_ZOOM = 14;

/** Cells along one side of a tile in the count: 8 pixels each. */
const COUNT_CELLS = 64;
/** Rows that may stand outside the index before it is built anew. */
const LOOSE_ROWS = 512;

/** A camera as the map draws it; a pole with several heads is one. */
export interface CameraMark {
	readonly id: ItemId;
	readonly lngGrid: number;
	readonly latGrid: number;
	readonly health: Health;
	readonly integrated: boolean;
	/** Whether it counts under the assumptions in force. */
	readonly counted: boolean;
	/** How far the farthest of its heads sees, in degrees of latitude; 0 where no head has a footprint. */
	readonly reachDeg: number;
	/** What its heads see, in 1e-7 degree: exteriors counter-clockwise, each followed by its holes. */
	readonly rings: () => readonly Int32Array[];
}

/**
 * The cameras of a plan as vector tiles, one layer `cameras`: counts far out (points with `n`),
 * sectors and points from `SECTOR_ZOOM` on. The feature id is the camera's row, which it keeps as
 * long as it is there.
 */
export class CameraTiles {
	private marks: (CameraMark | null)[] = [];
	private rows = new Map<ItemId, number>();
	private index: Flatbush | null = null;
	private indexed: Int32Array = new Int32Array(0);
	private loose = new Set<number>();

	/** Takes all cameras anew. */
	open(marks: readonly CameraMark[]): void {
		this.marks = [...marks];
		this.rows = new Map(marks.map((mark, row) => [mark.id, row]));
		this.build();
	}

	/** Adds a camera, or puts it in place of the one with its id; returns the ground that looks different now. */
	put(mark: CameraMark): Bbox {
		const row = this.rows.get(mark.id) ?? this.marks.length;
		const before = this.marks[row];
		this.marks[row] = mark;
		this.rows.set(mark.id, row);
		this.loose.add(row);
		if (this.loose.size > LOOSE_ROWS) this.build();
		return degrees(before ? unionBox(boxOf(before), boxOf(mark)) : boxOf(mark));
	}

	/** Takes a camera away; returns the ground that looks different now, null where there was none. */
	drop(id: ItemId): Bbox | null {
		const row = this.rows.get(id);
		const before = row === undefined ? null : this.marks[row];
		if (row === undefined || !before) return null;
		this.marks[row] = null;
		this.rows.delete(id);
		return degrees(boxOf(before));
	}

	/** The tile's bytes; empty where no camera stands or sees. */
	tile(z: number, x: number, y: number): Uint8Array {
		const rows = this.rowsIn(z, x, y);
		if (!rows.length) return new Uint8Array(0);
		const frame = new TileFrame(z, x, y);
		const features = z >= SECTOR_ZOOM ? this.sectors(rows, frame) : this.counts(rows, frame);
		return features.length ? encodeTile([{ name: 'cameras', features }]) : new Uint8Array(0);
	}

	private build(): void {
		const rows: number[] = [];
		for (let row = 0; row < this.marks.length; row++) if (this.marks[row]) rows.push(row);
		this.indexed = Int32Array.from(rows);
		this.loose.clear();
		this.index = rows.length ? new Flatbush(rows.length) : null;
		for (const row of rows) {
			const [west, south, east, north] = boxOf(this.marks[row] as CameraMark);
			this.index?.add(west, south, east, north);
		}
		this.index?.finish();
	}

	/** Rows whose ground meets the tile, ascending: the same picture whatever the order of edits. */
	private rowsIn(z: number, x: number, y: number): number[] {
		const [west, south, east, north] = tileBbox(z, x, y).map((deg) => deg * GRID_PER_DEG);
		const found = (this.index?.search(west, south, east, north) ?? [])
			.map((i) => this.indexed[i])
			.filter((row) => this.marks[row] && !this.loose.has(row));
		for (const row of this.loose) {
			const mark = this.marks[row];
			if (!mark) continue;
			const box = boxOf(mark);
			if (box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south) found.push(row);
		}
		return found.sort((a, b) => a - b);
	}

	private counts(rows: readonly number[], frame: TileFrame): TileFeature[] {
		const cells = new Map<number, { n: number; x: number; y: number }>();
		for (const row of rows) {
			const mark = this.marks[row] as CameraMark;
			const x = frame.px(mark.lngGrid);
			const y = frame.py(mark.latGrid);
			if (x < 0 || x >= TILE_EXTENT || y < 0 || y >= TILE_EXTENT) continue;
			const key =
				Math.floor((y * COUNT_CELLS) / TILE_EXTENT) * COUNT_CELLS +
				Math.floor((x * COUNT_CELLS) / TILE_EXTENT);
			const cell = cells.get(key);
			if (cell) {
				cell.n++;
				cell.x += x;
				cell.y += y;
			} else cells.set(key, { n: 1, x, y });
		}
		return Array.from(cells.values(), ({ n, x, y }) => ({
			type: 1 as const,
			geometry: pointCommands([Math.round(x / n), Math.round(y / n)]),
			properties: { n }
		}));
	}

	private sectors(rows: readonly number[], frame: TileFrame): TileFeature[] {
		const geometry = new TileGeometry(frame);
		const sectors: TileFeature[] = [];
		const points: TileFeature[] = [];
		for (const row of rows) {
			const mark = this.marks[row] as CameraMark;
			const properties = {
				id: mark.id,
				state: mark.health,
				integrated: mark.integrated,
				counted: mark.counted
			};
			for (const ring of mark.rings()) geometry.ring(ring, 0, ring.length / 2);
			const polygon = geometry.takePolygon();
			if (polygon.length) sectors.push({ id: row, type: 3, geometry: polygon, properties });
			geometry.point(mark.lngGrid, mark.latGrid);
			const point = geometry.takePoints();
			if (point.length) points.push({ id: row, type: 1, geometry: point, properties });
		}
		return [...sectors, ...points];
	}
}

type Box = [west: number, south: number, east: number, north: number];

function boxOf(mark: CameraMark): Box {
	const reach = mark.reachDeg * GRID_PER_DEG;
	const across = reach / Math.max(0.01, Math.cos((mark.latGrid / GRID_PER_DEG) * (Math.PI / 180)));
	return [mark.lngGrid - across, mark.latGrid - reach, mark.lngGrid + across, mark.latGrid + reach];
}

function unionBox(a: Box, b: Box): Box {
	return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function degrees(box: Box): Bbox {
	return [box[0] / GRID_PER_DEG, box[1] / GRID_PER_DEG, box[2] / GRID_PER_DEG, box[3] / GRID_PER_DEG];
}
