import { tileId } from '../../src/lib/formats/tile-id.ts';
import { lineCommands, pointCommands, ringCommands } from '../../src/lib/formats/mvt-geometry.ts';
import { clipLine, clipRing } from './clip.ts';
import type { FeatureStore, Shape } from './feature-store.ts';
import { Growing } from './growing.ts';
import { doubleArea } from './ring-geometry.ts';
import { simplify } from '../../src/lib/geo/simplify.ts';
import type { WorldBox } from './world.ts';

const EXTENT_BITS = 12;
const EXTENT = 1 << EXTENT_BITS;
/** Geometry reaches this far over a tile's edge, so that strokes do not end there. */
const BUFFER = 64;
/** Below the last zoom, things smaller than this are not drawn (pixels of a 256 pixel tile). */
const LEAST_PX = { line: 1, area: 2, building: 1.2 };

/** Pieces of features by tile: piece i of `order` lies in tile `ids[i]` with commands `start[i]` to `end[i]`. */
export interface ZoomPieces {
	/** Tile ids, ascending. */
	readonly ids: Float64Array;
	readonly feature: Uint32Array;
	readonly start: Uint32Array;
	readonly end: Uint32Array;
	readonly commands: Uint32Array;
}

/**
 * Cuts every feature that shows at zoom `z` into the tiles that meet `box`: rounded to tile units,
 * thinned, clipped to the tile and its buffer. `order` is the order of features within a tile.
 */
export function cutZoom(
	features: FeatureStore,
	order: Uint32Array,
	z: number,
	isLastZoom: boolean,
	box: WorldBox
): ZoomPieces {
	return new ZoomCutter(features, z, isLastZoom, box).cut(order);
}

class ZoomCutter {
	private readonly features: FeatureStore;
	private readonly z: number;
	private readonly isLastZoom: boolean;
	/** World units per tile unit. */
	private readonly unit: number;
	private readonly tiles: { minX: number; minY: number; maxX: number; maxY: number };
	private readonly keys = new Growing(Float64Array);
	private readonly feature = new Growing(Uint32Array);
	private readonly start = new Growing(Uint32Array);
	private readonly commands = new Growing(Uint32Array, 1 << 14);

	constructor(features: FeatureStore, z: number, isLastZoom: boolean, box: WorldBox) {
		this.features = features;
		this.z = z;
		this.isLastZoom = isLastZoom;
		this.unit = 2 ** (32 - EXTENT_BITS - z);
		const across = this.unit * EXTENT;
		this.tiles = {
			minX: Math.floor(box.minX / across),
			minY: Math.floor(box.minY / across),
			maxX: Math.floor(box.maxX / across),
			maxY: Math.floor(box.maxY / across)
		};
	}

	cut(order: Uint32Array): ZoomPieces {
		for (const feature of order) if (this.isShown(feature)) this.cutFeature(feature);
		this.start.push(this.commands.length);

		// sorted by tile, and within a tile as they came: the piece's number is the low part of the key
		const count = this.keys.length;
		const scale = 2 ** Math.ceil(Math.log2(count + 1));
		const sorted = new Float64Array(count);
		for (let i = 0; i < count; i++) sorted[i] = this.keys.array[i] * scale + i;
		sorted.sort();
		const base = (4 ** this.z - 1) / 3;
		const pieces = {
			ids: new Float64Array(count),
			feature: new Uint32Array(count),
			start: new Uint32Array(count),
			end: new Uint32Array(count),
			commands: this.commands.done()
		};
		for (let i = 0; i < count; i++) {
			const key = Math.floor(sorted[i] / scale);
			const piece = sorted[i] - key * scale;
			pieces.ids[i] = base + key;
			pieces.feature[i] = this.feature.array[piece];
			pieces.start[i] = this.start.array[piece];
			pieces.end[i] = this.start.array[piece + 1];
		}
		return pieces;
	}

	private isShown(feature: number): boolean {
		const { features, isLastZoom } = this;
		const kind = features.kinds[feature];
		if (kind.minZoom > this.z) return false;
		const shape = features.shapes.array[feature];
		if (isLastZoom || shape === 1 || kind.layer === 'earth') return true;
		const box = features.boxes.array;
		const size = Math.max(
			box[4 * feature + 2] - box[4 * feature],
			box[4 * feature + 3] - box[4 * feature + 1]
		);
		const px = size / this.unit / (EXTENT / 256);
		if (shape === 2) return px >= LEAST_PX.line;
		return px >= (kind.layer === 'buildings' ? LEAST_PX.building : LEAST_PX.area);
	}

	private cutFeature(feature: number): void {
		const { features } = this;
		const shape = features.shapes.array[feature] as Shape;
		// the ground is a box: thinned it would be a triangle, or nothing
		const isGround = features.kinds[feature].layer === 'earth';
		const tolerance = isGround ? 0 : this.isLastZoom ? 0.5 : 4;
		const paths: number[][] = [];
		const lastRing = features.ringStart.array[feature + 1];
		for (let ring = features.ringStart.array[feature]; ring < lastRing; ring++) {
			const path = this.pathOf(ring, shape, tolerance);
			if (path) paths.push(path);
			// without its exterior a polygon is nothing
			else if (paths.length === 0) return;
		}
		let minX = Infinity;
		let minY = Infinity;
		let maxX = -Infinity;
		let maxY = -Infinity;
		for (const path of paths) {
			for (let i = 0; i < path.length; i += 2) {
				if (path[i] < minX) minX = path[i];
				if (path[i] > maxX) maxX = path[i];
				if (path[i + 1] < minY) minY = path[i + 1];
				if (path[i + 1] > maxY) maxY = path[i + 1];
			}
		}
		const x0 = Math.max(this.tiles.minX, Math.floor((minX - BUFFER) / EXTENT));
		const x1 = Math.min(this.tiles.maxX, Math.floor((maxX + BUFFER) / EXTENT));
		const y0 = Math.max(this.tiles.minY, Math.floor((minY - BUFFER) / EXTENT));
		const y1 = Math.min(this.tiles.maxY, Math.floor((maxY + BUFFER) / EXTENT));
		if (x0 > x1 || y0 > y1) return;
		const isInOne =
			x0 === x1 &&
			y0 === y1 &&
			minX >= x0 * EXTENT - BUFFER &&
			maxX <= (x0 + 1) * EXTENT + BUFFER &&
			minY >= y0 * EXTENT - BUFFER &&
			maxY <= (y0 + 1) * EXTENT + BUFFER;
		if (isInOne) this.emit(feature, shape, paths, x0, y0);
		else this.split(feature, shape, paths, x0, y0, x1, y1);
	}

	/** A ring or line in units of this zoom, thinned; null where nothing is left of it. */
	private pathOf(ring: number, shape: Shape, tolerance: number): number[] | null {
		const { coords, coordStart } = this.features;
		const end = coordStart.array[ring + 1];
		const path: number[] = [];
		for (let i = coordStart.array[ring]; i < end; i += 2) {
			const x = Math.round(coords.array[i] / this.unit);
			const y = Math.round(coords.array[i + 1] / this.unit);
			const last = path.length - 2;
			if (last >= 0 && path[last] === x && path[last + 1] === y) continue;
			path.push(x, y);
		}
		if (shape === 1) return path;
		const thinned = simplify(path, tolerance, shape === 3);
		return thinned.length >= (shape === 3 ? 8 : 4) ? thinned : null;
	}

	/** Halves the range of tiles until one is left: each point is clipped log(tiles) times. */
	private split(
		feature: number,
		shape: Shape,
		paths: number[][],
		x0: number,
		y0: number,
		x1: number,
		y1: number
	): void {
		let clipped = clip(paths, shape, 0, x0 * EXTENT - BUFFER, (x1 + 1) * EXTENT + BUFFER);
		clipped = clip(clipped, shape, 1, y0 * EXTENT - BUFFER, (y1 + 1) * EXTENT + BUFFER);
		if (clipped.length === 0) return;
		if (x0 === x1 && y0 === y1) {
			this.emit(feature, shape, clipped, x0, y0);
		} else if (x1 - x0 >= y1 - y0) {
			const middle = (x0 + x1) >> 1;
			this.split(feature, shape, clipped, x0, y0, middle, y1);
			this.split(feature, shape, clipped, middle + 1, y0, x1, y1);
		} else {
			const middle = (y0 + y1) >> 1;
			this.split(feature, shape, clipped, x0, y0, x1, middle);
			this.split(feature, shape, clipped, x0, middle + 1, x1, y1);
		}
	}

	private emit(feature: number, shape: Shape, paths: readonly number[][], tx: number, ty: number): void {
		const dx = tx * EXTENT;
		const dy = ty * EXTENT;
		const local: number[][] = [];
		let groundLeft = 0;
		for (const path of paths) {
			const moved = new Array<number>(path.length);
			for (let i = 0; i < path.length; i += 2) {
				moved[i] = path[i] - dx;
				moved[i + 1] = path[i + 1] - dy;
			}
			if (shape === 3) {
				// rounding and clipping can flatten a ring or turn a sliver over
				const area = doubleArea(moved);
				if (local.length === 0 ? area <= 0 : area >= 0) {
					if (local.length === 0) return;
					continue;
				}
				groundLeft += area;
			}
			local.push(moved);
		}
		// a tile that lies in a hole
		if (shape === 3 && groundLeft <= 0) return;
		const commands =
			shape === 1
				? pointCommands(local.flat())
				: shape === 2
					? lineCommands(local)
					: ringCommands(local);
		if (commands.length === 0) return;
		this.keys.push(tileId(this.z, tx, ty) - (4 ** this.z - 1) / 3);
		this.feature.push(feature);
		this.start.push(this.commands.length);
		this.commands.reserve(commands.length);
		this.commands.array.set(commands, this.commands.length);
		this.commands.length += commands.length;
	}
}

function clip(paths: number[][], shape: Shape, axis: 0 | 1, low: number, high: number): number[][] {
	const out: number[][] = [];
	if (shape === 3) {
		for (const path of paths) {
			const ring = clipRing(path, axis, low, high);
			if (ring.length > 0) out.push(ring);
			// holes cannot outlive their exterior
			else if (out.length === 0) return out;
		}
	} else if (shape === 2) {
		for (const path of paths) clipLine(path, axis, low, high, out);
	} else {
		for (const path of paths) if (path[axis] >= low && path[axis] <= high) out.push(path);
	}
	return out;
}
