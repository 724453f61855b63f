import Flatbush from 'flatbush';
import { EVERY_CAMERA, type CameraFilter } from '../../domain/camera-filter.ts';
import type { ItemId } from '../../domain/items.ts';
import type { Bbox, LngLat } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { encodeTile } from '../mvt-encode.ts';
import { CameraRows, type CameraMark } from './camera-rows.ts';
import { countFeatures } from './count-features.ts';
import { CountPyramid } from './count-pyramid.ts';
import { QuadTest } from './quad-test.ts';
import { sectorTile, type CameraGround } from './sector-layer.ts';
import { TileFrame, tileBbox } from './tile-frame.ts';

/** From this zoom on every camera is drawn with its sectors; farther out cells of a grid are counted. */
export const SECTOR_ZOOM = 14;
/** The zoom farthest out that counts are kept for. */
const COUNT_ZOOM = 6;
/** Rows that may stand outside the index before it is built anew, and as a share of all of them. */
const LOOSE_ROWS = 512;
const LOOSE_SHARE = 1 / 16;

/**
 * The cameras of a plan as vector tiles, one layer `cameras`: counts far out (points with `n`),
 * sectors and points from `SECTOR_ZOOM` on. The feature id is the camera's row, which it keeps as
 * long as the plan is open. What a camera sees is asked for when a tile needs it and is not kept.
 */
export class CameraTiles {
	private rows = new CameraRows();
	private readonly counts = new CountPyramid(COUNT_ZOOM, SECTOR_ZOOM - 1);
	private index: Flatbush | null = null;
	private indexed = new Int32Array(0);
	private loose = new Set<number>();
	private wanted: CameraFilter = EVERY_CAMERA;
	private hidden: ReadonlySet<ItemId> = new Set();

	constructor(private readonly groundOf: (id: ItemId) => readonly CameraGround[]) {}

	/** Takes all cameras anew; the filter and what is hidden stay. */
	open(marks: Iterable<CameraMark>): void {
		this.rows = new CameraRows();
		this.rows.filter(this.wanted);
		this.rows.hide(this.hidden);
		for (const mark of marks) this.rows.put(mark);
		this.build();
		this.countAll();
	}

	/** Shows the cameras that `filter` lets through; false where that is the same as before. */
	filter(filter: CameraFilter): boolean {
		if (JSON.stringify(filter) === JSON.stringify(this.wanted)) return false;
		this.wanted = filter;
		this.rows.filter(filter);
		this.countAll();
		return true;
	}

	/** Shows none of the cameras of `ids`, in place of those named before; false where none was and none is. */
	hide(ids: readonly ItemId[]): boolean {
		if (ids.length === 0 && this.hidden.size === 0) return false;
		this.hidden = new Set(ids);
		this.rows.hide(this.hidden);
		this.countAll();
		return true;
	}

	/** Adds a camera, or puts it in place of the one with its id; returns the ground that looks different now. */
	put(mark: CameraMark): Bbox {
		const before = this.rows.rowOf(mark.id);
		const old = before < 0 ? null : this.boxOf(before);
		if (before >= 0) this.count(before, -1);
		const row = this.rows.put(mark);
		this.count(row, 1);
		this.loose.add(row);
		if (this.loose.size > Math.max(LOOSE_ROWS, this.rows.length * LOOSE_SHARE)) this.build();
		return degrees(old ? unionBox(old, this.boxOf(row)) : this.boxOf(row));
	}

	/** Takes a camera away; returns the ground that looks different now, null where there was none. */
	drop(id: ItemId): Bbox | null {
		const row = this.rows.rowOf(id);
		if (row < 0) return null;
		this.count(row, -1);
		this.rows.drop(row);
		return degrees(this.boxOf(row));
	}

	/** The tile's bytes; empty where no camera stands or sees. */
	tile(z: number, x: number, y: number): Uint8Array {
		if (z < SECTOR_ZOOM) {
			const features = countFeatures(this.counts, z, x, y);
			return features.length ? encodeTile([{ name: 'cameras', features }]) : new Uint8Array(0);
		}
		const inTile = this.rowsMeeting(tileBbox(z, x, y));
		return sectorTile(this.rows, inTile, (row) => this.groundOf(this.rows.idOf(row)), new TileFrame(z, x, y));
	}

	/**
	 * The shown cameras that stand within a convex shape of the map, by rows: its corners in order
	 * round it, its sides straight on the Mercator map and counted in.
	 */
	idsWithin(corners: readonly LngLat[]): ItemId[] {
		const quad = new QuadTest(corners);
		const { lng, lat } = this.rows;
		return this.rowsMeeting(quad.bbox)
			.filter((row) => quad.contains(lng[row] / GRID_PER_DEG, lat[row] / GRID_PER_DEG))
			.map((row) => this.rows.idOf(row));
	}

	private build(): void {
		const { rows } = this;
		let count = 0;
		this.indexed = new Int32Array(rows.length);
		for (let row = 0; row < rows.length; row++) if (rows.isThere(row)) this.indexed[count++] = row;
		this.loose.clear();
		this.index = count ? new Flatbush(count, 16, Int32Array) : null;
		for (let i = 0; i < count; i++) {
			const [west, south, east, north] = this.boxOf(this.indexed[i]);
			this.index?.add(west, south, east, north);
		}
		this.index?.finish();
	}

	private countAll(): void {
		const { rows } = this;
		this.counts.fill((add) => {
			for (let row = 0; row < rows.length; row++) {
				if (rows.isShown(row)) add(rows.lng[row], rows.lat[row], !rows.isCounted(row));
			}
		});
	}

	private count(row: number, by: 1 | -1): void {
		const { rows } = this;
		if (rows.isShown(row)) this.counts.add(rows.lng[row], rows.lat[row], !rows.isCounted(row), by);
	}

	/** Shown rows whose ground meets the box, ascending: the same picture whatever the order of edits. */
	private rowsMeeting(bbox: Bbox): number[] {
		const [west, south, east, north] = bbox.map((deg) => deg * GRID_PER_DEG);
		const found: number[] = [];
		this.index?.search(west, south, east, north, (i) => {
			const row = this.indexed[i];
			// the search collects what passes: it is collected here already
			if (this.rows.isShown(row) && !this.loose.has(row)) found.push(row);
			return false;
		});
		for (const row of this.loose) {
			if (!this.rows.isShown(row)) continue;
			const box = this.boxOf(row);
			if (box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south) found.push(row);
		}
		return found.sort((a, b) => a - b);
	}

	private boxOf(row: number): Box {
		const { lng, lat, reach } = this.rows;
		const across = Math.ceil(
			reach[row] / Math.max(0.04, Math.cos((lat[row] / GRID_PER_DEG) * (Math.PI / 180)))
		);
		return [lng[row] - across, lat[row] - reach[row], lng[row] + across, lat[row] + reach[row]];
	}
}

type Box = [west: number, south: number, east: number, north: number];

function unionBox(a: Box, b: Box): Box {
	return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function degrees(box: Box): Bbox {
	return [box[0] / GRID_PER_DEG, box[1] / GRID_PER_DEG, box[2] / GRID_PER_DEG, box[3] / GRID_PER_DEG];
}
