import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { lastMeasure, lngLatAt } from '../../src/lib/network/edge-line.ts';
import { buildJunctionGraph } from '../../src/lib/network/junction-graph.ts';
import { prepareRoads, type Roads } from '../../src/lib/network/roads.ts';
import { placeOnRoad } from '../../src/lib/network/travel/road-place.ts';
import { PATROL_CAR, type TravelModel } from '../../src/lib/network/travel/travel-model.ts';
import { travelNetwork } from '../../src/lib/network/travel/travel-network.ts';
import { travelTimes } from '../../src/lib/network/travel/travel-times.ts';
import { travelWay } from '../../src/lib/network/travel/travel-way.ts';
import { readSource } from '../../tiles/build/read-source.ts';
import { roadWaysOf } from '../../tiles/build/road-ways.ts';
import { SourceStore } from '../../tiles/build/source-store.ts';
import type { LngLat } from '../../src/lib/geo/coordinates.ts';
import { SILENT } from '../support/built-packs.ts';
import { sampleFile } from '../support/map-samples.ts';
import { seeded } from '../support/random.ts';

const PACKAGE = '@valhallajs/valhallajs';
const PAIRS = 200;

/** The part of Valhalla that is used here. */
interface Router {
	route(query: object): Promise<{ trip: { summary: { time: number; length: number } } }>;
}

/** A drive of both, seconds and metres. */
export interface ComparedDrive {
	readonly ourS: number;
	readonly theirS: number;
	readonly ourM: number;
	readonly theirM: number;
}

/**
 * Compares drives of the travel model with Valhalla's between random places of Liechtenstein.
 *
 * Valhalla is 280 MB, so it is no dependency: the bench uses it where it can be imported, from here or from the
 * module that `VALHALLA_MODULE` names, and says how to get it where not.
 */
export async function benchValhalla(): Promise<void> {
	const file = sampleFile('liechtenstein-2021.osm.pbf');
	const found = await findPackage();
	if (!file || !found) {
		process.stdout.write(
			found
				? '(liechtenstein-2021.osm.pbf is not there)\n'
				: `(${PACKAGE} is not there: npm install --no-save ${PACKAGE})\n`
		);
		return;
	}
	const roads = await roadsOf(file);
	const router = await routerOf(found, file);
	process.stdout.write('| pairs | drives | median ratio of time | p10 | p90 | median ratio of length |\n');
	process.stdout.write('| --- | --- | --- | --- | --- | --- |\n');
	for (const seed of [1, 2]) {
		const drives = await compareDrives(roads, PATROL_CAR, router, PAIRS, seed);
		const times = ratios(drives, (d) => d.ourS / d.theirS);
		const lengths = ratios(drives, (d) => d.ourM / d.theirM);
		process.stdout.write(
			`| ${PAIRS} of seed ${seed} | ${drives.length} | ${[times(0.5), times(0.1), times(0.9), lengths(0.5)].map((r) => r.toFixed(3)).join(' | ')} |\n`
		);
	}
}

/** Drives between random places on public roads more than 500 m apart that both can make. */
export async function compareDrives(
	roads: Roads,
	model: TravelModel,
	router: Router,
	pairs: number,
	seed: number
): Promise<ComparedDrive[]> {
	const travel = travelNetwork(roads, model);
	const random = seeded(seed);
	const places = [...travel.islandM.keys()].filter(
		(e) => travel.islandM[e] > 100_000 && !travel.isPrivate[e]
	);
	const somewhere = (): LngLat => {
		const edge = places[Math.floor(random() * places.length)];
		return lngLatAt(roads.graph, edge, random() * lastMeasure(roads.graph, edge));
	};
	const drives: ComparedDrive[] = [];
	for (let i = 0; i < pairs; i++) {
		const [from, to] = [somewhere(), somewhere()];
		const start = placeOnRoad(travel, from, 50);
		const end = placeOnRoad(travel, to, 50);
		if (!start || !end) continue;
		const way = travelWay(travel, travelTimes(travel, [start]), end);
		if (!way || way.lengthM < 500) continue;
		try {
			const { trip } = await router.route({
				locations: [from, to].map(([lon, lat]) => ({ lon, lat })),
				costing: 'auto',
				units: 'kilometers'
			});
			drives.push({
				ourS: way.durationS,
				theirS: trip.summary.time,
				ourM: way.lengthM,
				theirM: trip.summary.length * 1000
			});
		} catch {
			continue; // it knows no way between the two
		}
	}
	return drives;
}

function ratios(
	drives: readonly ComparedDrive[],
	ratio: (drive: ComparedDrive) => number
): (p: number) => number {
	const sorted = drives.map(ratio).sort((a, b) => a - b);
	return (p) => sorted[Math.floor(p * (sorted.length - 1))];
}

/** The road graph of an extract, without building a pack. */
export async function roadsOf(file: string): Promise<Roads> {
	const store = new SourceStore();
	await readSource(file, store, SILENT);
	return prepareRoads(buildJunctionGraph(roadWaysOf(store, null)));
}

async function findPackage(): Promise<string | null> {
	if (process.env.VALHALLA_MODULE) return pathToFileURL(process.env.VALHALLA_MODULE).href;
	try {
		return await Promise.resolve(import.meta.resolve(PACKAGE));
	} catch {
		return null;
	}
}

/** A router on tiles made of `file` in a folder that goes when the process does. */
export async function routerOf(packageUrl: string, file: string): Promise<Router> {
	const { Actor } = (await import(packageUrl)) as { Actor: new (config: object) => Router };
	const cli = join(dirname(fileURLToPath(packageUrl)), 'bin/valhalla-cli.js');
	const folder = mkdtempSync(join(tmpdir(), 'cordon-valhalla-'));
	process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
	const run = (...args: string[]): string => {
		const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
			// it leaves a list of doubled ways where it runs
			cwd: folder,
			encoding: 'utf8',
			maxBuffer: 1e9
		});
		if (status !== 0) throw new Error(`valhalla ${args[0]} ended with ${status}: ${stderr.slice(-400)}`);
		return stdout;
	};
	const config = run('build_config', '--mjolnir-tile-dir', join(folder, 'tiles'));
	writeFileSync(join(folder, 'config.json'), config);
	run('build_tiles', '-c', join(folder, 'config.json'), file);
	const quiet = JSON.parse(config) as { loki?: { logging?: object } };
	return new Actor({
		...quiet,
		mjolnir: { ...(quiet as { mjolnir: object }).mjolnir, logging: { type: '' } }
	});
}
