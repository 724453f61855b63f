import { existsSync, readFileSync } from 'node:fs';
import { ringSystem } from '../../src/lib/analysis/ring-system/ring-system.ts';
import { sealPlans, type SealPlansOptions } from '../../src/lib/analysis/ring-system/seal-plans.ts';
import { seal } from '../../src/lib/analysis/sealing/seal.ts';
import type { Item } from '../../src/lib/domain/items.ts';
import { parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { prepareRoads } from '../../src/lib/network/roads.ts';
import { demoRoads } from '../support/real-roads.ts';
import { accepted } from '../support/ring-plans.ts';

const PLAN = 'tiles/astana/demo-plan.geojson';

/** The demo's three rings as one system, sealed and bare, and plans for them: processor time of the second run. */
export async function benchRingSystem(): Promise<void> {
	const graph = demoRoads();
	if (!graph || !existsSync(PLAN)) return;
	const roads = prepareRoads(graph);
	let made = 0;
	const { plan } = parsePlan(readFileSync(PLAN, 'utf8'), { newId: () => `made-${made++}` });
	const demo = [...plan.items.values()];
	const rings = demo.filter(({ kind }) => kind === 'control-ring');
	const sealed: Item[] = [...demo, ...accepted(seal(roads, demo, { suggest: true }).suggestions)];
	const say = (what: string, ms: number, more: string): void => {
		process.stdout.write(`${what}: ${ms.toFixed(0)} ms CPU; ${more}\n`);
	};
	const [system, systemMs] = await second(() => ringSystem(roads, sealed));
	const { depth, losses, pairs, bridges, onDuty } = system;
	say(
		'demo, sealed, as one system',
		systemMs,
		`${onDuty} posts, depth ${depth?.count}, ${losses.length} losses, ${pairs.length} pairs, ${bridges.length} bridges`
	);
	const asks: [string, SealPlansOptions][] = [
		['fewest and cheapest', {}],
		['and depth 3', { depths: [3] }],
		['and rings moved by 150 m', { moveM: 150 }]
	];
	for (const [what, options] of asks) {
		const [plans, ms] = await second(() => sealPlans(roads, rings, options));
		const then = plans.moved.map(({ countNow, countThen }) => `${countNow} to ${countThen}`).join(', ');
		const deep = plans.depths.map(({ suggestions, cost }) => `${suggestions.length} for ${cost}`).join();
		const { fewest, cheapest } = plans;
		say(
			`bare rings: ${what}`,
			ms,
			`${fewest.suggestions.length} for ${fewest.cost}, by cost ${cheapest.cost} ${deep} ${then}`
		);
	}
}

async function second<T>(work: () => Promise<T>): Promise<[answer: T, ms: number]> {
	await work();
	const before = process.cpuUsage();
	const answer = await work();
	const { user, system } = process.cpuUsage(before);
	return [answer, (user + system) / 1000];
}
