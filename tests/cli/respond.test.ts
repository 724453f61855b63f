import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FeatureCollection, LineString, Polygon } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ResponseFeatures } from '../../src/lib/analysis/response/response-features.ts';
import { runCordon } from '../support/run-cordon.ts';

const PLAN = 'tiles/astana/demo-plan.geojson';
const hasDemo = existsSync(PLAN);
if (!hasDemo) process.stderr.write(`skipped: ${PLAN} is not there\n`);

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cordon-respond-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(!hasDemo)('cordon respond', () => {
	test('answers the demo city: areas by minute, unreached road, and the teams of a ring', async () => {
		const file = join(folder, 'answer.geojson');
		const ran = await runCordon(['respond', PLAN, '--from', 'stations', '--ring', 'ring-core', '-o', file]);
		expect(ran.stderr).toContain('setting out: 10 stations, 0 patrol zones, 0 posts');
		expect(ran.status).toBe(0);
		const { summary, features } = JSON.parse(await readFile(file, 'utf8')) as ResponseFeatures;
		expect(summary.minutes.map(({ minutes }) => minutes)).toEqual([1, 3, 5]);
		let before = 0;
		for (const { minutes, areaM2, roadM, share, unreachedRoadM } of summary.minutes) {
			const own = features.filter(
				(f) => f.properties?.kind === 'response' && f.properties.minutes === minutes
			);
			const sum = own.reduce((total, f) => total + (f.properties?.areaM2 as number), 0);
			expect(sum / areaM2).toBeCloseTo(1, 6);
			expect(share).toBeCloseTo(areaM2 / (summary.groundM2 as number), 6);
			expect(roadM).toBeGreaterThan(before);
			expect(roadM + unreachedRoadM).toBeCloseTo(
				summary.minutes[0].roadM + summary.minutes[0].unreachedRoadM,
				1
			);
			before = roadM;
			for (const { geometry } of own as { geometry: Polygon }[]) {
				for (const ring of geometry.coordinates) expect(ring[0]).toEqual(ring.at(-1));
			}
		}
		const unreached = features.filter((f) => f.properties?.kind === 'unreached');
		expect(unreached.length).toBeGreaterThan(100);
		const [ring] = summary.rings;
		expect(summary.rings.length).toBe(1);
		expect(summary.timeToSealMin).toBe(ring.timeToSealMin);
		expect(ring.assignment[0].durationMin).toBe(ring.timeToSealMin);
		expect(new Set(ring.assignment.map(({ checkpoint }) => checkpoint)).size).toBe(ring.assignment.length);
		const drives = features.filter((f) => f.properties?.kind === 'seal-drive');
		expect(drives.length).toBe(ring.assignment.length);
		for (const { geometry } of drives as { geometry: LineString }[]) {
			for (const [lng, lat] of geometry.coordinates) {
				expect([lng, lat].map((v) => Math.round(v * 1e7) / 1e7)).toEqual([lng, lat]);
			}
		}
	});

	test('a faster car reaches more, in Chinese too', async () => {
		const out = ['--from', 'stations', '--minutes', '2', '-o', join(folder, 'fast.geojson')];
		const slow = await runCordon(['respond', PLAN, '--speed', '20', ...out], { LC_ALL: 'zh_CN.UTF-8' });
		const fast = await runCordon(['respond', PLAN, '--speed', '40', '--junction-delay', '0', ...out], {
			LC_ALL: 'zh_CN.UTF-8'
		});
		const km = (text: string): number => Number(/2 分钟：.*道路 (\d+) 公里/.exec(text)?.[1]);
		expect(km(fast.stderr)).toBeGreaterThan(2 * km(slow.stderr));
		expect(fast.stderr).toMatch(/核心圈：合围时间 \d+\.\d 分钟，派出 \d+ 组/);
	});

	test.each([
		[['--minutes', '3,1'], 'saw --minutes 3,1, wanted numbers above 0 and up to 240 that rise'],
		[['--minutes', ''], 'saw --minutes , wanted numbers'],
		[['--from', 'cars'], 'saw --from cars, wanted stations, zones, posts or all'],
		[['--speed', '0'], 'saw --speed 0, wanted a number of at least 1'],
		[['--ring', 'nosuch'], 'saw --ring nosuch, wanted one of ring-core, ring-outer, ring-border'],
		[['--zones', 'worst'], 'worst']
	])('refuses %j in one line', async (options, words) => {
		const { status, stderr } = await runCordon(['respond', PLAN, ...options]);
		expect(stderr).toContain(words);
		expect(stderr.trim().split('\n').length).toBe(1);
		expect(status).toBe(2);
	});

	test('a plan without a station or a ring has an answer', async () => {
		const plan: FeatureCollection & { cordon: object } = {
			type: 'FeatureCollection',
			cordon: { format: 1, name: 'Empty', region: 'astana' },
			features: []
		};
		const file = join(folder, 'empty.geojson');
		await writeFile(file, JSON.stringify(plan));
		const { status, stdout } = await runCordon(['respond', file]);
		expect(status).toBe(0);
		const { summary } = JSON.parse(stdout) as ResponseFeatures;
		expect(summary.timeToSealMin).toBeNull();
		expect(summary.minutes[2]).toMatchObject({ areaM2: 0, share: null, roadM: 0, roadShare: 0 });
	});
});
