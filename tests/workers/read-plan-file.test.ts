import { describe, expect, test } from 'vitest';
import { parsePlan } from '../../src/lib/formats/plan-geojson.ts';
import { printPlan } from '../../src/lib/formats/print-plan.ts';
import { printPlanFile } from '../../src/lib/workers/print-plan-file.ts';
import { readPlanFile } from '../../src/lib/workers/read-plan-file.ts';
import { inlineReader } from '../support/inline-reader.ts';
import { checkpoint, planOf } from '../support/plan-samples.ts';

const newId = (kind: string, index: number): string => `${kind}-${index + 1}`;
const large = planOf(
	Array.from({ length: 2345 }, (_, i) => checkpoint(`c-${i}`, 71 + i / 1e5, i, `Post ${i}`))
);

/** A file whose every tenth feature is of a kind nobody knows, and every seventh has a bad status. */
function faulty(count: number): Blob {
	const features = Array.from({ length: count }, (_, i) => ({
		type: 'Feature',
		id: `f-${i}`,
		geometry: { type: 'Point', coordinates: [71, 51] },
		properties: { kind: i % 10 === 0 ? 'dragon' : 'checkpoint', ...(i % 7 === 0 && { status: 'lost' }) }
	}));
	const cordon = { format: 1, name: 'Faulty', note: 'kept' };
	return new Blob([JSON.stringify({ type: 'FeatureCollection', cordon, features, source: 'survey' })]);
}

describe('readPlanFile', () => {
	test.each([
		['a small plan', new Blob([printPlan(planOf([checkpoint('a', 71)]))])],
		['a plan in many pieces', new Blob([printPlan(large)])],
		['an empty plan', new Blob([printPlan(planOf([]))])],
		['a plan with what cannot be used', faulty(1700)],
		['a byte order mark before it', new Blob(['\uFEFF', printPlan(large)])]
	])('%s is what it is when read at once', async (_, file) => {
		const wanted = parsePlan(await file.text(), { newId });
		const { plan, problems, problemCount } = await readPlanFile(file, {}, inlineReader());
		expect([...(plan?.items ?? [])]).toEqual([...wanted.plan.items]);
		expect({ ...plan, items: null }).toEqual({ ...wanted.plan, items: null });
		expect(problems).toEqual(wanted.problems);
		expect(problemCount).toBe(wanted.problems.length);
	});

	test('of very many problems the errors are told first, in the order of the file, and all are counted', async () => {
		const text = await faulty(6000).text();
		// a number for an id is a warning
		const file = new Blob([text.replaceAll(/"id":"f-(\d+)"/g, '"id":$1')]);
		const wanted = parsePlan(await file.text(), { newId }).problems;
		const { problems, problemCount } = await readPlanFile(file, {}, inlineReader());
		expect(problemCount).toBe(wanted.length);
		expect(problems).toHaveLength(1000);
		expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
		expect(problems.map((problem) => problem.featureIndex)).toEqual(
			problems.map((problem) => problem.featureIndex).sort((a, b) => (a as number) - (b as number))
		);
	});

	test('a file that is no plan gives none and says why', async () => {
		const { plan, problems } = await readPlanFile(new Blob(['{ "type": ']), {}, inlineReader());
		expect(plan).toBe(null);
		expect(problems.map(({ code }) => code)).toEqual(['not-json']);
	});

	test('no piece is large, and few are on their way at once', async () => {
		const port = inlineReader();
		let ahead = 0;
		let most = 0;
		const post = port.said.push.bind(port.said);
		port.said.push = (...messages) => {
			ahead += messages.filter(({ type }) => type === 'piece').length;
			most = Math.max(most, ahead - port.heard.filter(({ type }) => type === 'next').length);
			return post(...messages);
		};
		await readPlanFile(new Blob([printPlan(large)]), {}, port);
		const pieces = port.said.filter((message) => message.type === 'piece');
		expect(pieces.map(({ items }) => items.length)).toEqual([500, 500, 500, 500, 345]);
		expect(most).toBeLessThanOrEqual(4);
	});

	test('progress goes up from nothing to nearly all, and through every part of the work', async () => {
		const shares: number[] = [];
		await readPlanFile(new Blob([printPlan(large)]), { onProgress: (s) => shares.push(s) }, inlineReader());
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect(shares[0]).toBeLessThan(0.2);
		expect(shares.at(-1)).toBeGreaterThan(0.75);
		expect(shares.at(-1)).toBeLessThanOrEqual(1);
		expect(shares.filter((share) => share > 0.2 && share < 0.7).length).toBeGreaterThan(5);
	});

	test.each([
		['before it began', -1],
		['at the first word of progress', 0],
		['when pieces already come', 0.8]
	])('withdrawn %s it is rejected and its thread ends', async (_, share) => {
		const port = inlineReader();
		const given = new AbortController();
		if (share < 0) given.abort();
		const reading = readPlanFile(
			new Blob([printPlan(large)]),
			{ signal: given.signal, onProgress: (now) => now >= share && given.abort() },
			port
		);
		await expect(reading).rejects.toThrow(/abort/i);
		expect(port.isTerminated).toBe(true);
	});

	test('where the file cannot be read the reading says why', async () => {
		const gone = {
			size: 5,
			stream: () => {
				throw new Error('the file is gone');
			}
		} as unknown as Blob;
		await expect(readPlanFile(gone, {}, inlineReader())).rejects.toThrow('the file is gone');
	});
});

test.each([
	['many pieces', large],
	['nothing at all', planOf([])],
	['one thing', planOf([checkpoint('a', 71)])],
	['an unread feature last', { ...planOf([checkpoint('a', 71)]), unread: [{ rank: 9, feature: { x: 1 } }] }],
	['exactly one part', planOf([...large.items.values()].slice(0, 400))]
])('a plan of %s printed in breaths has the bytes of one printed at once', async (_, plan) => {
	const file = await printPlanFile(plan);
	expect(await file.text()).toBe(printPlan(plan));
	expect((JSON.parse(printPlan(plan)) as { features: unknown[] }).features).toHaveLength(
		plan.items.size + ('unread' in plan ? 1 : 0)
	);
});
