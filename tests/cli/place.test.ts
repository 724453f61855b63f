import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Point } from 'geojson';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCordon } from '../support/run-cordon.ts';

const PLAN = 'tiles/astana/demo-plan.geojson';
const hasDemo = existsSync(PLAN);
if (!hasDemo) process.stderr.write(`skipped: ${PLAN} is not there\n`);

interface Answer extends FeatureCollection<Point> {
	summary: Record<string, number & boolean>;
}

let folder = '';
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'cordon-place-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function answerOf<A>(...args: string[]): Promise<A> {
	const file = join(folder, 'answer.geojson');
	const ran = await runCordon([...args, '-o', file]);
	expect(ran.status, ran.stderr).not.toBe(2);
	return JSON.parse(await readFile(file, 'utf8')) as A;
}

/** A file of the demo plan without the things `drop` names by kind and with `more`. */
async function planWith(name: string, more: readonly Feature[], drop = ''): Promise<string> {
	const plan = JSON.parse(await readFile(PLAN, 'utf8')) as FeatureCollection;
	const kept = plan.features.filter(({ properties }) => properties?.kind !== drop);
	const file = join(folder, name);
	await writeFile(file, JSON.stringify({ ...plan, features: [...kept, ...more] }));
	return file;
}

/** Ranks from 1 on, totals that add up, and a bound that holds. */
function expectRanked({ features, summary }: Answer): void {
	let total = 0;
	features.forEach(({ properties }, i) => {
		expect(properties?.rank).toBe(i + 1);
		total += properties?.gain as number;
		expect(properties?.total).toBeCloseTo(total, 0);
	});
	expect(summary.gain).toBeCloseTo(total, 0);
	expect(summary.bound).toBeGreaterThanOrEqual(summary.gain);
	expect(summary.demand).toBeGreaterThanOrEqual(summary.gain);
}

// what is proposed is put into the plan, and the command that judges it is asked
describe.skipIf(!hasDemo)('what cordon place promises', () => {
	test('of cameras, gaps finds', async () => {
		const placed = await answerOf<Answer>(
			'place',
			PLAN,
			'--region',
			'astana',
			'--kind',
			'camera',
			'--count',
			'3'
		);
		expectRanked(placed);
		const cameras = placed.features.map(({ geometry, properties }, i) => ({
			type: 'Feature' as const,
			id: `new-${i}`,
			geometry,
			properties: {
				kind: 'camera',
				type: 'fixed',
				azimuthDeg: properties?.azimuthDeg as number,
				hfovDeg: properties?.hfovDeg as number,
				rangeM: properties?.rangeM as number
			}
		}));
		const before = await answerOf<Answer>('gaps', PLAN);
		const after = await answerOf<Answer>('gaps', await planWith('cameras.geojson', cameras));
		expect(placed.summary.gapM2).toBeCloseTo(before.summary.gapM2, 1);
		expect(placed.summary.gapAfterM2 / after.summary.gapM2).toBeCloseTo(1, 6);
	}, 60_000);

	test('of checkpoints, seal finds', async () => {
		const bare = await planWith('bare.geojson', [], 'checkpoint');
		const ask = ['--region', 'astana', '--kind', 'checkpoint', '--count', '4'];
		const placed = await answerOf<Answer>('place', bare, ...ask);
		expectRanked(placed);
		const posts = placed.features.map(({ geometry, properties }, i) => ({
			type: 'Feature' as const,
			id: `new-${i}`,
			geometry,
			properties: { kind: 'checkpoint', controls: properties?.controls as unknown }
		}));
		const leaksOf = async (plan: string): Promise<number> => {
			const { summary } = await answerOf<{ summary: { rings: { leaks: number }[] } }>('seal', plan);
			return summary.rings.reduce((sum, { leaks }) => sum + leaks, 0);
		};
		expect(await leaksOf(bare)).toBe(placed.summary.demand);
		const after = await leaksOf(await planWith('posts.geojson', posts, 'checkpoint'));
		expect(after).toBe(placed.summary.demand - placed.summary.gain);
	}, 60_000);

	test('of stations, respond finds', async () => {
		const placed = await answerOf<Answer>(
			'place',
			PLAN,
			'--region',
			'astana',
			'--kind',
			'station',
			'--count',
			'3'
		);
		expectRanked(placed);
		const stations = placed.features.map(({ geometry }, i) => ({
			type: 'Feature' as const,
			id: `new-${i}`,
			geometry,
			properties: { kind: 'station' }
		}));
		const roadOf = async (plan: string): Promise<{ roadM: number; unreachedRoadM: number }> => {
			const args = ['respond', plan, '--from', 'stations', '--minutes', '3'];
			const { summary } = await answerOf<{
				summary: { minutes: { roadM: number; unreachedRoadM: number }[] };
			}>(...args);
			return summary.minutes[0];
		};
		const before = await roadOf(PLAN);
		const after = await roadOf(await planWith('stations.geojson', stations));
		// `place` judges pieces of up to 150 m by their middles, and leaves private roads out
		const { roadM, reachedBeforeM, reachedAfterM, gain } = placed.summary;
		expect((before.roadM + before.unreachedRoadM) / roadM).toBeCloseTo(1, 1);
		expect(before.roadM / reachedBeforeM).toBeCloseTo(1, 1);
		expect(after.roadM / reachedAfterM).toBeCloseTo(1, 1);
		expect(Math.abs((after.roadM - before.roadM) / gain - 1)).toBeLessThan(0.02);
	}, 60_000);
});
