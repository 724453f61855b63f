import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Feature, FeatureCollection } from 'geojson';
import { describe, expect, test } from 'vitest';
import { runCordon } from '../support/run-cordon.ts';

const PLAN = 'tiles/astana/demo-plan.geojson';
const HAS_DEMO = existsSync(PLAN);
if (!HAS_DEMO) process.stderr.write(`skipped: ${PLAN} is not there\n`);

interface PlanFigures {
	checkpoints: number;
	cost: number;
	seals: boolean;
	blocked: { way: string }[];
}
interface Answer extends FeatureCollection {
	summary: {
		rings: { leaks: number }[];
		plans: { chosen?: string; fewest: PlanFigures; cheapest: PlanFigures; notNear: string[] };
		depthPlans: { depth: number; reached: number; checkpoints: number }[];
		moved: { ring: string; countNow: number; countThen: number; drawn: boolean }[];
		system: { depth: { count: number } | null; catches: unknown[] };
	};
}

const ofKind = (answer: FeatureCollection, kind: string): Feature[] =>
	answer.features.filter(({ properties }) => properties?.kind === kind);

async function ask(...args: string[]): Promise<Answer> {
	const ran = await runCordon(['seal', PLAN, '--region', 'astana', ...args]);
	expect(ran.status).toBe(1);
	return JSON.parse(ran.stdout) as Answer;
}

describe.skipIf(!HAS_DEMO)('plans for rings', () => {
	test('the cheapest are printed with their cost, and their controls seal the demo', async () => {
		const answer = await ask('--cost', 'primary=7,secondary=5');
		const suggestions = ofKind(answer, 'suggestion');
		const { cheapest, fewest, chosen } = answer.summary.plans;
		expect(chosen).toBe('cheapest');
		expect(suggestions).toHaveLength(cheapest.checkpoints);
		expect(cheapest.cost).toBeLessThanOrEqual(fewest.cost);
		const sum = suggestions.reduce((total, { properties }) => total + Number(properties?.cost), 0);
		expect(sum).toBeCloseTo(cheapest.cost, 6);

		const plan = JSON.parse(readFileSync(PLAN, 'utf8')) as FeatureCollection;
		suggestions.forEach(({ geometry, properties }, i) =>
			plan.features.push({
				type: 'Feature',
				id: `accepted-${i}`,
				geometry,
				properties: { kind: 'checkpoint', controls: properties?.controls as unknown }
			})
		);
		const file = join(mkdtempSync(join(tmpdir(), 'cordon-')), 'sealed.geojson');
		writeFileSync(file, JSON.stringify(plan));
		const sealed = await runCordon(['seal', file, '--region', 'astana', '--system']);
		expect(sealed.status).toBe(0);
		expect((JSON.parse(sealed.stdout) as Answer).summary.system.depth?.count).toBe(3);
		expect(sealed.stderr).toContain('the way that meets fewest: 3');
	}, 30_000);

	test('roads that may not be closed are named where nothing else seals, and moves and depth are told', async () => {
		const first = ofKind(await ask('--suggest'), 'suggestion');
		const way = `way/${String((first[0].properties?.controls as { way: number }[])[0].way)}`;
		const answer = await ask('--forbid', way, '--require', 'way/1', '--move', '120', '--depth', '2');
		const closed = ofKind(answer, 'suggestion').flatMap(({ properties }) =>
			(properties?.controls as { way: number }[]).map((control) => `way/${control.way}`)
		);
		expect(closed).not.toContain(way);
		const { fewest, notNear } = answer.summary.plans;
		expect(fewest.seals || fewest.blocked.some((road) => road.way === way)).toBe(true);
		expect(notNear).toEqual(['way/1']);
		expect(answer.summary.depthPlans[0]).toMatchObject({ depth: 2, reached: 2 });
		expect(ofKind(answer, 'depth-suggestion')).toHaveLength(answer.summary.depthPlans[0].checkpoints);
		expect(ofKind(answer, 'moved-ring')).toHaveLength(
			answer.summary.moved.filter(({ drawn }) => drawn).length
		);
	}, 30_000);
});

describe('refusals', () => {
	test.each([
		[['--cost', 'highway=2'], 'saw highway=2, wanted CLASS=N'],
		[['--cost', 'primary=0'], 'saw primary=0'],
		[['--forbid', '123'], 'saw 123, wanted roads as way/ID'],
		[['--depth', '0'], 'saw --depth 0'],
		[['--depth', '2.5'], 'saw --depth 2.5, wanted a whole number from 1 to 9'],
		[['--move', '-3'], 'saw --move -3'],
		[['--system', '--lawful'], 'leave one out']
	])('%j', async (args, words) => {
		const ran = await runCordon(['seal', PLAN, ...args]);
		expect(ran.status).toBe(2);
		expect(ran.stderr).toContain(words);
		expect(ran.stderr.trim().split('\n')).toHaveLength(1);
	});
});
