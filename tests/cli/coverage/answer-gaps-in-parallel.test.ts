import { expect, test } from 'vitest';
import { answerGapsInParallel } from '../../../src/cli/coverage/answer-gaps-in-parallel.ts';
import { startHelper } from '../../../src/cli/coverage/start-helper.ts';
import { answerGaps } from '../../../src/lib/analysis/coverage/answer-gaps.ts';
import { CellPool, type Lender } from '../../../src/lib/analysis/coverage/cell-pool.ts';
import { CoverageModel } from '../../../src/lib/analysis/coverage/coverage-model.ts';
import type { Plan } from '../../../src/lib/domain/plan.ts';
import { ALL, finished } from '../../analysis/coverage/finished.ts';
import { mixedScene } from '../../analysis/coverage/mixed-scene.ts';

const items = mixedScene(4, 420);
const plan = {
	header: { format: 1, name: '' },
	items: new Map(items.map((item) => [item.id, item]))
} as Plan;

test('threads of this process give the same bytes as doing it here', async () => {
	const model = new CoverageModel(ALL);
	model.open(items);
	const pool = new CellPool(startHelper, 2, { each: 1, batch: 5, least: 1 });
	const cells = model.waiting;
	let underWay = 0;
	let taken = 0;
	await new Promise<void>((resolve) => {
		const lender: Lender = {
			get waiting() {
				return model.waiting;
			},
			lend: (number, most, view) => {
				const loan = model.lend(number, most, view);
				if (loan) underWay++;
				return loan;
			},
			accept: (loan, answer) => {
				model.accept(loan, answer);
				taken += loan.cells.length;
				underWay--;
				pool.feed(lender);
				if (underWay === 0) resolve();
			},
			takeBack: () => expect.fail('a thread failed')
		};
		pool.feed(lender);
	});
	pool.close();
	expect(taken).toBe(cells);
	expect(model.work(0)).toMatchObject({ done: cells, total: cells });
	expect(JSON.stringify(model.answer())).toBe(JSON.stringify(finished(items).answer()));
});

test('a plan is answered as in one go, and tells how far it is', async () => {
	const heard: [number, number][] = [];
	const result = await answerGapsInParallel(plan, ALL, {
		helpers: 1,
		onProgress: (done, total) => heard.push([done, total])
	});
	const inOneGo = answerGaps(plan, ALL);
	expect(JSON.stringify(result.ok && result.answer)).toBe(JSON.stringify(inOneGo.ok && inOneGo.answer));
	const [done, total] = heard.at(-1) as [number, number];
	expect(done).toBe(total);
	expect(total).toBeGreaterThan(10);
});

test('work that is withdrawn ends with the reason', async () => {
	const control = new AbortController();
	const work = answerGapsInParallel(plan, ALL, {
		signal: control.signal,
		onProgress: () => control.abort(new Error('enough'))
	});
	await expect(work).rejects.toThrow('enough');
});

test('a plan without ground is refused as in one go', async () => {
	const bare = { ...plan, items: new Map() } as Plan;
	expect(await answerGapsInParallel(bare, ALL)).toEqual(answerGaps(bare, ALL));
});
