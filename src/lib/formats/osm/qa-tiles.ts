import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { OsmReadError } from './osm-read-error.ts';
import { BEYOND_DATA, type OsmSink, type Tags } from './osm-sink.ts';
import { PointIds } from './point-ids.ts';
import { joinPieces } from './join-pieces.ts';

export interface QaTile {
	readonly name: string;
	readonly z: number;
	readonly x: number;
	readonly y: number;
	readonly bytes: Uint8Array;
}

/**
 * Reads OSM QA tiles (Mapbox 2014: one zoom, layer `osm`, every tag) as if they were an extract.
 *
 * The tiles carry no node ids, so a node is a place: vertices with the same global pixel are one node,
 * which is exact since the pixels are finer than a centimetre and come from the same rounding. Ways cut
 * at tile borders are joined where their ends meet; an end that no tile continues leads `BEYOND_DATA`.
 * Areas stay cut, one closed way for every piece. Who edited and when is dropped.
 * Throws an `OsmReadError` for a tile without layer `osm`.
 */
export function readQaTiles(tiles: readonly QaTile[], sink: OsmSink): void {
	const points = new PointIds();
	const nodeTags = new Map<number, Tags>();
	const lines = new Map<number, { tags: Tags; pieces: number[][] }>();
	const areas: { id: number; ring: number[]; tags: Tags }[] = [];
	const onBorder = new Set<number>();

	for (const tile of tiles) {
		const layer = openLayer(tile);
		for (let i = 0; i < layer.length; i++) {
			const feature = layer.feature(i);
			const tags = tagsOf(feature);
			const id = Number(feature.properties['@id'] ?? 0);
			for (const path of feature.loadGeometry()) {
				const refs: number[] = [];
				for (const { x, y } of path) {
					const ref = points.idOf(tile.x * layer.extent + x, tile.y * layer.extent + y);
					if (x === 0 || y === 0 || x === layer.extent || y === layer.extent) onBorder.add(ref);
					if (refs[refs.length - 1] !== ref) refs.push(ref);
				}
				if (feature.type === 1) nodeTags.set(refs[0], { ...nodeTags.get(refs[0]), ...tags });
				else if (feature.type === 3 && !('highway' in tags)) areas.push({ id, ring: refs, tags });
				else if (refs.length > 1) {
					const way = lines.get(id) ?? { tags, pieces: [] };
					if (feature.type === 3) way.pieces.push(...splitAlongBorder(refs, onBorder, points));
					else way.pieces.push(refs);
					lines.set(id, way);
				}
			}
		}
	}

	const world = 2 ** tiles[0].z * openLayer(tiles[0]).extent;
	sendBounds(tiles, sink);
	for (let id = 0; id < points.count; id++) {
		const lng = (points.x(id) / world) * 360 - 180;
		const lat = (Math.atan(Math.sinh(Math.PI * (1 - (2 * points.y(id)) / world))) * 180) / Math.PI;
		sink.node(id, Math.round(lng * 1e7), Math.round(lat * 1e7), nodeTags.get(id) ?? null);
	}
	for (const [id, { tags, pieces }] of lines) {
		for (const refs of joinPieces(pieces)) {
			const isClosed = refs[0] === refs[refs.length - 1];
			if (!isClosed && onBorder.has(refs[0])) refs.unshift(BEYOND_DATA);
			if (!isClosed && onBorder.has(refs[refs.length - 1])) refs.push(BEYOND_DATA);
			sink.way(id, Float64Array.from(refs), refs.length, tags);
		}
	}
	for (const { id, ring, tags } of areas) sink.way(id, Float64Array.from(ring), ring.length, tags);
}

function openLayer(tile: QaTile) {
	let layers: VectorTile['layers'];
	try {
		({ layers } = new VectorTile(new PbfReader(tile.bytes)));
	} catch (cause) {
		throw new OsmReadError(tile.name, 'bytes that are no vector tile', 'an OSM QA tile', { cause });
	}
	if (!layers.osm) {
		const seen = Object.keys(layers).join(', ') || 'none';
		throw new OsmReadError(tile.name, `a vector tile with layers: ${seen}`, 'a layer named osm');
	}
	return layers.osm;
}

function tagsOf(feature: VectorTileFeature): Tags {
	const tags: Record<string, string> = {};
	for (const [key, value] of Object.entries(feature.properties)) {
		if (!key.startsWith('@')) tags[key] = String(value);
	}
	return tags;
}

/** A closed way that was cut as an area has stretches along the tile's border that are no part of it. */
function splitAlongBorder(refs: number[], onBorder: ReadonlySet<number>, points: PointIds): number[][] {
	const pieces: number[][] = [];
	let piece = [refs[0]];
	for (let i = 1; i < refs.length; i++) {
		const [a, b] = [refs[i - 1], refs[i]];
		const isLevel = points.x(a) === points.x(b) || points.y(a) === points.y(b);
		if (isLevel && onBorder.has(a) && onBorder.has(b)) {
			if (piece.length > 1) pieces.push(piece);
			piece = [];
		}
		piece.push(b);
	}
	if (piece.length > 1) pieces.push(piece);
	return pieces;
}

function sendBounds(tiles: readonly QaTile[], sink: OsmSink): void {
	const xs = tiles.map((tile) => tile.x);
	const ys = tiles.map((tile) => tile.y);
	const across = 2 ** tiles[0].z;
	const latAt = (y: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / across))) * 180) / Math.PI;
	sink.bounds(
		(Math.min(...xs) / across) * 360 - 180,
		latAt(Math.max(...ys) + 1),
		((Math.max(...xs) + 1) / across) * 360 - 180,
		latAt(Math.min(...ys))
	);
}
