import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item, ItemId, Kind } from '../../src/lib/domain/items.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { PACK_FILES } from '../../src/lib/domain/region.ts';
import type { QaTile } from '../../src/lib/formats/osm/qa-tiles.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import type { RoadGraph } from '../../src/lib/network/road-graph.ts';
import { camerasOf } from './demo/cameras.ts';
import { junctionSites, placeSites, streetSites } from './demo/camera-sites.ts';
import { makeCheckpoints } from './demo/checkpoints.ts';
import { DISTRICTS, TOWNSHIPS } from './demo/area-lines.ts';
import { BORDER_RING, CORE_RING, OUTER_RING, STATIONS, ZONES } from './demo/city-lines.ts';
import { isWithin } from './demo/graph-places.ts';
import { seededRandom } from './demo/random.ts';
import { readRealPlaces, type RealPlace } from './demo/real-places.ts';
import { streetRing } from './demo/street-ring.ts';

const FILE = 'demo-plan.geojson';
const SEED = 20170610;

/** Goes up when the demo plan is made up otherwise: one of an older edition is made anew. */
export const DEMO_EDITION = 2;
const CAMERAS = 2400;

/**
 * Writes the demo plan into a built pack of Astana, from its road graph and the OSM QA tiles in
 * `source`. The same pack and tiles give the same bytes.
 */
export async function writeDemoPlan(pack: string, source: string): Promise<void> {
	const graph = decodeRoadGraph(new Uint8Array(await readFile(join(pack, PACK_FILES.roads))).buffer);
	const plan = makeDemoPlan(graph, readRealPlaces(await readTiles(source)));
	const draft = join(pack, `.${FILE}.part`);
	await writeFile(draft, printPlan(plan));
	await rename(draft, join(pack, FILE));
}

/**
 * A made-up plan over real streets: three nested rings, posts with believable holes, districts and townships,
 * patrol zones, stations and cameras; key sites are `places`, which are real.
 */
export function makeDemoPlan(graph: RoadGraph, places: readonly RealPlace[]): Plan {
	const random = seededRandom(SEED);
	const items: Item[] = [];
	const put = (id: string, kind: Kind, geometry: Item['geometry'], properties: object): Item => {
		const item = { id: id as ItemId, kind, geometry, properties, rank: items.length } as Item;
		items.push(item);
		return item;
	};

	for (const { id, name, ring } of DISTRICTS) {
		put(id, 'area', polygon([...ring, ring[0]]), { name, level: 'county' });
	}
	for (const { id, name, setting, ring } of TOWNSHIPS) {
		put(id, 'area', polygon([...ring, ring[0]]), { name, level: 'township', setting });
	}
	const rings = [
		{ id: 'ring-core', name: 'Core ring 核心圈', line: streetRing(graph, CORE_RING, 30, 45) },
		{ id: 'ring-outer', name: 'Outer ring 外围圈', line: streetRing(graph, OUTER_RING, 30, 45) },
		{ id: 'ring-border', name: 'Border ring 边界圈', line: [...BORDER_RING, BORDER_RING[0]] }
	].map(({ id, name, line }, i) => put(id, 'control-ring', polygon(line), { name, level: i + 1 }));
	const [core, outer, border] = rings.filter((item) => item.kind === 'control-ring');
	const posts = makeCheckpoints(
		graph,
		[
			{ ring: core, code: 'C', bridgesLeft: 1, sideStreetsLeft: 1, mainRoadsLeft: 0 },
			{ ring: outer, code: 'O', bridgesLeft: 1, sideStreetsLeft: 3, mainRoadsLeft: 1 },
			{ ring: border, code: 'B', bridgesLeft: 0, sideStreetsLeft: 7, mainRoadsLeft: 2 }
		],
		random
	);
	for (const { id, geometry, properties } of posts) put(id, 'checkpoint', geometry, properties);

	for (const [i, { name, stops, level, hours }] of ZONES.entries()) {
		put(`zone-${i + 1}`, 'patrol-zone', polygon(streetRing(graph, stops, 25, 12)), {
			name,
			team: `Patrol ${i + 1} 第${i + 1}巡组`,
			level,
			...(hours !== undefined && { hours })
		});
	}
	for (const [i, { name, at, level, teams }] of STATIONS.entries()) {
		put(`station-${i + 1}`, 'station', point(at), { name, level, teams });
	}

	const rim = border.geometry.coordinates[0].map(([lng, lat]): LngLat => [lng, lat]);
	const guarded = places.filter(({ at }) => isWithin(rim, at));
	for (const [i, { category, name, at }] of guarded.entries()) {
		put(`site-${i + 1}`, 'key-site', point(at), { name, category, needs: { cameras: 2, responseMin: 3 } });
	}
	for (const [i, { at, properties }] of makeCameras(graph, rim, guarded, random).entries()) {
		put(`camera-${String(i + 1).padStart(4, '0')}`, 'camera', point(at), properties);
	}
	return { header: HEADER, items: new Map(items.map((item) => [item.id, item])) };
}

const HEADER = {
	format: 1,
	name: 'Astana demo 阿斯塔纳演示方案',
	region: 'astana',
	madeUp: {
		en: 'Rings, checkpoints, patrol zones, districts, townships, stations and cameras are made up. Streets and key sites are real: © OpenStreetMap contributors, ODbL 1.0.',
		zh: '防控圈、卡口、巡逻防区、区和街道乡镇界线、派出所和摄像机均为虚构；道路与重点部位为真实数据：© OpenStreetMap contributors，ODbL 1.0。',
		seed: SEED,
		edition: DEMO_EDITION
	},
	attribution: '© OpenStreetMap contributors',
	licence: 'ODbL-1.0'
} as const;

function makeCameras(
	graph: RoadGraph,
	rim: readonly LngLat[],
	places: readonly RealPlace[],
	random: ReturnType<typeof seededRandom>
) {
	const sites = placeSites(places, random);
	const streets = streetSites(graph, rim, random, 240);
	const estates = junctionSites(graph, rim, random, 'estate', 300);
	const junctions = junctionSites(graph, rim, random, 'junction', 1000);
	const cameras = [...sites, ...streets, ...estates, ...junctions].flatMap((site) => camerasOf(site, random));
	if (cameras.length < CAMERAS) throw new RangeError(`${cameras.length} cameras, wanted ${CAMERAS} or more`);
	return cameras.slice(0, CAMERAS);
}

async function readTiles(source: string): Promise<QaTile[]> {
	const files = (await readdir(source)).filter((file) => /^\d+-\d+-\d+\.mvt$/.test(file)).sort();
	return Promise.all(
		files.map(async (name) => {
			const [z, x, y] = name.replace('.mvt', '').split('-').map(Number);
			return { name, z, x, y, bytes: new Uint8Array(await readFile(join(source, name))) };
		})
	);
}

function point(at: LngLat): Item['geometry'] {
	return { type: 'Point', coordinates: [...at] };
}

function polygon(ring: readonly LngLat[]): Item['geometry'] {
	return { type: 'Polygon', coordinates: [ring.map((place) => [...place])] };
}
