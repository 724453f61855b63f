import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RingVerdict, SealWarning } from '../../src/lib/domain/findings/sealing.ts';
import type { SealView } from '../../src/lib/domain/seal-view.ts';
import { runCordon } from '../support/run-cordon.ts';
import { place, squareRing, type Spot } from '../support/towns.ts';

interface SealFile {
	summary: { rings: RingVerdict[]; warnings: SealWarning[]; view: SealView };
	features: Feature[];
}
type Ways = readonly (readonly [id: number, name: string, through: readonly number[]])[];

const folder = mkdtempSync(join(tmpdir(), 'cordon-rebuilt-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Nodes of the town, east and north of its middle. */
const NODES: Readonly<Record<number, Spot>> = {
	1: [0, 0],
	2: [5000, 0],
	3: [0, 5000],
	4: [-5000, 0],
	5: [0, -5000],
	6: [250, 0],
	7: [0, 350],
	8: [0, 395],
	9: [20, -5000],
	10: [20, 0]
};

/** Four streets lead out of the ring, each held by a post that stores it. */
const FIRST: Ways = [
	[11, 'East Street', [1, 2]],
	[12, 'North Street', [1, 3]],
	[13, 'West Street', [1, 4]],
	[14, 'South Street', [1, 5]]
];

const POSTS: readonly { id: string; way: number; at: Spot }[] = [
	{ id: 'east', way: 11, at: [410, 0] },
	{ id: 'north', way: 12, at: [0, 410] },
	{ id: 'west', way: 13, at: [-410, 0] },
	{ id: 'south', way: 14, at: [0, -410] }
];

const plan = join(folder, 'plan.geojson');
beforeAll(() => {
	const features = [
		{ ...squareRing('ring', 400), type: 'Feature', properties: { kind: 'control-ring', level: 1 } },
		...POSTS.map(({ id, way, at }) => ({
			type: 'Feature',
			id,
			geometry: { type: 'Point', coordinates: place(at) },
			properties: { kind: 'checkpoint', controls: [{ way, at: place(at) }] }
		}))
	].map(({ type, id, geometry, properties }) => ({ type, id, geometry, properties }));
	const cordon = { format: 1, name: 'Town', region: 'town' };
	writeFileSync(plan, JSON.stringify({ type: 'FeatureCollection', cordon, features }));
});

/** Builds the pack of an extract anew in place of the last, and asks of the same plan whether its ring is sealed. */
async function sealOver(ways: Ways, env: Record<string, string> = {}) {
	const nodes = Object.entries(NODES).map(([id, spot]) => {
		const [lng, lat] = place(spot);
		return `<node id="${id}" lon="${lng}" lat="${lat}"/>`;
	});
	const roads = ways.map(
		([id, name, through]) =>
			`<way id="${id}">${through.map((ref) => `<nd ref="${ref}"/>`).join('')}` +
			`<tag k="highway" v="residential"/><tag k="name" v="${name}"/></way>`
	);
	const extract = join(folder, 'town.osm');
	writeFileSync(extract, `<osm version="0.6">${nodes.join('')}${roads.join('')}</osm>`);
	const packs = join(folder, 'tiles');
	const built = await runCordon(['region', 'build', extract, '--name', 'town', '--out', packs]);
	expect(built).toMatchObject({ status: 0 });
	const { status, stdout, stderr } = await runCordon(['seal', plan], { CORDON_TILES: packs, ...env });
	const { summary } = JSON.parse(stdout) as SealFile;
	const stale = summary.warnings.filter((warning) => warning.code === 'stale-control');
	return { status, stderr, ring: summary.rings[0], stale };
}

describe('the pack is built anew', () => {
	test('from the same extract: nothing is listed', async () => {
		const { status, stale, ring } = await sealOver(FIRST);
		expect({ status, stale }).toEqual({ status: 0, stale: [] });
		expect(ring).toMatchObject({ held: 4, sealed: true });
	}, 60_000);

	test('renumbered, taken out, split and shifted: each is listed with what lies there now, none is lost', async () => {
		const { status, stale, ring, stderr } = await sealOver([
			// renumbered, and split where the post does not stand: the far piece has the new id
			[21, 'East Street', [1, 6]],
			[22, 'East Street', [6, 2]],
			// split at a node before the post: the piece with the old id ends too soon
			[12, 'North Street', [1, 7]],
			[31, 'North Street', [7, 8, 3]],
			// taken out: no road there
			// and one drawn 20 m to the east of where it was
			[14, 'South Street', [1, 10, 9]]
		]);
		expect(status).toBe(1);
		expect(stale).toMatchObject([
			{
				checkpoint: 'east',
				index: 0,
				way: 11,
				why: 'gone',
				distanceM: null,
				nearest: { way: 22, name: 'East Street', distanceM: 0, isClosed: false }
			},
			{ checkpoint: 'north', way: 12, why: 'moved', nearest: { way: 31, distanceM: 0 } },
			{ checkpoint: 'west', way: 13, why: 'gone', nearest: null },
			{ checkpoint: 'south', way: 14, why: 'moved', nearest: { way: 14 } }
		]);
		const [, north, , south] = stale.map((warning) => ('distanceM' in warning ? warning.distanceM : null));
		expect(north).toBeCloseTo(60, 0);
		expect(south).toBeCloseTo(20, 0);
		// south closes the shifted street; north an inner piece that leads nowhere, so that it is open as east is
		expect(ring).toMatchObject({ crossings: 3, leaks: 2, sealed: false });
		expect(stderr).toContain('warning: checkpoint east: way 11 is no longer in the map data');
		expect(stderr).toContain('nearest road now: East Street (way 22, 0 m)');
		expect(stderr).toContain(
			'warning: checkpoint west: way 13 is no longer in the map data; no road is near it now'
		);
		expect(stderr).toContain('warning: checkpoint south: way 14 passes 20 m from the stored place');
	}, 60_000);

	test('split so that the stored piece is far: said, in Chinese too', async () => {
		const { stale, stderr } = await sealOver(
			[[11, 'East Street', [1, 6]], [41, 'East Street', [6, 2]], ...FIRST.slice(1)],
			{ LC_ALL: 'zh_CN.UTF-8' }
		);
		expect(stale).toMatchObject([{ checkpoint: 'east', why: 'far', way: 11, nearest: { way: 41 } }]);
		expect(stderr).toContain('卡口 east：道路 11 已不经过所存位置；现最近道路：East Street（道路 41，0 米）');
	}, 60_000);
});

describe('--mode and --lawful', () => {
	const run = (...args: string[]) =>
		runCordon(['seal', plan, ...args], { CORDON_TILES: join(folder, 'tiles') });
	test('--lawful alone, with a way, and before another option', async () => {
		const runs = [['--lawful'], ['--lawful', 'in'], ['--lawful=out'], ['--lawful', '--mode', 'all']];
		for (const args of runs) expect((await run(...args)).stderr).not.toContain('saw');
	}, 60_000);
	test('say what view it is, and what the ring protects', async () => {
		const { stdout, stderr } = await run('--mode', 'walk', '--protected');
		const { summary, features } = JSON.parse(stdout) as SealFile;
		expect(summary.view).toEqual({ mode: 'walk', lawful: 'no', bandM: 120 });
		expect(stderr).toContain('judged on foot\n');
		const [ground] = features.filter(({ properties }) => properties?.kind === 'protected');
		expect(ground?.geometry.type).toBe('MultiPolygon');
		expect(ground?.properties).toMatchObject({ ring: 'ring' });
		expect(ground?.properties?.areaM2 / 640_000).toBeCloseTo(1, 1);
	}, 60_000);
	test('what is no view is refused', async () => {
		expect(await run('--mode', 'fly')).toMatchObject({ status: 2, stdout: '' });
		expect((await run('--lawful=up')).stderr).toContain('wanted --lawful out|in');
	}, 60_000);
});
