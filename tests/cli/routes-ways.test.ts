import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, LineString } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCordon } from '../support/run-cordon.ts';

const PLAN = 'tiles/astana/demo-plan.geojson';
const hasDemo = existsSync(PLAN);
if (!hasDemo) process.stderr.write(`skipped: ${PLAN} is not there\n`);
const ENDS = ['--from', '71.40,51.16', '--to', '71.47,51.12'];

interface Answer extends FeatureCollection {
	summary: {
		unseenM: number;
		blindNetworks: number;
		route: Record<'leastExposed' | 'shortest', Record<string, number>> & { isClosedOff: boolean };
		outOf: { ring: string; unseenWays: number; leastExposed: Record<string, number> | null };
	};
}

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cordon-ways-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function ask(...options: string[]): Promise<Answer & { said: string }> {
	const file = join(folder, 'answer.geojson');
	const ran = await runCordon(['routes', PLAN, ...options, '-o', file]);
	expect(ran.status, ran.stderr).toBe(0);
	return { ...(JSON.parse(await readFile(file, 'utf8')) as Answer), said: ran.stderr };
}

describe.skipIf(!hasDemo)('cordon routes, ways', () => {
	test('between two places: both ways, rounded, and who sees them', async () => {
		const { features, summary, said } = await ask(...ENDS);
		const ways = features.filter(({ properties }) => properties?.kind !== 'unseen');
		expect(ways.map(({ properties }) => properties?.kind as string)).toEqual(['least-exposed', 'shortest']);
		const [quiet, short] = ways.map(({ properties }) => properties as Record<string, number>);
		expect(quiet.seenM).toBeLessThan(short.seenM);
		expect(short.lengthM).toBeLessThan(quiet.lengthM);
		expect(short.durationS).toBeGreaterThan(short.lengthM / 30);
		expect(summary.route.leastExposed).toEqual({
			lengthM: quiet.lengthM,
			seenM: quiet.seenM,
			durationS: quiet.durationS
		});
		for (const { geometry, properties } of ways) {
			const { coordinates } = geometry as LineString;
			expect(coordinates.flat().every((deg) => Math.round(deg * 1e7) / 1e7 === deg)).toBe(true);
			expect(Math.round((properties?.lengthM as number) * 100) / 100).toBe(properties?.lengthM);
			const seenBy = properties?.seenBy as { fromM: number }[];
			expect(seenBy.map(({ fromM }) => fromM)).toEqual(
				seenBy.map(({ fromM }) => fromM).sort((a, b) => a - b)
			);
		}
		expect(said).toMatch(/least exposed: [\d.]+ km, \d+ m of it seen \(by \d+\), [\d.]+ min/);
	});

	test('checkpoints close their roads where that is asked', async () => {
		const free = await ask(...ENDS);
		const kept = await ask(...ENDS, '--avoid-checkpoints');
		expect(kept.summary.route.isClosedOff).toBe(false);
		expect(kept.summary.route.shortest.lengthM).toBeGreaterThan(free.summary.route.shortest.lengthM);
		const checkpoints = kept.features.flatMap(
			({ properties }) => (properties?.checkpoints as string[]) ?? []
		);
		expect(checkpoints).toEqual([]);
	});

	test('out of a ring, and the largest blind networks with a way that says it is a lower bound', async () => {
		const { features, summary } = await ask('--out-of', 'ring-border', '--blind', '2', '--by', 'cameras');
		expect(summary.outOf.unseenWays).toBeGreaterThan(0);
		expect(summary.outOf.leastExposed?.seenM).toBe(0);
		const networks = features.filter(({ properties }) => properties?.kind === 'blind-network');
		expect(networks).toHaveLength(2);
		expect(networks[0].properties?.lengthM).toBeGreaterThan(networks[1].properties?.lengthM as number);
		expect(summary.blindNetworks).toBeGreaterThan(2);
		const ways = features.filter(({ properties }) => properties?.kind === 'unseen-way');
		expect(ways.map(({ properties }) => properties?.isLowerBound as boolean)).toEqual([true, true]);
		const out = features.filter(({ properties }) => properties?.ring === 'ring-border');
		expect(out.map(({ properties }) => properties?.kind as string)).toEqual(['least-exposed', 'shortest']);
	});

	test.each([
		[['--from', '71.4,51.16'], 'saw --from without --to'],
		[['--from', '71.4', '--to', '71.47,51.12'], 'saw --from 71.4, wanted longitude and latitude'],
		[['--from', '71.4,151', '--to', '71.47,51.12'], 'saw --from 71.4,151'],
		[['--from', '60,40', '--to', '71.47,51.12'], 'saw --from 60,40, with no road for cars within 500 m'],
		[['--out-of', 'nowhere'], 'saw --out-of nowhere, wanted one of ring-core'],
		[['--avoid-checkpoints'], 'saw --avoid-checkpoints without a route'],
		[['--lawful'], 'saw --lawful without a route'],
		[['--blind', 'many'], 'saw --blind many, wanted a number']
	])('%j is refused in one line', async (options, words) => {
		const { status, stdout, stderr } = await runCordon(['routes', PLAN, ...options]);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain(words);
		expect(stderr.trim().split('\n')).toHaveLength(1);
	});

	test('in Chinese too', async () => {
		const { stderr } = await runCordon(['routes', PLAN, '--from', '71.4,51.16'], { LC_ALL: 'zh_CN.UTF-8' });
		expect(stderr).toContain('应给出路线两端');
	});
});
