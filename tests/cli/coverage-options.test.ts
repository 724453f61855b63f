import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { GapSummary } from '../../src/lib/domain/findings/gaps.ts';
import type { Redundancy } from '../../src/lib/domain/findings/redundancy.ts';
import { encodeBuildings } from '../../src/lib/formats/buildings-file.ts';
import type { AreaRecord } from '../../src/lib/formats/area-table.ts';
import { runCordon } from '../support/run-cordon.ts';
import { box, packHouses, place, type House } from '../support/toy-houses.ts';

type Members = Record<string, unknown>;
interface Answer {
	summary: GapSummary & { areas?: AreaRecord[]; redundancy?: Redundancy };
	features: { properties: Members }[];
}

const BALTIMORE = resolve(import.meta.dirname, '../../../shared/data/baltimore-cameras-592.geojson');
const hasCameras = existsSync(BALTIMORE);
if (!hasCameras) process.stderr.write(`skipped: ${BALTIMORE} is not there\n`);

const folder = mkdtempSync(join(tmpdir(), 'cordon-options-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A pack of two kilometres about the toy houses, or elsewhere; only what sight needs is in it. */
function pack(name: string, houses: readonly House[], bbox = [...place(-1000, -1000), ...place(1000, 1000)]) {
	mkdirSync(join(folder, name));
	writeFileSync(join(folder, name, 'buildings.bin'), encodeBuildings(packHouses(houses)));
	writeFileSync(join(folder, name, 'region.json'), JSON.stringify({ format: 1, name, bbox, counts: {} }));
}
const wall = { outline: box(30, -200, 40, 200) };
pack('town', [wall]);
pack('steppe', []);
pack('elsewhere', [wall], [10, 10, 11, 11]);
pack('torn', [wall]);
writeFileSync(join(folder, 'torn/buildings.bin'), 'CORDONBD');

function square(id: string, from: number, to: number, properties: Members): Members {
	const ring = [place(from, -200), place(to, -200), place(to, 200), place(from, 200)];
	return feature(id, { kind: 'area', name: id, ...properties }, [[...ring, ring[0]]], 'Polygon');
}
function feature(id: string, properties: Members, coordinates: unknown, type = 'Point'): Members {
	return { type: 'Feature', id, properties, geometry: { type, coordinates } };
}
const west = square('west', -200, 0, { level: 'township', setting: 'urban' });
const east = square('east, "new"', 0, 200, { level: 'village', setting: 'rural', population: 1200 });
const eye = (id: string, properties: Members, x = -100) =>
	feature(id, { kind: 'camera', azimuthDeg: 90, hfovDeg: 60, ...properties }, place(x, 0));

let count = 0;
function plan(...features: Members[]): string {
	const path = join(folder, `plan-${count++}.geojson`);
	writeFileSync(path, JSON.stringify({ type: 'FeatureCollection', cordon: { format: 1 }, features }));
	return path;
}
async function ask(...args: string[]) {
	const ran = await runCordon(args, { CORDON_TILES: folder });
	return { ...ran, answer: ran.status === 0 ? (JSON.parse(ran.stdout) as Answer) : null };
}
async function gaps(file: string, ...options: string[]) {
	const { answer, stderr } = await ask('gaps', file, ...options);
	if (!answer) throw new Error(stderr);
	const reasons = new Set(answer.features.map(({ properties }) => properties.reason));
	return { ...answer, reasons, stderr };
}

describe.concurrent('cordon gaps', () => {
	test('--occlusion: what stands behind a building is not seen, and the answer says so', async () => {
		const file = plan(west, east, eye('cam', { rangeM: 250 }));
		const [free, cut] = await Promise.all([gaps(file), gaps(file, '--occlusion', 'town')]);
		// a wedge of 60 degrees: to the range, and to a wall 130 m away
		expect(free.summary.coveredM2).toBeCloseTo((Math.PI * 250 ** 2) / 6, -3);
		expect(cut.summary.coveredM2).toBeCloseTo(130 ** 2 * Math.tan(Math.PI / 6), -2);
		expect([free.reasons.has('occluded'), cut.reasons.has('occluded')]).toEqual([false, true]);
		const hidden = cut.summary.whatIf.find(({ what }) => what === 'unobstructed');
		expect(hidden?.closesM2).toBeCloseTo(free.summary.coveredM2 - cut.summary.coveredM2, 0);
		expect(cut.stderr).toMatch(/seeing past buildings closes 0\.02 km2\n$/);
		expect(free.stderr).not.toContain('buildings');
	});

	test('--min-density: a number or a level by its name; what is too coarse is told', async () => {
		const optics = { sensorWidthMm: 5.4, focalLengthMm: 6, resolutionPx: [1920, 1080], hfovDeg: undefined };
		const file = plan(west, east, eye('cam', optics));
		const [free, named, number, other] = await Promise.all([
			gaps(file),
			gaps(file, '--min-density', 'recognise'),
			gaps(file, '--min-density', '125'),
			gaps(file, '--min-density=perceive')
		]);
		const seenM2 = (pxPerM: number) => Math.atan(0.45) * ((1920 * 6) / (pxPerM * 5.4)) ** 2;
		expect(free.summary.coveredM2 / seenM2(25)).toBeCloseTo(1, 2);
		expect(named.summary.coveredM2 / seenM2(125)).toBeCloseTo(1, 1);
		expect([free.reasons.has('too-coarse'), named.reasons.has('too-coarse')]).toEqual([false, true]);
		expect(number.summary).toEqual(named.summary);
		expect(other.summary).toEqual(named.summary);
		expect(named.stderr).toContain('taking a coarser picture closes');
	});

	test('--min-density: pictures of unknown pixels are counted as stated, and named', async () => {
		const { summary, stderr } = await gaps(
			plan(west, eye('cam', { rangeM: 50 })),
			'--min-density',
			'identify'
		);
		expect(summary.coveredM2).toBeGreaterThan(1000);
		expect(stderr).toContain('1 of unknown resolution counted by their stated range');
	});

	test('--count-ptz: the view it states counts only when it is said', async () => {
		const file = plan(west, east, eye('cam', { type: 'ptz', rangeM: 90 }));
		const [without, counted] = await Promise.all([gaps(file), gaps(file, '--count-ptz')]);
		expect(without.summary.coveredM2).toBe(0);
		expect(without.stderr).toContain('holding PTZ cameras to their view closes');
		expect(counted.summary.coveredM2).toBeCloseTo((Math.PI * 90 ** 2) / 6, -2);
	});

	test('--redundancy: places by how many see them, what could go, what must not', async () => {
		const twins = [eye('b', { rangeM: 60 }), eye('a', { rangeM: 60 })];
		const alone = eye('c', { rangeM: 60, azimuthDeg: 270 }, 100);
		const { summary, stderr } = await gaps(plan(west, east, ...twins, alone), '--redundancy');
		const found = summary.redundancy as Redundancy;
		const wedgeM2 = (Math.PI * 60 ** 2) / 6;
		const [none, one, two, more] = found.byWatchersM2;
		expect(none + one + two + more).toBeCloseTo(summary.areaM2, 0);
		expect([one / wedgeM2, two / wedgeM2, more]).toEqual([
			expect.closeTo(1, 2),
			expect.closeTo(1, 2),
			expect.closeTo(0, 0)
		]);
		expect(found).toMatchObject({ cameras: 3, idle: ['b'], idleAlone: 2, critical: [{ id: 'c' }] });
		expect(stderr).not.toContain('\r');
	});

	test('the last line in Chinese', async () => {
		const file = plan(west, eye('cam', { rangeM: 90, health: 'broken' }));
		const { stderr } = await runCordon(['gaps', file], { CORDON_TILES: folder, LC_ALL: 'zh_CN.UTF-8' });
		expect(stderr).toMatch(/^面积 0\.08 平方公里，覆盖 0\.0%.*\n修复故障可消除 \d+ 平方米\n$/);
	});
});

describe.concurrent('cordon score', () => {
	const file = plan(
		west,
		east,
		eye('cam', { rangeM: 80 }),
		eye('sick', { rangeM: 80, health: 'broken' }, 50),
		eye('lone', { rangeM: 40, integrated: false }, 60)
	);

	test('every area with its figures, settings and the whole besides; the same as gaps --areas', async () => {
		const [score, { summary }] = await Promise.all([ask('score', file), gaps(file, '--areas')]);
		const { features, summary: scored } = score.answer as Answer;
		const [there, here] = features.map(({ properties }) => properties);
		expect(here).toMatchObject({ kind: 'score', areaId: 'west', level: 'township', cameras: 1 });
		expect(here).toMatchObject({ intactRate: 1, integratedRate: 1, population: null });
		expect(there).toMatchObject({ kind: 'score', areaId: 'east, "new"', population: 1200, cameras: 2 });
		expect(there).toMatchObject({ intactRate: 0.5, integratedRate: 0.5, coveredM2: 0 });
		expect(scored.areas).toEqual(summary.areas);
		expect(scored.areas?.map(({ of, setting }) => [of, setting])).toEqual([
			['area', 'rural'],
			['area', 'urban'],
			['setting', 'urban'],
			['setting', 'rural'],
			['all', null]
		]);
		for (const row of scored.areas ?? []) expect(row.coveredM2 + row.gapM2).toBeCloseTo(row.areaM2, 2);
		expect(scored.areas?.at(-1)).toMatchObject({ areaM2: summary.areaM2, coveredM2: summary.coveredM2 });
		expect(score.stderr).toMatch(/^2 areas, from east, "new" with 0\.0 % covered to west with /);
	});

	test('--format csv: machine headers, one line a row; -o writes it to a file', async () => {
		const out = join(folder, 'score.csv');
		const options = { CORDON_TILES: folder };
		const ran = await runCordon(['score', file, '--format', 'csv', '--level', 'village', '-o', out], options);
		expect([ran.status, ran.stdout]).toEqual([0, '']);
		const [head, row, ...rest] = readFileSync(out, 'utf8').split('\r\n');
		expect(head).toBe(
			'of,areaId,name,level,setting,population,areaM2,coveredM2,gapM2,coveredShare,cameras,camerasPerKm2,intactRate,integratedRate'
		);
		expect(row).toMatch(/^area,"east, ""new""","east, ""new""",village,rural,1200,\d+\.\d+,0,/);
		expect(rest).toEqual(['']);
	});

	test.each([
		['no area', [plan(feature('p', { kind: 'checkpoint' }, place(0, 0)))], 'saw no feature of kind area'],
		['no area of that level', [file, '--level', 'county'], 'a level that its areas have: township, village']
	])('%s: exit 2, one line', async (_, args, words) => {
		const { status, stdout, stderr } = await runCordon(['score', ...args], { CORDON_TILES: folder });
		expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
		expect(stderr).toContain(args[0]);
		expect(stderr).toContain(words);
	});
});

describe.concurrent('walls that cannot be had: exit 2, nothing on standard output, one line', () => {
	test.each([
		['a region that is not built', 'nowhere', 'region "nowhere" is not built'],
		['a region without buildings', 'steppe', 'saw --occlusion steppe, a region with no buildings'],
		['a region where no camera stands', 'elsewhere', "where none of the plan's cameras stands"],
		['a file that is torn', 'torn', 'build the region anew']
	])('%s', async (_, region, words) => {
		const file = plan(west, eye('cam', { rangeM: 50 }));
		const { status, stdout, stderr } = await runCordon(['gaps', file, '--occlusion', region], {
			CORDON_TILES: folder
		});
		expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
		expect(stderr).toContain(words);
	});

	test('cameras beyond the region are counted with free sight, and that is said', async () => {
		const far = eye('far', { rangeM: 50 }, 5000);
		const { stderr } = await gaps(plan(west, eye('cam', { rangeM: 50 }), far), '--occlusion', 'town');
		expect(stderr).toContain('warning: cameras outside town, whose sight nothing is known to block: 1\n');
	});
});

describe.skipIf(!hasCameras)('592 real cameras of a city', () => {
	test('as bare points are no plan, and the first fault is told in one line', async () => {
		const { status, stdout, stderr } = await ask('gaps', BALTIMORE);
		expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
		expect(stderr).toMatch(/features\[0\]: kind is nothing, wanted one of area.*591 more/);
	});

	test('as domes: all stand in the city, and ground by number of cameras makes up the covered', async () => {
		interface Points {
			features: { geometry: { coordinates: [number, number] } }[];
		}
		const { features } = JSON.parse(readFileSync(BALTIMORE, 'utf8')) as Points;
		const domes = features.map(({ geometry }, i) =>
			feature(`dome-${i}`, { kind: 'camera', type: 'dome', rangeM: 60 }, geometry.coordinates)
		);
		const [lngs, lats] = [0, 1].map((axis) => features.map(({ geometry }) => geometry.coordinates[axis]));
		const [w, s, e, n] = [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)];
		const outline = [
			[w - 0.01, s - 0.01],
			[e + 0.01, s - 0.01],
			[e + 0.01, n + 0.01],
			[w - 0.01, n + 0.01],
			[w - 0.01, s - 0.01]
		];
		const city = feature('city', { kind: 'area', name: 'City' }, [outline], 'Polygon');
		const { summary } = await gaps(plan(city, ...domes), '--areas', '--redundancy');
		const [none, one, two, more] = (summary.redundancy as Redundancy).byWatchersM2;
		expect(summary.areas?.map(({ cameras }) => cameras)).toEqual([592, 592]);
		expect(Math.abs(one + two + more - summary.coveredM2)).toBeLessThan(1e-4 * summary.coveredM2);
		expect(Math.abs(none - summary.gapM2)).toBeLessThan(1e-5 * summary.areaM2);
		expect(one).toBeLessThanOrEqual(592 * Math.PI * 60 ** 2);
	});
});
