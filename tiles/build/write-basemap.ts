import { open } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import { encodeTile, type TileFeature } from '../../src/lib/formats/mvt-encode.ts';
import { ArchiveIndex, HEAD_BYTES } from '../../src/lib/formats/pmtiles-write.ts';
import { cutZoom, type ZoomPieces } from './cut-zoom.ts';
import type { FeatureStore } from './feature-store.ts';
import { LAYER_ORDER, type MapLayer } from './map-kind.ts';
import type { Progress } from './progress.ts';
import { worldBox } from './world.ts';

const MAX_ZOOM = 14;
const FLUSH_BYTES = 1 << 20;
/** Share of the work that each zoom takes, roughly; most of it is in the last. */
const WEIGHT = (z: number) => 2 ** (z - MAX_ZOOM - 1);

const FIELDS: Record<MapLayer, Record<string, string>> = {
	earth: { kind: 'String' },
	landuse: { kind: 'String', name: 'String' },
	water: { kind: 'String', name: 'String' },
	buildings: { kind: 'String', height: 'Number' },
	roads: { kind: 'String', kind_detail: 'String', name: 'String', ref: 'String' },
	boundaries: { kind: 'String', kind_detail: 'Number' },
	pois: { kind: 'String', name: 'String' },
	places: { kind: 'String', name: 'String', population_rank: 'Number' }
};

/**
 * Writes `basemap.pmtiles`: zooms 0 to 14 of all features within `bbox`, one zoom in memory at a time.
 * Resolves to the number of tiles.
 */
export async function writeBasemap(
	path: string,
	features: FeatureStore,
	{ bbox, attribution }: { bbox: Bbox; attribution: string },
	progress: Progress
): Promise<number> {
	const file = await open(path, 'w');
	try {
		const index = new ArchiveIndex((bytes) => gzipSync(bytes));
		const order = drawingOrder(features);
		let at = HEAD_BYTES;
		let waiting: Uint8Array[] = [];
		let waitingBytes = 0;
		for (let z = 0; z <= MAX_ZOOM; z++) {
			const pieces = cutZoom(features, order, z, z === MAX_ZOOM, worldBox(bbox));
			await progress.share(WEIGHT(z) * 1.2);
			for (let i = 0; i < pieces.ids.length; ) {
				const end = endOfTile(pieces, i);
				const bytes = gzipSync(encodeTile(tileLayers(features, pieces, i, end)), { level: 6 });
				if (index.add(pieces.ids[i], bytes)) {
					waiting.push(bytes);
					waitingBytes += bytes.length;
				}
				i = end;
				if (waitingBytes > FLUSH_BYTES) await flush();
				await progress.share(WEIGHT(z) * (1.2 + (0.8 * i) / pieces.ids.length));
			}
		}
		await flush();
		const { head, tail, tiles } = index.finish({
			metadata: {
				name: 'Cordon basemap',
				type: 'baselayer',
				attribution,
				vector_layers: LAYER_ORDER.map((id) => ({ id, fields: FIELDS[id], minzoom: 0, maxzoom: MAX_ZOOM }))
			},
			bounds: bbox,
			minZoom: 0,
			maxZoom: MAX_ZOOM
		});
		await file.write(tail, 0, tail.length, at);
		await file.write(head, 0, head.length, 0);
		await file.sync();
		return tiles;

		async function flush(): Promise<void> {
			const bytes = Buffer.concat(waiting);
			await file.write(bytes, 0, bytes.length, at);
			at += bytes.length;
			waiting = [];
			waitingBytes = 0;
		}
	} finally {
		await file.close();
	}
}

/** Features by layer, lowest first, otherwise in their own order. */
function drawingOrder(features: FeatureStore): Uint32Array {
	const order = new Uint32Array(features.count);
	let next = 0;
	for (const layer of LAYER_ORDER) {
		for (let f = 0; f < features.count; f++) if (features.kinds[f].layer === layer) order[next++] = f;
	}
	return order;
}

function endOfTile({ ids }: ZoomPieces, from: number): number {
	let end = from + 1;
	while (end < ids.length && ids[end] === ids[from]) end++;
	return end;
}

function tileLayers(features: FeatureStore, pieces: ZoomPieces, from: number, end: number) {
	const layers: { name: string; features: TileFeature[] }[] = [];
	for (let i = from; i < end; i++) {
		const feature = pieces.feature[i];
		const { layer, properties } = features.kinds[feature];
		let into = layers[layers.length - 1];
		if (into?.name !== layer) layers.push((into = { name: layer, features: [] }));
		into.features.push({
			type: features.shapes.array[feature] as 1 | 2 | 3,
			geometry: pieces.commands.subarray(pieces.start[i], pieces.end[i]),
			properties
		});
	}
	return layers;
}
