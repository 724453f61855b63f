import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Feature, Polygon, Position } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoSource, makeDemoCity } from '../../src/cli/serving/demo-city.ts';
import { seal } from '../../src/lib/analysis/sealing/seal.ts';
import { SealMemory } from '../../src/lib/analysis/sealing/seal-memory.ts';
import type { GapSummary } from '../../src/lib/domain/findings/gaps.ts';
import type { Redundancy } from '../../src/lib/domain/findings/redundancy.ts';
import type { RingVerdict } from '../../src/lib/domain/findings/sealing.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import type { AreaRecord } from '../../src/lib/formats/area-table.ts';
import { parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { writeDemoPlan } from '../../tiles/build/demo-plan.ts';
import { runCordon } from '../support/run-cordon.ts';
import { polygonFault, sideOf } from '../support/valid-polygon.ts';

interface GapsFile {
	summary: GapSummary;
	features: Feature<Polygon, { areaM2: number; reason: string }>[];
}
interface SealFile {
	summary: { rings: RingVerdict[] };
	features: Feature[];
}

const LIECHTENSTEIN = resolve(import.meta.dirname, '../../../shared/data/liechtenstein-2021.osm.pbf');
const hasExtract = existsSync(LIECHTENSTEIN);
if (!hasExtract) process.stderr.write(`skipped: ${LIECHTENSTEIN} is not there\n`);

const packs = mkdtempSync(join(tmpdir(), 'cordon-real-'));
afterAll(() => rmSync(packs, { recursive: true }));
const run = (...args: string[]) => runCordon(args, { CORDON_TILES: packs });

/** Vaduz with a ring across its streets, two posts, a zone and a few cameras, drawn by hand. */
const VADUZ = {
	type: 'FeatureCollection',
	cordon: { format: 1, name: 'Vaduz', region: 'liechtenstein' },
	features: [
		drawn('vaduz', { kind: 'area', name: 'Vaduz', level: 'township' }, box(9.5, 47.12, 9.54, 47.155)),
		drawn('core', { kind: 'control-ring', level: 1 }, box(9.512, 47.13, 9.528, 47.146)),
		drawn('border', { kind: 'control-ring', level: 3 }, box(9.502, 47.122, 9.538, 47.152)),
		drawn('zone', { kind: 'patrol-zone', name: 'Old town' }, box(9.518, 47.136, 9.524, 47.142)),
		drawn(
			'lens',
			{ kind: 'camera', azimuthDeg: 200, sensorWidthMm: 5.4, focalLengthMm: 6, resolutionPx: 1920 },
			{ type: 'Point', coordinates: [9.5215, 47.1435] }
		),
		drawn(
			'turning',
			{ kind: 'camera', type: 'ptz', azimuthDeg: 10, hfovDeg: 60, rangeM: 150 },
			{ type: 'Point', coordinates: [9.5215, 47.1345] }
		),
		...Array.from({ length: 12 }, (_, i) =>
			drawn(
				`cam-${i}`,
				{ kind: 'camera', azimuthDeg: 30 * i, hfovDeg: 60, rangeM: 120, nearM: 4 },
				{ type: 'Point', coordinates: [9.506 + 0.0025 * i, 47.125 + 0.002 * i] }
			)
		)
	]
};

beforeAll(async () => {
	await makeDemoCity(packs, () => undefined);
	if (!hasExtract) return;
	const built = await run('region', 'build', LIECHTENSTEIN, '--name', 'liechtenstein', '--out', packs);
	if (built.status !== 0) throw new Error(built.stderr);
	writeFileSync(join(packs, 'vaduz.geojson'), JSON.stringify(VADUZ));
});

const CITIES = [
	['the demo city', 'astana/demo-plan.geojson', 'astana', true],
	['Liechtenstein', 'vaduz.geojson', 'liechtenstein', hasExtract]
] as const;

describe.each(CITIES.filter(([, , , isThere]) => isThere))('%s', (_, file, region) => {
	const plan = join(packs, file);

	test('is a sound plan', async () => {
		expect((await run('validate', plan)).status).toBe(0);
	});

	test.each([[[]], [['--by', 'cameras']], [['--at', '2026-05-01T23:30']], [['--assume-repaired']]])(
		'gaps %j: covered and gap make the area; polygons are valid and do not overlap',
		async (options) => {
			const { status, stdout } = await run('gaps', plan, ...options);
			expect(status).toBe(0);
			const { summary, features } = JSON.parse(stdout) as GapsFile;
			expect(Math.abs(summary.coveredM2 + summary.gapM2 - summary.areaM2)).toBeLessThan(
				1e-6 * summary.areaM2
			);
			expect(summary.gaps).toBe(features.length);
			const listedM2 = features.reduce((sum, { properties }) => sum + properties.areaM2, 0);
			expect(Math.abs(listedM2 + summary.droppedSliversM2 - summary.gapM2)).toBeLessThan(
				1e-6 * summary.areaM2
			);
			const polygons = features.map(({ geometry }) => geometry.coordinates.map(flat));
			for (const rings of polygons.filter((rings) => rings.reduce((n, ring) => n + ring.length, 0) < 4000)) {
				expect(polygonFault(rings)).toBe(null);
			}
			expect(overlaps(polygons)).toEqual([]);
		}
	);

	test('seal: all suggestions applied seal every ring, any one left out does not', async () => {
		const { status, stdout } = await run('seal', plan, '--region', region, '--suggest');
		expect(status).toBe(1);
		const answer = JSON.parse(stdout) as SealFile;
		for (const verdict of answer.summary.rings) {
			expect(verdict.sealed).toBe(verdict.leaks === 0);
			expect(verdict.held + verdict.covered + verdict.pockets + verdict.open).toBe(verdict.crossings);
			const routes = answer.features.filter(
				({ properties }) => properties?.kind === 'leak-route' && properties.ring === verdict.ring
			);
			expect(routes).toHaveLength(verdict.leaks);
		}
		const suggested = answer.features
			.filter(({ properties }) => properties?.kind === 'suggestion')
			.map((feature, i) => ({
				...feature,
				id: `suggested-${i}`,
				properties: { kind: 'checkpoint', controls: feature.properties?.controls as unknown }
			}));
		expect(suggested.length).toBeGreaterThan(0);

		const before = JSON.parse(readFileSync(plan, 'utf8')) as { features: unknown[] };
		const sealedFile = join(packs, `${region}-sealed.geojson`);
		writeFileSync(sealedFile, JSON.stringify({ ...before, features: [...before.features, ...suggested] }));
		const sealed = await run('seal', sealedFile, '--region', region);
		expect([sealed.status, sealed.stderr]).toEqual([0, expect.stringContaining('sealed')]);

		const bytes = readFileSync(join(packs, region, 'roads.bin'));
		const roads = prepareRoads(decodeRoadGraph(new Uint8Array(bytes).buffer));
		const items = [...parsePlan(readFileSync(sealedFile, 'utf8'), { newId: String }).plan.items.values()];
		const memory = new SealMemory(roads);
		for (const { id } of suggested) {
			const rest = items.filter((item: Item) => item.id !== id);
			const { rings } = seal(roads, rest, {}, memory);
			expect(
				rings.every((ring) => ring.sealed),
				`sealed without ${id}`
			).toBe(false);
		}
	});

	test('routes: buildings, a least density and a PTZ that may turn leave more road unseen', async () => {
		const unseenM = async (...options: string[]) => {
			const { stdout } = await run('routes', plan, '--by', 'cameras', ...options);
			return (JSON.parse(stdout) as { summary: { unseenM: number } }).summary.unseenM;
		};
		const free = await unseenM();
		expect(await unseenM('--occlusion', region)).toBeGreaterThan(free);
		expect(await unseenM('--min-density', 'identify')).toBeGreaterThan(free);
		expect(await unseenM('--count-ptz')).toBeLessThan(free);
	});

	test('routes: watched and unwatched make the roads, in all and by class', async () => {
		const { status, stdout } = await run('routes', plan);
		expect(status).toBe(0);
		const { summary, features } = JSON.parse(stdout) as {
			summary: Record<'roadM' | 'watchedM' | 'unseenM', number> & {
				byClass: Record<string, { roadM: number }>;
			};
			features: Feature[];
		};
		expect(summary.watchedM + summary.unseenM).toBeCloseTo(summary.roadM, 3);
		const byClass = Object.values(summary.byClass).reduce((sum, { roadM }) => sum + roadM, 0);
		expect(byClass).toBeCloseTo(summary.roadM, 3);
		const listedM = features.reduce((sum, { properties }) => sum + (properties?.lengthM as number), 0);
		expect(listedM / summary.unseenM).toBeGreaterThan(0.99);
		expect(listedM / summary.unseenM).toBeLessThan(1.0001);
	});
});

describe('the demo plan', () => {
	test('is the same bytes every time, and says what of it is made up', async () => {
		const file = join(packs, 'astana/demo-plan.geojson');
		const first = readFileSync(file, 'utf8');
		await writeDemoPlan(join(packs, 'astana'), demoSource());
		expect(readFileSync(file, 'utf8')).toBe(first);
		const { plan } = parsePlan(first, { newId: String });
		expect(JSON.stringify(plan.header)).toContain('cameras are made up');
		expect(JSON.stringify(plan.header)).toContain('© OpenStreetMap contributors');
	});
	test('of an older edition is made anew, of this one it is left alone', async () => {
		const file = join(packs, 'astana/demo-plan.geojson');
		const told: string[] = [];
		const make = () => makeDemoCity(packs, (en) => told.push(en));
		const text = readFileSync(file, 'utf8');
		await make();
		expect(told).toEqual([]);
		writeFileSync(file, text.replace(/,"edition":\d+/, ''));
		await make();
		expect(told).toEqual(['making up the demo plan …']);
		expect(readFileSync(file, 'utf8')).toBe(text);
	});
	test('shows what coverage can tell: settings apart, and something to gain by every means', async () => {
		const plan = join(packs, 'astana/demo-plan.geojson');
		const options = ['--occlusion', 'astana', '--min-density', 'observe', '--areas', '--redundancy'];
		const { status, stdout, stderr } = await run('gaps', plan, ...options);
		expect(status).toBe(0);
		const { summary } = JSON.parse(stdout) as {
			summary: GapSummary & { areas: AreaRecord[]; redundancy: Redundancy };
		};
		const share = (setting: string) =>
			summary.areas.find((row) => row.of === 'setting' && row.setting === setting)?.coveredShare ?? NaN;
		expect(share('urban')).toBeGreaterThan(2 * share('mixed'));
		expect(share('mixed')).toBeGreaterThan(share('rural'));
		const byLevel = (level: string) =>
			summary.areas.filter((row) => row.level === level).reduce((sum, { areaM2 }) => sum + areaM2, 0);
		for (const level of ['county', 'township']) {
			expect(Math.abs(byLevel(level) - summary.areaM2)).toBeLessThan(1e-6 * summary.areaM2);
		}
		for (const { what, closesM2 } of summary.whatIf) {
			if (what !== 'now' && what !== 'any-hour') expect(closesM2, what).toBeGreaterThan(1000);
		}
		expect(stderr).toMatch(/repairing what is broken closes [\d.]+ km2, connecting what is there [\d.]+ km2/);
		expect(summary.redundancy.cameras).toBeGreaterThan(1000);
		expect(summary.redundancy.idle.length).toBeGreaterThan(10);
		expect(summary.redundancy.critical.length).toBeGreaterThan(100);
	});
	test('leaks in few places at the core and in more further out', async () => {
		const { stdout } = await run('seal', join(packs, 'astana/demo-plan.geojson'));
		const { rings } = (JSON.parse(stdout) as SealFile).summary;
		const leaks = rings.map((ring) => ring.leaks);
		expect(leaks[0]).toBeGreaterThanOrEqual(1);
		expect(leaks[0]).toBeLessThanOrEqual(3);
		expect(leaks[1]).toBeGreaterThan(leaks[0]);
		expect(leaks[2]).toBeGreaterThan(leaks[1]);
		for (const ring of rings) expect(ring.held).toBeGreaterThan(2 * ring.leaks);
	});
});

function drawn(id: string, properties: object, geometry: object) {
	return { type: 'Feature', id, properties, geometry };
}

function box(west: number, south: number, east: number, north: number): Polygon {
	const ring = [
		[west, south],
		[east, south],
		[east, north],
		[west, north],
		[west, south]
	];
	return { type: 'Polygon', coordinates: [ring] };
}

/** A ring as whole units of 1e-7 degree, not closed: exact for orientation tests. */
function flat(ring: Position[]): Int32Array {
	return Int32Array.from(
		ring.slice(0, -1).flatMap(([lng, lat]) => [Math.round(lng * 1e7), Math.round(lat * 1e7)])
	);
}

/** Pairs of polygons of which one has a vertex strictly within the other; boxes first. */
function overlaps(polygons: Int32Array[][]): [number, number][] {
	const found: [number, number][] = [];
	const boxes = polygons.map(([outer]) => boxOf(outer));
	for (let a = 0; a < polygons.length; a++) {
		for (let b = 0; b < polygons.length; b++) {
			if (a === b || !meet(boxes[a], boxes[b])) continue;
			const [outer] = polygons[b];
			for (let i = 0; i < outer.length; i += 2) {
				const side = sideOf(outer[i], outer[i + 1], polygons[a][0]);
				const isInHole = polygons[a].slice(1).some((hole) => sideOf(outer[i], outer[i + 1], hole) >= 0);
				if (side > 0 && !isInHole) {
					found.push([a, b]);
					break;
				}
			}
		}
	}
	return found;
}

function boxOf(ring: Int32Array): [number, number, number, number] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < ring.length; i += 2) {
		[west, east] = [Math.min(west, ring[i]), Math.max(east, ring[i])];
		[south, north] = [Math.min(south, ring[i + 1]), Math.max(north, ring[i + 1])];
	}
	return [west, south, east, north];
}

function meet(a: readonly number[], b: readonly number[]): boolean {
	return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
