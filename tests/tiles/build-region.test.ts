import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PACK_FILES, type RegionManifest } from '../../src/lib/domain/region.ts';
import { decodeRoadGraph } from '../../src/lib/network/graph-file.ts';
import { NODE } from '../../src/lib/network/road-graph.ts';
import { BuildError } from '../../tiles/build/build-error.ts';
import { buildRegion } from '../../tiles/build/build-region.ts';
import { clearDeadBuilds } from '../../tiles/build/pack-folders.ts';
import { ProgressPrinter } from '../../tiles/build/progress.ts';
import type { Bbox } from '../../src/lib/geo/coordinates.ts';
import { BUILT, SILENT } from '../support/built-packs.ts';
import { ASTANA_TILES, GOTHENBURG_ROADS, sampleFile } from '../support/map-samples.ts';
import { dataBlob, headerBlob } from '../support/write-pbf.ts';

const root = resolve(import.meta.dirname, '../..');
const liechtenstein = sampleFile('liechtenstein-2021.osm.pbf');
const baltimore = sampleFile('baltimore-2015-unsorted.osm.pbf');

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cordon-build-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const build = (input: string, name: string, clip: Bbox | null = null, progress = SILENT) =>
	buildRegion({ input, name, into: join(folder, 'packs'), clip, built: BUILT }, progress);
const graphOf = async (name: string) =>
	decodeRoadGraph(
		(await readFile(join(folder, 'packs', name, PACK_FILES.roads))).slice().buffer as ArrayBuffer
	);
const put = async (name: string, content: string | Uint8Array) => {
	await writeFile(join(folder, name), content);
	return join(folder, name);
};

// a crossroads of four streets and a bridge over one of them
const NODES = [
	{ id: 1, lng7: 0, lat7: 0 },
	{ id: 2, lng7: 10_000, lat7: 0, tags: { barrier: 'gate', locked: 'yes' } },
	{ id: 3, lng7: 20_000, lat7: 0 },
	{ id: 4, lng7: 10_000, lat7: 10_000 },
	{ id: 5, lng7: 10_000, lat7: -10_000 },
	{ id: 6, lng7: 15_000, lat7: 10_000 },
	{ id: 7, lng7: 15_000, lat7: -10_000 }
];
const WAYS = [
	{ id: 10, refs: [1, 2, 3], tags: { highway: 'residential', name: 'Main' } },
	{ id: 11, refs: [4, 2, 5], tags: { highway: 'residential' } },
	{ id: 12, refs: [6, 7], tags: { highway: 'primary', bridge: 'yes' } },
	{ id: 13, refs: [3, 4, 6, 3], tags: { building: 'yes', 'building:levels': '4' } }
];
const XML = `<osm version="0.6">${NODES.map(
	({ id, lng7, lat7, tags }) =>
		`<node id="${id}" lon="${lng7 / 1e7}" lat="${lat7 / 1e7}">${tags ? '<tag k="barrier" v="gate"/><tag k="locked" v="yes"/>' : ''}</node>`
).join('')}${WAYS.map(
	({ id, refs, tags }) =>
		`<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${Object.entries(tags)
			.map(([k, v]) => `<tag k="${k}" v="${v}"/>`)
			.join('')}</way>`
).join('')}</osm>`;

describe('every kind of source makes the same pack', () => {
	const bzip2 = spawnSync('bzip2', ['-c'], { input: XML });
	const sources: [string, string | Uint8Array][] = [
		['town.osm.pbf', Buffer.concat([headerBlob(), dataBlob({ nodes: NODES }), dataBlob({ ways: WAYS })])],
		[
			'backwards.osm.pbf',
			Buffer.concat([headerBlob(), dataBlob({ ways: WAYS }), dataBlob({ nodes: [...NODES].reverse() })])
		],
		['town.osm', XML],
		...(bzip2.status === 0 ? [['town.osm.bz2', bzip2.stdout] as [string, Uint8Array]] : [])
	];

	test.each(sources)('%s', async (name, content) => {
		const { counts } = await build(await put(name, content), 'town');
		expect(counts).toMatchObject({ roads: 3, nodes: 7, edges: 5, buildings: 1 });
		const graph = await graphOf('town');
		const crossing = graph.nodeFlags.indexOf(NODE.BARRIER | NODE.LOCKED);
		expect(graph.adjacentStart[crossing + 1] - graph.adjacentStart[crossing]).toBe(4);
	});

	test('bollards are told from a gate', async () => {
		const xml = XML.replace(
			'<tag k="barrier" v="gate"/><tag k="locked" v="yes"/>',
			'<tag k="barrier" v="bollard"/>'
		);
		await build(await put('bollards.osm', xml), 'bollards');
		const graph = await graphOf('bollards');
		expect(graph.nodeFlags.filter((flags) => flags === (NODE.BARRIER | NODE.FIXED)).length).toBe(1);
	});

	test('several streams in one bz2', async () => {
		if (bzip2.status !== 0) return console.warn('skipped: no bzip2 here');
		const half = XML.length >> 1;
		const parts = [XML.slice(0, half), XML.slice(half)].map(
			(input) => spawnSync('bzip2', ['-c'], { input }).stdout
		);
		const { counts } = await build(await put('two.osm.bz2', Buffer.concat(parts)), 'two');
		expect(counts.roads).toBe(3);
	});
});

test('GeoJSON roads make a pack', async () => {
	const { counts, bbox } = await build(GOTHENBURG_ROADS, 'gothenburg');
	expect(counts.roads).toBeGreaterThan(19_000);
	expect(counts.edges).toBeGreaterThan(counts.roads);
	// a source of roads alone has nothing else to follow
	expect(counts.borders).toBe(0);
	expect(bbox.map(Math.floor)).toEqual([11, 57, 12, 57]);
});

test.skipIf(!liechtenstein)('an extract cut by --bbox ends at its box', async () => {
	const clip: Bbox = [9.5, 47.13, 9.55, 47.18];
	const { bbox, counts } = await build(liechtenstein as string, 'vaduz', clip);
	expect(bbox).toEqual(clip);
	expect(counts.roads).toBeGreaterThan(1000);
	const graph = await graphOf('vaduz');
	expect(Math.min(...graph.nodeLng)).toBeGreaterThanOrEqual(9.5e7);
	expect(Math.max(...graph.nodeLat)).toBeLessThanOrEqual(47.18e7);
	expect(graph.nodeFlags.filter((flags) => flags & NODE.EDGE_OF_DATA).length).toBeGreaterThan(50);
});

test.skipIf(!liechtenstein)(
	'Liechtenstein: counts, restrictions, and roads that leave the country',
	async () => {
		const { counts } = await build(liechtenstein as string, 'liechtenstein');
		expect(counts.roads).toBe(6956);
		expect(counts.buildings).toBeGreaterThan(15_800);
		expect(counts.borders).toBeGreaterThan(450);
		const graph = await graphOf('liechtenstein');
		expect(graph.restrictionOnly.length).toBeGreaterThan(70);
		expect(graph.nodeFlags.filter((flags) => flags & NODE.EDGE_OF_DATA).length).toBeGreaterThan(10);
	}
);

test.skipIf(!baltimore)('an extract out of order, with a coast and cut ways', async () => {
	const { counts } = await build(baltimore as string, 'baltimore');
	expect(counts.roads).toBeGreaterThan(3800);
	const graph = await graphOf('baltimore');
	expect(graph.nodeFlags.filter((flags) => flags & NODE.EDGE_OF_DATA).length).toBeGreaterThan(100);
});

describe('bad input is refused in one line, and nothing is left behind', () => {
	const town = Buffer.concat([headerBlob(), dataBlob({ nodes: NODES, ways: WAYS })]);
	const cases: [string, () => Promise<string>, RegExp, Bbox?][] = [
		[
			'no such file',
			async () => join(folder, 'nosuch.pbf'),
			/nosuch\.pbf: no such file or folder, wanted an OpenStreetMap extract/
		],
		['an empty file', () => put('empty.osm', ''), /empty\.osm: byte 0: an empty file, wanted/],
		[
			'a file of another kind',
			() => put('a.pbf', Buffer.from('GIF89a and so on')),
			/a\.pbf: byte 0: a file that starts with "GIF89a a", wanted/
		],
		['a table', () => put('a.csv', 'lat,lng\n1,2\n'), /starts with "lat,lng/],
		[
			'a PBF cut short',
			() => put('short.osm.pbf', town.subarray(0, -9)),
			/short\.osm\.pbf: byte \d+: the file ends at byte \d+, wanted \d+ bytes more/
		],
		[
			'a PBF with a flipped bit',
			() =>
				put(
					'bit.osm.pbf',
					town.map((byte, i) => (i === town.length - 40 ? byte ^ 8 : byte))
				),
			/bit\.osm\.pbf: block at byte \d+: damaged data/
		],
		[
			'XML cut short',
			() => put('short.osm', XML.slice(0, -20)),
			/short\.osm: line 1, column \d+: .*wanted well-formed/
		],
		['XML of another kind', () => put('track.osm', '<gpx></gpx>'), /a root <gpx>, wanted <osm>/],
		[
			'bz2 with nothing behind it',
			() => put('bad.osm.bz2', 'BZh9 nothing of the kind'),
			/bad\.osm\.bz2: byte \d+: damaged bzip2/
		],
		[
			'JSON that is no collection',
			() => put('a.geojson', '{"type":"Topology"}'),
			/JSON of type "Topology", wanted a FeatureCollection/
		],
		['a folder without tiles', async () => folder, /folder: no file named like 12-2859-1366\.mvt, wanted/],
		[
			'a map without ways',
			() => put('nodes.osm.pbf', Buffer.concat([headerBlob(), dataBlob({ nodes: NODES })])),
			/7 nodes and 0 ways, wanted a map with roads/
		],
		[
			'a map without roads',
			() =>
				put('houses.osm.pbf', Buffer.concat([headerBlob(), dataBlob({ nodes: NODES, ways: WAYS.slice(3) })])),
			/no road among 1 ways/
		],
		[
			'a box that misses the data',
			() => put('town2.osm.pbf', town),
			/--bbox 9,9,10,10 misses the data, wanted a box that meets 0\.0000,-0\.0010,0\.0020,0\.0010/,
			[9, 9, 10, 10]
		]
	];

	test.each(cases)('%s', async (_, input, message, clip) => {
		await expect(build(await input(), 'refused', clip ?? null)).rejects.toThrow(message);
		await expect(build(await input(), 'refused', clip ?? null)).rejects.toThrow(BuildError);
		expect((await readdir(join(folder, 'packs'))).filter((name) => name.includes('refused'))).toEqual([]);
	});

	test.each([
		['a file where the folder should be', () => put('file', '')],
		['a system folder', async () => '/proc/packs']
	])('unwritable: %s', async (_, into) => {
		const request = {
			input: await put('town3.osm.pbf', town),
			name: 'x',
			into: await into(),
			clip: null,
			built: BUILT
		};
		await expect(buildRegion(request, SILENT)).rejects.toThrow(
			/cannot be written \(E\w+\), wanted a writable folder/
		);
	});
});

describe('the old pack stays', () => {
	const townPbf = () =>
		put('old.osm.pbf', Buffer.concat([headerBlob(), dataBlob({ nodes: NODES, ways: WAYS })]));
	const manifest = async (packs: string) =>
		JSON.parse(await readFile(join(packs, 'city', PACK_FILES.manifest), 'utf8')) as RegionManifest;

	test('when a build is interrupted', async () => {
		await build(await townPbf(), 'city');
		const interrupt = new AbortController();
		let now = 0;
		const stages: string[] = [];
		const progress = new ProgressPrinter(
			(line) => {
				stages.push(line);
				if (line.startsWith('cutting')) interrupt.abort();
			},
			interrupt.signal,
			() => (now += 100)
		);
		await expect(build(ASTANA_TILES, 'city', null, progress)).rejects.toThrow(/abort/i);
		expect(stages[0]).toBe('reading osm-qa-astana');
		expect((await manifest(join(folder, 'packs'))).source).toBe('old.osm.pbf');
		expect((await readdir(join(folder, 'packs'))).filter((name) => name.startsWith('.'))).toEqual([]);
	});

	test('when the process is killed, and the litter goes with the next build', async () => {
		const packs = join(folder, 'packs');
		await build(await townPbf(), 'city');
		const child = spawn(
			process.execPath,
			[join(root, 'src/cli/cordon.mjs'), 'region', 'build', ASTANA_TILES, '--name', 'city', '--out', packs],
			{ stdio: ['ignore', 'ignore', 'pipe'] }
		);
		const closed = new Promise((done) => child.on('close', done));
		child.stderr.on('data', (bytes: Buffer) => {
			if (bytes.includes('cutting')) child.kill('SIGKILL');
		});
		await closed;
		expect(child.signalCode).toBe('SIGKILL');
		expect((await manifest(packs)).source).toBe('old.osm.pbf');
		expect((await readdir(packs)).filter((name) => name.startsWith('.city-'))).toHaveLength(1);
		await build(await townPbf(), 'city');
		expect((await readdir(packs)).filter((name) => name.startsWith('.city-'))).toEqual([]);
	});

	test('when it died between two renames, it comes back', async () => {
		const packs = join(folder, 'renames');
		const aside = join(packs, '.city-999999999-abcdef.old');
		await mkdir(aside, { recursive: true });
		await writeFile(join(aside, 'region.json'), 'old');
		await mkdir(join(packs, '.city-999999999-abcdef'));
		await clearDeadBuilds(packs);
		expect(await readdir(packs)).toEqual(['city']);
		expect(await readFile(join(packs, 'city', 'region.json'), 'utf8')).toBe('old');
	});

	test('and what others keep in its folder comes along', async () => {
		await build(await townPbf(), 'city');
		await writeFile(join(folder, 'packs', 'city', 'plan.geojson'), '{}');
		await build(await townPbf(), 'city');
		expect(await readFile(join(folder, 'packs', 'city', 'plan.geojson'), 'utf8')).toBe('{}');
		expect((await stat(join(folder, 'packs', 'city'))).mode & 0o777).toBe(0o755);
	});
});
