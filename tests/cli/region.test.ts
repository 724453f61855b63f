import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { CommandError } from '../../src/cli/command-error.ts';
import { regionCommand } from '../../src/cli/commands/region.ts';
import { sampleFile } from '../support/map-samples.ts';

const baltimore = sampleFile('baltimore-2015-unsorted.osm.pbf');

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cordon-region-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(() => void vi.restoreAllMocks());

/** What a command writes to its standard output and standard error. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
	let [out, err] = ['', ''];
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
	return { code: await regionCommand(args), out, err };
}

describe('bad usage is refused in one line', () => {
	test.each([
		['no verb', [], /saw nothing, wanted region build or region list/],
		['another verb', ['destroy'], /saw "destroy"/],
		['no input', ['build', '--name', 'a'], /wanted: cordon region build INPUT/],
		['no name', ['build', 'x.pbf'], /saw no --name/],
		['a name that is a path', ['build', 'x.pbf', '--name', '../a'], /saw --name \.\.\/a, wanted/],
		['the folder of the builder', ['build', 'x.pbf', '--name', 'build'], /saw --name build, wanted/],
		[
			'a box of three',
			['build', 'x.pbf', '--name', 'a', '--bbox', '1,2,3'],
			/saw --bbox 1,2,3, wanted west,south,east,north/
		],
		['a box turned over', ['build', 'x.pbf', '--name', 'a', '--bbox', '3,2,1,4'], /saw --bbox 3,2,1,4/],
		['a box off the globe', ['build', 'x.pbf', '--name', 'a', '--bbox', '1,2,3,94'], /saw --bbox 1,2,3,94/],
		[
			'no such file',
			['build', 'nosuch.pbf', '--name', 'a', '--out', join(tmpdir(), 'cordon-refused')],
			/nosuch\.pbf: no such file/
		]
	])('%s', async (_, args, message) => {
		vi.spyOn(process.stderr, 'write').mockReturnValue(true);
		await expect(regionCommand(args)).rejects.toThrow(message);
		await expect(regionCommand(args)).rejects.toThrow(CommandError);
	});
});

test('an empty folder has no packs, and says so beside the answer', async () => {
	const { code, out, err } = await run('list', '--out', folder);
	expect([code, out]).toEqual([0, '']);
	expect(err).toMatch(/no region packs/);
});

test.skipIf(!baltimore)('what was built is listed; progress goes beside', async () => {
	const built = await run('build', baltimore as string, '--name', 'baltimore', '--out', folder);
	expect([built.code, built.out]).toEqual([0, '']);
	expect(built.err).toMatch(/^reading baltimore-2015-unsorted\.osm\.pbf\n/);
	expect(built.err).toMatch(/\nbaltimore: 38\d\d roads, .* tiles\n$/);
	const { out } = await run('list', '--out', folder);
	expect(out).toMatch(/^baltimore\t-76\.\d+,39\.\d+,-76\.\d+,39\.\d+\t38\d\d roads\t\d+ tiles\t20/);
	const manifest = JSON.parse(await readFile(join(folder, 'baltimore', 'region.json'), 'utf8'));
	expect(Math.abs(Date.parse(manifest.built) - Date.now())).toBeLessThan(600_000);
});
