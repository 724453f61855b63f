import { PbfWriter } from 'pbf';

/** Units across a tile; geometry beyond 0 and 4096 is the tile's buffer. */
export const TILE_EXTENT = 4096;

export interface TileFeature {
	/** A whole number from 0 to 2^53; becomes the feature id on the map. */
	readonly id?: number;
	/** 1 points, 2 lines, 3 polygons. */
	readonly type: 1 | 2 | 3;
	/** Commands of the vector tile format, as `mvt-geometry.ts` makes them. */
	readonly geometry: ArrayLike<number>;
	readonly properties: Readonly<Record<string, string | number | boolean>>;
}

export interface TileLayer {
	readonly name: string;
	readonly features: readonly TileFeature[];
}

/**
 * The bytes of one vector tile (MVT 2.1, Mapbox 2016), not compressed.
 *
 * Layers keep their order and features theirs; a layer without features is left out, so a tile with
 * nothing in it is no bytes at all. Equal keys and values are stored once per layer.
 */
export function encodeTile(layers: readonly TileLayer[]): Uint8Array {
	const out = new PbfWriter(new Uint8Array(1 << 12));
	for (const layer of layers) if (layer.features.length > 0) out.writeMessage(3, writeLayer, layer);
	return out.finish();
}

function writeLayer(layer: TileLayer, out: PbfWriter): void {
	const keys = new Map<string, number>();
	const values = new Map<string | number | boolean, number>();

	out.writeVarintField(15, 2);
	out.writeStringField(1, layer.name);
	for (const feature of layer.features) {
		const tags: number[] = [];
		for (const key in feature.properties) {
			const value = feature.properties[key];
			// a property that is not there is no property
			if (value !== undefined) tags.push(indexIn(keys, key), indexIn(values, value));
		}
		out.writeMessage(2, writeFeature, { feature, tags });
	}
	for (const key of keys.keys()) out.writeStringField(3, key);
	for (const value of values.keys()) out.writeMessage(4, writeValue, value);
	out.writeVarintField(5, TILE_EXTENT);
}

function indexIn<T>(table: Map<T, number>, entry: T): number {
	let index = table.get(entry);
	if (index === undefined) {
		index = table.size;
		table.set(entry, index);
	}
	return index;
}

function writeFeature({ feature, tags }: { feature: TileFeature; tags: number[] }, out: PbfWriter): void {
	if (feature.id !== undefined) out.writeVarintField(1, feature.id);
	if (tags.length > 0) out.writeMessage(2, writeNumbers, tags);
	out.writeVarintField(3, feature.type);
	out.writeMessage(4, writeNumbers, feature.geometry);
}

function writeNumbers(numbers: ArrayLike<number>, out: PbfWriter): void {
	for (let i = 0; i < numbers.length; i++) out.writeVarint(numbers[i]);
}

function writeValue(value: string | number | boolean, out: PbfWriter): void {
	if (typeof value === 'string') out.writeStringField(1, value);
	else if (typeof value === 'boolean') out.writeBooleanField(7, value);
	else if (!Number.isSafeInteger(value)) out.writeDoubleField(3, value);
	else if (value < 0) out.writeSVarintField(6, value);
	else out.writeVarintField(5, value);
}
