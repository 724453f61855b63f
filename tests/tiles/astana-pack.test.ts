import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { classifyRings, type VectorTile } from '@mapbox/vector-tile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACK_FILES, type RegionManifest } from '../../src/lib/domain/region.ts';
import { decodeBorders } from '../../src/lib/formats/borders-file.ts';
import { decodeNames } from '../../src/lib/formats/names-file.ts';
import { NAME_KINDS, type NameKind } from '../../src/lib/domain/place-names.ts';
import { decodeBuildings } from '../../src/lib/formats/buildings-file.ts';
import { BORDER_KINDS, borderLine } from '../../src/lib/geo/borders.ts';
import { ringAreaM2 } from '../../src/lib/geo/ellipsoid-area.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { EDGE, NODE, type RoadGraph } from '../../src/lib/network/road-graph.ts';
import { buildPack } from '../support/built-packs.ts';
import { ASTANA_TILES } from '../support/map-samples.ts';
import { openArchive, tileAt } from '../support/open-archive.ts';

let pack = '';
beforeAll(async () => {
	pack = await buildPack(ASTANA_TILES, 'astana');
});
afterAll(() => rm(dirname(pack), { recursive: true, force: true }));

const bytesOf = async (file: string) => (await readFile(join(pack, file))).slice().buffer as ArrayBuffer;

test('the manifest says what it is and whose', async () => {
	const manifest = JSON.parse(await readFile(join(pack, PACK_FILES.manifest), 'utf8')) as RegionManifest;
	expect(manifest).toMatchObject({
		format: 1,
		name: 'astana',
		source: 'osm-qa-astana',
		licence: 'ODbL-1.0',
		attribution: '© OpenStreetMap contributors'
	});
	expect(manifest.bbox.map((degrees) => Math.round(degrees * 1000))).toEqual([71279, 51069, 71631, 51289]);
	expect(manifest.counts.roads).toBeGreaterThan(10_000);
	expect(manifest.counts.buildings).toBeGreaterThan(32_000);
	expect(manifest.counts.places).toBeGreaterThan(5);
});

describe('roads', () => {
	let graph: RoadGraph;
	beforeAll(async () => {
		graph = decodeRoadGraph(await bytesOf(PACK_FILES.roads));
	});

	test('cut at tile borders they join: the largest component holds nearly all vertices', () => {
		const component = components(graph);
		const vertices = new Map<number, number>();
		let all = 0;
		for (let e = 0; e < graph.edgeCount; e++) {
			const count = graph.shapeStart[e + 1] - graph.shapeStart[e] - 1;
			all += count;
			const at = component[graph.edgeFrom[e]];
			vertices.set(at, (vertices.get(at) ?? 0) + count);
		}
		expect(Math.max(...vertices.values()) / all).toBeGreaterThan(0.968);
	});

	test('the data ends on the outer border and nowhere else', () => {
		const [west, south, east, north] = [71.279296875, 51.0690166596039, 71.630859375, 51.289405902716794];
		let ends = 0;
		for (let node = 0; node < graph.nodeCount; node++) {
			if (!(graph.nodeFlags[node] & NODE.EDGE_OF_DATA)) continue;
			ends++;
			const [lng, lat] = [graph.nodeLng[node] / 1e7, graph.nodeLat[node] / 1e7];
			const off = Math.min(...[lng - west, east - lng, lat - south, north - lat].map(Math.abs));
			expect(off).toBeLessThan(2e-7);
		}
		expect(ends).toBeGreaterThan(50);
	});

	test('bridges stay bridges, on their level', () => {
		const bridges = new Set<number>();
		for (let e = 0; e < graph.edgeCount; e++) {
			if (!(graph.edgeFlags[e] & EDGE.BRIDGE)) continue;
			bridges.add(graph.edgeWay[e]);
		}
		expect(bridges.size).toBeGreaterThan(120);
	});
});

test('the Esil is one body of water from the dam to the west, though tiles cut it', async () => {
	const borders = decodeBorders(await bytesOf(PACK_FILES.borders));
	const bodies = [...borders.lineKind].flatMap((kind, l) =>
		BORDER_KINDS[kind] === 'water' && borders.names[borders.lineName[l]] === 'Есиль'
			? [borderLine(borders, l)]
			: []
	);
	bodies.sort((a, b) => ringAreaM2(b) - ringAreaM2(a));
	expect(ringAreaM2(bodies[0])).toBeGreaterThan(1.5e6);
	const lngs = bodies[0].filter((_, i) => i % 2 === 0);
	expect(Math.min(...lngs) / 1e7).toBeLessThan(71.38);
	expect(Math.max(...lngs) / 1e7).toBeGreaterThan(71.47);
	const kinds = new Set([...borders.lineKind].map((kind) => BORDER_KINDS[kind]));
	expect([...kinds].sort()).toEqual(['railway', 'river', 'stream', 'water']);
});

test('buildings have counter-clockwise footprints and heights where the map says', async () => {
	const { coords, ringStart, ringHeightDm } = decodeBuildings(await bytesOf(PACK_FILES.buildings));
	expect(ringHeightDm.length).toBeGreaterThan(32_000);
	expect(ringHeightDm.filter((height) => height > 0).length).toBeGreaterThan(20_000);
	for (let ring = 0; ring < ringHeightDm.length; ring++) {
		let area = 0;
		const [from, to] = [ringStart[ring], ringStart[ring + 1]];
		const [x0, y0] = [coords[2 * from], coords[2 * from + 1]];
		for (let i = from; i < to; i++) {
			const j = i + 1 < to ? i + 1 : from;
			area +=
				(coords[2 * i] - x0) * (coords[2 * j + 1] - y0) - (coords[2 * j] - x0) * (coords[2 * i + 1] - y0);
		}
		// a footprint can round down to a line
		expect(area).toBeGreaterThanOrEqual(0);
	}
});

describe('basemap', () => {
	let archive: Awaited<ReturnType<typeof openArchive>>;
	beforeAll(async () => {
		archive = await openArchive(join(pack, PACK_FILES.basemap));
	});
	afterAll(() => archive.close());

	test('opens with true bounds and zooms', async () => {
		const header = await archive.archive.getHeader();
		expect([header.minZoom, header.maxZoom, header.clustered]).toEqual([0, 14, true]);
		expect(header.minLon).toBeCloseTo(71.279296875, 6);
		expect(header.maxLat).toBeCloseTo(51.2894059, 6);
		const { vector_layers, attribution } = (await archive.archive.getMetadata()) as {
			vector_layers: { id: string }[];
			attribution: string;
		};
		expect(vector_layers.map(({ id }) => id)).toContain('roads');
		expect(attribution).toBe('© OpenStreetMap contributors');
	});

	test('every tile of the city is there, down to the world, with areas wound right', async () => {
		for (let z = 0; z <= 14; z++) {
			const [, x0, y0] = tileAt(z, 71.2793, 51.2894);
			const [, x1, y1] = tileAt(z, 71.6308, 51.0691);
			for (let x = x0; x <= x1; x++) {
				for (let y = y0; y <= y1; y++) {
					const tile = await archive.tile(z, x, y);
					expect(tile, `${z}/${x}/${y}`).not.toBe(null);
					if (z < 14)
						for (const ring of exteriorsOf(tile as VectorTile)) expect(signedArea(ring)).toBeGreaterThan(0);
				}
			}
		}
		expect(await archive.tile(14, 0, 0)).toBe(null);
	});

	test('the middle of the city has every layer, and polygons are wound right', async () => {
		const [z, x, y] = tileAt(14, 71.43, 51.157);
		const tile = (await archive.tile(z, x, y)) as VectorTile;
		expect(Object.keys(tile.layers)).toEqual(
			['earth', 'landuse', 'water', 'buildings', 'roads', 'pois'].filter((name) => name in tile.layers)
		);
		expect(tile.layers.buildings.length).toBeGreaterThan(300);
		let polygons = 0;
		for (const layer of Object.values(tile.layers)) {
			for (let i = 0; i < layer.length; i++) {
				const feature = layer.feature(i);
				if (feature.type !== 3) continue;
				const rings = feature.loadGeometry();
				// a first ring wound as a hole would be lost or eat the one before it
				expect(classifyRings(rings).length).toBeGreaterThan(0);
				expect(signedArea(rings[0])).toBeGreaterThan(0);
				for (const ring of rings) {
					expect(ring[0]).toEqual(ring[ring.length - 1]);
					for (const point of ring)
						expect(Math.max(Math.abs(point.x - 2048), Math.abs(point.y - 2048))).toBeLessThanOrEqual(
							2048 + 64
						);
				}
				polygons++;
			}
		}
		expect(polygons).toBeGreaterThan(300);
	});

	test('the river, its bridges and names in other languages are drawn', async () => {
		const [z, x, y] = tileAt(14, 71.4225, 51.1545);
		const tile = (await archive.tile(z, x, y)) as VectorTile;
		const rows = (name: string) =>
			Array.from({ length: tile.layers[name].length }, (_, i) => tile.layers[name].feature(i).properties);
		expect(rows('water').some(({ kind }) => kind === 'river')).toBe(true);
		expect(rows('roads').some((road) => road.is_bridge === true && road.kind === 'major_road')).toBe(true);
		expect(rows('roads').some((road) => 'name:en' in road && road.script === 'Cyrillic')).toBe(true);
	});

	test('small scales leave out what nobody could see', async () => {
		const far = (await archive.tile(...tileAt(8, 71.43, 51.157))) as VectorTile;
		expect(far.layers.buildings).toBe(undefined);
		expect(far.layers.roads.length).toBeLessThan(1500);
		expect(far.layers.places.length).toBeGreaterThan(0);
	});
});

test('names of roads, places and what a plan looks for are on file, in all their languages', async () => {
	const { kind, at, box, texts } = decodeNames(await bytesOf(PACK_FILES.names));
	const count = (one: NameKind) => kind.filter((k) => NAME_KINDS[k] === one).length;
	expect(kind.length).toBeGreaterThan(2000);
	expect(count('city')).toBe(1);
	expect(count('street') + count('road')).toBeGreaterThan(900);
	for (const one of ['river', 'hospital', 'school', 'bus-stop', 'station', 'fuel'] as const) {
		expect(count(one), one).toBeGreaterThan(3);
	}
	for (let n = 0; n < kind.length; n++) {
		expect(at[2 * n] >= box[4 * n] && at[2 * n] <= box[4 * n + 2], texts[n].local).toBe(true);
		expect(at[2 * n + 1] >= box[4 * n + 1] && at[2 * n + 1] <= box[4 * n + 3], texts[n].local).toBe(true);
	}
	expect(texts.find(({ local }) => local === 'Астана')).toMatchObject({ en: 'Astana' });
});

test('the same source gives the same bytes', async () => {
	const again = await buildPack(ASTANA_TILES, 'astana');
	try {
		for (const file of Object.values(PACK_FILES)) {
			const same = (await readFile(join(again, file))).equals(await readFile(join(pack, file)));
			expect(same, file).toBe(true);
		}
	} finally {
		await rm(dirname(again), { recursive: true });
	}
});

function exteriorsOf(tile: VectorTile) {
	return Object.values(tile.layers).flatMap((layer) =>
		Array.from({ length: layer.length }, (_, i) => layer.feature(i))
			.filter((feature) => feature.type === 3)
			.map((feature) => feature.loadGeometry()[0])
	);
}

function signedArea(ring: readonly { x: number; y: number }[]): number {
	let sum = 0;
	for (let i = 0; i + 1 < ring.length; i++) sum += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
	return sum;
}

function components(graph: RoadGraph): Int32Array {
	const component = new Int32Array(graph.nodeCount).fill(-1);
	for (let start = 0; start < graph.nodeCount; start++) {
		if (component[start] >= 0) continue;
		const stack = [start];
		component[start] = start;
		while (stack.length > 0) {
			const node = stack.pop() as number;
			for (let i = graph.adjacentStart[node]; i < graph.adjacentStart[node + 1]; i++) {
				const edge = graph.adjacent[i] >>> 1;
				const other = graph.adjacent[i] & 1 ? graph.edgeFrom[edge] : graph.edgeTo[edge];
				if (component[other] >= 0) continue;
				component[other] = start;
				stack.push(other);
			}
		}
	}
	return component;
}
