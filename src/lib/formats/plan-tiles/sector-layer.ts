import { NEED } from '../../domain/needs.ts';
import { MvtBytes } from '../mvt-bytes.ts';
import { TILE_EXTENT } from '../mvt-encode.ts';
import type { CameraRows } from './camera-rows.ts';
import { TILE_BUFFER, type TileFrame } from './tile-frame.ts';
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

const KEYS = ['id', 'state', 'integrated', 'counted', 'hoped'];
const STATES = ['working', 'impaired', 'broken'] as const;
/** Places in the table of values: the states, then no and yes, then an id for each camera. */
const NO = STATES.length;
const YES = NO + 1;
const FIRST_ID = YES + 1;

/**
 * Cameras of a tile close in as the bytes of a tile with one layer, `cameras`: what each sees
 * (polygons; what it only may see apart and first, with `hoped`), then where they stand (points).
 * All carry id, state, integrated and counted, and the row as feature id. No bytes where none has
 * a place in the tile. Written straight, for a tile may hold thousands.
 */
export function sectorTile(
	rows: CameraRows,
	inTile: readonly number[],
	groundOf: (row: number) => readonly CameraGround[],
	frame: TileFrame
): Uint8Array {
	const geometry = new TileGeometry(frame);
	const hoped = new FeatureList();
	const sure = new FeatureList();
	const points = new FeatureList();
	for (let i = 0; i < inTile.length; i++) {
		const row = inTile[i];
		const tags = tagsOf(rows, row, i);
		let hopes = 0;
		const grounds = groundOf(row);
		for (const { needs, rings } of grounds) {
			if (needs & HOPED) hopes++;
			else for (const ring of rings) geometry.ring(ring, 0, ring.length / 2);
		}
		sure.add(row, 3, tags, geometry.takePolygon());
		if (hopes > 0) {
			for (const { needs, rings } of grounds) {
				if (needs & HOPED) for (const ring of rings) geometry.ring(ring, 0, ring.length / 2);
			}
			hoped.add(row, 3, [...tags, 4, YES], geometry.takePolygon());
		}
		const x = Math.round(frame.px(rows.lng[row]));
		const y = Math.round(frame.py(rows.lat[row]));
		if (Math.min(x, y) >= -TILE_BUFFER && Math.max(x, y) <= TILE_EXTENT + TILE_BUFFER) {
			points.add(row, 1, tags, [9, zigzag(x), zigzag(y)]);
		}
	}
	if (hoped.bytes.length + sure.bytes.length + points.bytes.length === 0) return new Uint8Array(0);

	const layer = new MvtBytes();
	layer.varint((15 << 3) | 0);
	layer.varint(2);
	layer.text(1, 'cameras');
	for (const { bytes } of [hoped, sure, points]) layer.append(bytes);
	for (const key of KEYS) layer.text(3, key);
	writeValues(layer, rows, inTile);
	layer.varint((5 << 3) | 0);
	layer.varint(TILE_EXTENT);
	const tile = new MvtBytes();
	tile.message(3, layer);
	return tile.finish();
}

function tagsOf(rows: CameraRows, row: number, place: number): number[] {
	return [
		0,
		FIRST_ID + place,
		1,
		STATES.indexOf(rows.healthOf(row)),
		2,
		rows.isIntegrated(row) ? YES : NO,
		3,
		rows.isCounted(row) ? YES : NO
	];
}

function writeValues(layer: MvtBytes, rows: CameraRows, inTile: readonly number[]): void {
	const value = new MvtBytes();
	const write = (): void => {
		layer.message(4, value);
		value.clear();
	};
	for (const state of STATES) {
		value.text(1, state);
		write();
	}
	for (const bit of [0, 1]) {
		value.varint((7 << 3) | 0);
		value.varint(bit);
		write();
	}
	for (const row of inTile) {
		value.text(1, rows.idOf(row));
		write();
	}
}

/** Features one after another, each as it stands in its layer. */
class FeatureList {
	readonly bytes = new MvtBytes();
	private readonly feature = new MvtBytes();
	private readonly numbers = new MvtBytes();

	/** Nothing for a feature without commands. */
	add(id: number, type: 1 | 3, tags: readonly number[], commands: readonly number[]): void {
		if (commands.length === 0) return;
		const { feature } = this;
		feature.clear();
		feature.varint((1 << 3) | 0);
		feature.varint(id);
		this.packed(2, tags);
		feature.varint((3 << 3) | 0);
		feature.varint(type);
		this.packed(4, commands);
		this.bytes.message(2, feature);
	}

	private packed(field: number, numbers: readonly number[]): void {
		this.numbers.clear();
		for (let i = 0; i < numbers.length; i++) this.numbers.varint(numbers[i]);
		this.feature.message(field, this.numbers);
	}
}

function zigzag(n: number): number {
	return (n << 1) ^ (n >> 31);
}
