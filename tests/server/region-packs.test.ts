import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRegionName, listRegions, packFile, tilesFolder } from '../../src/lib/server/region-packs.ts';
import { sendFile } from '../../src/lib/server/send-file.ts';

const manifest = { format: 1, name: 'b-town', bbox: [0, 0, 1, 1] };
let folder = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'cordon-packs-'));
	for (const name of ['b-town', 'a-town', 'half', 'broken']) mkdirSync(join(folder, name));
	writeFileSync(join(folder, 'b-town/region.json'), JSON.stringify(manifest));
	writeFileSync(join(folder, 'a-town/region.json'), JSON.stringify({ ...manifest, name: 'a-town' }));
	writeFileSync(join(folder, 'broken/region.json'), '{');
	writeFileSync(join(folder, 'b-town/roads.bin'), 'abcdefghij');
	writeFileSync(join(folder, 'b-town/secret.txt'), 'secret');
	writeFileSync(join(folder, 'region.json'), JSON.stringify(manifest));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('region packs', () => {
	test('are listed by name; half-built and broken ones are not', async () => {
		expect((await listRegions(folder)).map(({ name }) => name)).toEqual(['a-town', 'b-town']);
	});
	test('are none where there is no folder', async () => {
		expect(await listRegions(join(folder, 'nowhere'))).toEqual([]);
	});
	test.each([
		['a file of the pack', 'b-town', 'roads.bin', true],
		['a file the pack does not have', 'a-town', 'roads.bin', false],
		['a file that is not served', 'b-town', 'secret.txt', false],
		['the folder above', '..', 'region.json', false],
		['the folder itself', '.', 'region.json', false],
		['a way out in the name', 'b-town/../..', 'region.json', false],
		['a way out in the file', 'b-town', '../region.json', false],
		['a zero byte', 'b-town\0', 'region.json', false],
		['no name', '', 'region.json', false]
	])('%s', (_, region, file, isThere) => {
		expect(packFile(folder, region, file) !== null).toBe(isThere);
	});
	test('may have Chinese names', () => {
		expect(isRegionName('阿斯塔纳')).toBe(true);
	});
	test('lie where CORDON_TILES says', () => {
		expect(tilesFolder({ CORDON_TILES: '/packs' })).toBe('/packs');
		expect(tilesFolder({})).toMatch(/tiles$/);
	});
});

describe('sendFile', () => {
	const ask = (headers: Record<string, string> = {}, method = 'GET') =>
		sendFile(join(folder, 'b-town/roads.bin'), new Request('http://x/', { headers, method }));

	test('sends the whole file', async () => {
		const answer = await ask();
		expect([answer.status, await answer.text()]).toEqual([200, 'abcdefghij']);
		expect(answer.headers.get('content-length')).toBe('10');
		expect(answer.headers.get('accept-ranges')).toBe('bytes');
	});
	test('sends a range', async () => {
		const answer = await ask({ range: 'bytes=2-4' });
		expect([answer.status, await answer.text()]).toEqual([206, 'cde']);
		expect(answer.headers.get('content-range')).toBe('bytes 2-4/10');
	});
	test('says where the end is', async () => {
		const answer = await ask({ range: 'bytes=20-' });
		expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */10']);
	});
	test('sends nothing twice', async () => {
		const etag = (await ask()).headers.get('etag') as string;
		expect((await ask({ 'if-none-match': `"other", W/${etag}` })).status).toBe(304);
		expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200);
	});
	test('never mixes two states of a file', async () => {
		const etag = (await ask()).headers.get('etag') as string;
		expect((await ask({ range: 'bytes=2-4', 'if-range': etag })).status).toBe(206);
		expect((await ask({ range: 'bytes=2-4', 'if-range': '"older"' })).status).toBe(200);
	});
	test('sends no body to HEAD', async () => {
		const answer = await ask({}, 'HEAD');
		expect([answer.status, await answer.text(), answer.headers.get('content-length')]).toEqual([
			200,
			'',
			'10'
		]);
	});
});
