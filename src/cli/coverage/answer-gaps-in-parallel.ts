import { availableParallelism } from 'node:os';
import type { GapsAnswer } from '../../lib/analysis/coverage/answer-gaps.ts';
import { CellPool, helpersFor } from '../../lib/analysis/coverage/cell-pool.ts';
import { CoverageModel, type CoverageOptions } from '../../lib/analysis/coverage/coverage-model.ts';
import type { Plan } from '../../lib/domain/plan.ts';
import { startHelper } from './start-helper.ts';

/** Work between two breaths, in which answers of helpers and Ctrl+C are heard. */
const SLICE_MS = 8;

/** What the work may be given beside the question. */
export interface ParallelOptions {
	/** Threads besides this one; the machine says how many unless told. */
	readonly helpers?: number;
	/** Ends the work; the promise then rejects with its reason. */
	readonly signal?: AbortSignal;
	/** Hears of cells done, some hundred times a second. */
	readonly onProgress?: (done: number, total: number) => void;
}

/** As `answerGaps`, and the same bytes, with a hand from the other cores where the plan is large. */
export async function answerGapsInParallel(
	plan: Plan,
	options: CoverageOptions,
	{ helpers = helpersFor(availableParallelism()), signal, onProgress }: ParallelOptions = {}
): Promise<GapsAnswer> {
	const model = new CoverageModel(options);
	model.open(plan.items.values());
	if (model.refusal) return { ok: false, reason: model.refusal };
	const pool = new CellPool(startHelper, helpers);
	try {
		for (;;) {
			signal?.throwIfAborted();
			pool.feed(model);
			const { done, total } = model.work(SLICE_MS);
			onProgress?.(done, total);
			if (done === total) break;
			await new Promise(setImmediate);
		}
	} finally {
		pool.close();
	}
	const answer = model.answer();
	// what was said during that is heard now
	await new Promise(setImmediate);
	signal?.throwIfAborted();
	return { ok: true, answer, model };
}
