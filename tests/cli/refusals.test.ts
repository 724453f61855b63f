import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runCordon } from '../support/run-cordon.ts';

type Members = Record<string, unknown>;
const folder = mkdtempSync(join(tmpdir(), 'cordon-cli-'));
const packs = join(folder, 'tiles');
mkdirSync(packs);
afterAll(() => rmSync(folder, { recursive: true }));

const point = (lng: unknown, lat: unknown) => ({ type: 'Point', coordinates: [lng, lat] });
const ring = (...coordinates: unknown[]) => ({ type: 'Polygon', coordinates: [coordinates] });
const square = ring([71, 51], [71.02, 51], [71.02, 51.02], [71, 51.02], [71, 51]);
const feature = (id: string, properties: Members, geometry: unknown): Members => ({
	type: 'Feature',
	id,
	geometry,
	properties
});
const area = feature('town', { kind: 'area', name: 'Town' }, square);
const post = feature('post', { kind: 'checkpoint' }, point(71.01, 51.01));
const control = feature('ring', { kind: 'control-ring', level: 1 }, square);
const camera = (properties: Members, geometry: unknown = point(71.01, 51.01)) =>
	feature('cam-7', { kind: 'camera', ...properties }, geometry);
const plan = (...features: unknown[]) =>
	JSON.stringify({
		type: 'FeatureCollection',
		cordon: { format: 1, name: 'P', region: 'nowhere' },
		features
	});

let count = 0;
function file(text: string | Uint8Array): string {
	const path = join(folder, `plan-${count++}.geojson`);
	writeFileSync(path, text);
	return path;
}
const run = (args: string[], env: Record<string, string> = {}, input = '') =>
	runCordon(args, { CORDON_TILES: packs, ...env }, input);

describe.concurrent(
	'bad input: exit 2, nothing on standard output, one line that says what and where',
	() => {
		const bowTie = ring([71, 51], [71.02, 51.02], [71.02, 51], [71, 51.02], [71, 51]);
		test.each<[string, string | Uint8Array, string[]]>([
			[
				'not JSON',
				'{\n "type": "FeatureCollection",\n "features": [,]\n}',
				['line 3, column 15', '",]"', 'wanted a value']
			],
			['not a FeatureCollection', JSON.stringify(area), ['"Feature"', 'wanted a GeoJSON FeatureCollection']],
			[
				'an unknown kind',
				plan(area, feature('x', { kind: 'drone' }, point(71, 51))),
				['features[1] "x"', '"drone"', 'wanted one of area']
			],
			[
				'a ring that crosses itself',
				plan(feature('core', { kind: 'control-ring', level: 1 }, bowTie)),
				['features[0] "core"', 'crosses itself at [71.01, 51.01]']
			],
			[
				'a polygon of two points',
				plan(area, feature('z', { kind: 'patrol-zone' }, ring([71, 51], [71.1, 51], [71, 51]))),
				['"z"', '2 distinct points, wanted at least 3']
			],
			[
				'outside the world',
				plan(area, camera({}, point(200, 95))),
				['"cam-7"', '[200,95]', 'wanted longitude -180 to 180']
			],
			[
				'latitude first',
				plan(area, camera({}, point(39.9, 116.4))),
				['"cam-7"', '[39.9,116.4]', 'look swapped']
			],
			[
				'latitude first, within the world',
				plan(area, control, post, feature('s', { kind: 'station' }, point(51.01, 71.01))),
				['"s"', '[51.01,71.01]', 'look swapped']
			],
			['duplicate ids', plan(area, post, camera({}), camera({})), ['features[3] "cam-7"', 'taken already']],
			[
				'a NaN azimuth',
				plan(area, camera({ azimuthDeg: 0.5 })).replace('0.5', 'NaN'),
				['line 1', 'features[1] "cam-7"', 'azimuthDeg is NaN', 'wanted a number']
			],
			['an azimuth in words', plan(area, camera({ azimuthDeg: 'NaN' })), ['"cam-7"', 'azimuthDeg is "NaN"']],
			[
				'hours that do not parse',
				plan(area, feature('p', { kind: 'checkpoint', hours: 'often' }, point(71, 51))),
				['"p"', '"often"', 'opening_hours']
			],
			[
				'a format of the future',
				plan(area).replace('"format":1', '"format":2'),
				['cordon.format is 2', 'wanted 1']
			],
			['no area to ask about', plan(camera({})), ['no feature of kind area or control-ring']],
			['bytes that are no UTF-8', Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), ['not UTF-8']],
			['an empty file', '', ['line 1, column 1', 'the end of the file']],
			[
				'two errors, the first told',
				plan(area, camera({ rangeM: -1, hfovDeg: 400 })),
				['rangeM is -1', 'and 1 more: cordon validate']
			]
		])('%s', async (_, text, words) => {
			const path = file(text);
			const { status, stdout, stderr } = await run(['gaps', path]);
			expect([status, stdout]).toEqual([2, '']);
			expect(stderr.trimEnd().split('\n')).toHaveLength(1);
			for (const word of [path, ...words]) expect(stderr).toContain(word);
			expect(stderr).not.toMatch(/^\s+at /m);
		});

		test.each([
			['no such file', ['gaps', 'nowhere.geojson'], 'nowhere.geojson: there is no such file'],
			['a folder', ['gaps', packs], 'it is a folder'],
			['an unknown option', ['gaps', 'x', '--frobnicate'], 'unknown option --frobnicate'],
			['an unknown command', ['frobnicate'], 'saw frobnicate, wanted one of: region validate gaps'],
			['an option without its value', ['gaps', 'x', '--at'], 'wanted --at ISO-TIME'],
			['an option as the value of another', ['seal', 'x', '--region', '--suggest'], 'wanted --region NAME'],
			['a value that is none of those', ['gaps', 'x', '--by', 'drones'], 'wanted --by cameras|patrols|all'],
			['a switch with a value', ['gaps', 'x', '--count-planned=yes'], 'wanted --count-planned'],
			['no moment', ['gaps', 'x', '--at', 'soon'], 'saw --at soon, wanted a moment like 2026-05-01T22:30'],
			['no number', ['gaps', 'x', '--min-area', 'big'], 'saw --min-area big, wanted a number'],
			['no density', ['gaps', 'x', '--min-density', 'sharp'], 'one of: monitor 12.5, detect 25'],
			['a density of nought', ['score', 'x', '--min-density', '0'], 'wanted pixels per metre above 0'],
			['a density where none is asked', ['seal', 'x', '--min-density', '25'], 'unknown option --min-density'],
			[
				'cameras of patrols alone',
				['gaps', 'x', '--by', 'patrols', '--redundancy'],
				'saw --redundancy with --by patrols, wanted --by cameras or all'
			],
			['walls for patrols alone', ['routes', 'x', '--by=patrols', '--occlusion=y'], 'saw --occlusion with'],
			['a table of another form', ['score', 'x', '--format', 'xml'], 'wanted --format json|csv'],
			['a level that is none', ['score', 'x', '--level', 'street'], 'wanted --level prefecture|county'],
			['too little', ['gaps'], 'wanted: cordon gaps PLAN'],
			['too much', ['gaps', 'x', 'y'], 'saw "y" too many'],
			['no port', ['serve', '--port', '99999'], 'wanted a whole number from 1 to 65535']
		])('%s', async (_, args, words) => {
			const { status, stdout, stderr } = await run(args);
			expect([status, stdout]).toEqual([2, '']);
			expect(stderr).toContain(words);
			expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		});

		test('a region that is not built, with how to build it', async () => {
			const { status, stderr } = await run(['seal', file(plan(control))]);
			expect(status).toBe(2);
			expect(stderr).toContain(
				'region "nowhere" is not built; build it with: cordon region build INPUT --name nowhere'
			);
		});
		test('a ring that the plan does not have', async () => {
			const { status, stderr } = await run(['seal', file(plan(control)), '--ring', 'other']);
			expect([status, stderr]).toEqual([2, expect.stringContaining('saw --ring other, wanted one of ring')]);
		});
		test('something taken out that is not there', async () => {
			const { status, stderr } = await run(['gaps', file(plan(area)), '--without', 'town,gone']);
			expect([status, stderr]).toEqual([2, expect.stringContaining('saw --without gone')]);
		});
		test('a place to write that is none', async () => {
			const { status, stderr } = await run([
				'gaps',
				file(plan(area)),
				'-o',
				join(folder, 'no/such/folder/x')
			]);
			expect([status, stderr]).toEqual([2, expect.stringContaining('cannot be written (ENOENT)')]);
		});
		test('in Chinese where the locale is', async () => {
			const { status, stderr } = await run(['gaps', file(plan(area, camera({ azimuthDeg: 'x' })))], {
				LC_ALL: 'zh_CN.UTF-8'
			});
			expect(status).toBe(2);
			expect(stderr).toContain('features[1] "cam-7"：properties.azimuthDeg 是 "x"，应为 -360 至 360 的数字');
		});
	}
);

describe.concurrent('cordon validate', () => {
	test('lists everything, keeps on, and says that the plan falls short', async () => {
		const text = plan(area, camera({ azimuthDeg: 'x', phone: '1' }), feature('y', { kind: 'drone' }, null));
		const { status, stdout, stderr } = await run(['validate', file(text)]);
		expect(status).toBe(1);
		const answer = JSON.parse(stdout) as { summary: Members; features: { properties: Members }[] };
		expect(answer.summary).toMatchObject({ errors: 2, warnings: 2, items: { area: 1, camera: 1 } });
		expect(answer.features.map(({ properties }) => [properties.code, properties.feature])).toEqual([
			['region-not-built', undefined],
			['personal-property', 'cam-7'],
			['bad-value', 'cam-7'],
			['unknown-kind', 'y']
		]);
		expect(stderr).toContain('2 items, 2 errors, 2 warnings');
	});
	test('is content with a sound plan, also from standard input', async () => {
		const { status, stdout } = await run(['validate', '-'], {}, plan(area));
		expect(status).toBe(0);
		expect(JSON.parse(stdout)).toMatchObject({ summary: { errors: 0 } });
	});
	test('has no answer to what is no plan', async () => {
		expect((await run(['validate', file('[]')])).status).toBe(2);
	});
});

describe.concurrent('help', () => {
	test.each([[['--help']], [['help']], [['-h']]])('%s', async (args) => {
		const { status, stdout, stderr } = await run(args);
		expect([status, stderr]).toEqual([0, '']);
		for (const name of ['region', 'validate', 'gaps', 'seal', 'routes', 'score', 'serve'])
			expect(stdout).toContain(name);
	});
	test.each(['region', 'validate', 'gaps', 'seal', 'routes', 'score', 'serve'])('%s --help', async (name) => {
		const { status, stdout, stderr } = await run([name, '--help']);
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toContain(`cordon ${name}`);
	});
	test('in Chinese', async () => {
		expect((await run(['gaps', '--help'], { LC_ALL: '', LANG: 'zh_CN.UTF-8' })).stdout).toContain(
			'用法：cordon gaps'
		);
	});
	test('says which version this is', async () => {
		expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
	});
	test('no command at all is no answer', async () => {
		const { status, stderr } = await run([]);
		expect([status, stderr]).toEqual([2, expect.stringContaining('Usage: cordon')]);
	});
});

describe.concurrent('cordon gaps', () => {
	test('the same answer on standard output and in a file, with figures on standard error', async () => {
		const path = file(plan(area, camera({ hfovDeg: 360, rangeM: 100, azimuthDeg: 0 })));
		const out = join(folder, 'gaps.geojson');
		const [piped, filed] = await Promise.all([run(['gaps', path]), run(['gaps', path, '-o', out])]);
		expect([piped.status, filed.status, filed.stdout]).toEqual([0, 0, '']);
		expect(piped.stderr).toMatch(/km2, [\d.]+ % covered, 1 gaps/);
		const { readFileSync } = await import('node:fs');
		expect(readFileSync(out, 'utf8')).toBe(piped.stdout);
		expect(JSON.parse(piped.stdout)).toMatchObject({ type: 'FeatureCollection', summary: { gaps: 1 } });
	});
	test('a loss shows', async () => {
		const path = file(plan(area, camera({ hfovDeg: 360, rangeM: 100 })));
		const covered = async (...options: string[]) =>
			(JSON.parse((await run(['gaps', path, ...options])).stdout) as { summary: { coveredM2: number } })
				.summary.coveredM2;
		const [before, after] = await Promise.all([covered(), covered('--without', 'cam-7')]);
		expect(before).toBeGreaterThan(31_000);
		expect(after).toBe(0);
	});
});
