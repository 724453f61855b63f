import { describe, expect, test } from 'vitest';
import type { AreaFigures } from '../../src/lib/domain/findings/areas.ts';
import { Editor } from '../../src/lib/editor/editor.svelte.ts';
import { OnDemandAnswer } from '../../src/lib/editor/on-demand.svelte.ts';
import type { OnDemand } from '../../src/lib/workers/analysis-events.ts';
import { FakeAnalysis } from '../support/fake-analysis.ts';
import { checkpoint, NO_PACKS, planOf } from '../support/plan-samples.ts';

const total: AreaFigures = {
	row: { of: 'all' },
	name: '',
	setting: null,
	population: null,
	areaM2: 1,
	coveredM2: 1,
	gapM2: 0,
	coveredShare: 1,
	cameras: 0,
	camerasPerKm2: 0,
	intactRate: null,
	integratedRate: null
};

/** Threads that answer when the test says so, and give up when they are told to. */
class SlowAnalysis extends FakeAnalysis {
	readonly waiting: {
		answer(areas: AreaFigures[]): void;
		fail(message: string): void;
		signal?: AbortSignal;
	}[] = [];

	/** Whether it goes on although it was told to give up. */
	isDeaf = false;

	override ask<Q extends keyof OnDemand>(
		_: Q,
		__: OnDemand[Q]['ask'],
		signal?: AbortSignal
	): Promise<OnDemand[Q]['answer']> {
		return new Promise((resolve, reject) => {
			signal?.addEventListener('abort', () => this.isDeaf || reject(new Error('given up')));
			this.waiting.push({
				answer: (areas) => resolve(areas as OnDemand[Q]['answer']),
				fail: (message) => reject(new Error(message)),
				...(signal && { signal })
			});
		});
	}
}

function scene() {
	const analysis = new SlowAnalysis();
	const editor = new Editor(analysis);
	editor.open(planOf([checkpoint('checkpoint-1', 71)]), null, NO_PACKS);
	return { analysis, editor, areas: new OnDemandAnswer(editor, 'areas') };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const edit = (editor: Editor): boolean =>
	editor.do({ label: { verb: 'add' }, put: [checkpoint('checkpoint-2', 71.1, 1)], drop: [] });

describe('an answer on demand', () => {
	test('is not asked for until somebody looks', () => {
		const { analysis, areas } = scene();
		expect(analysis.waiting).toHaveLength(0);
		expect(areas.answer).toBe(null);
	});

	test('stays while the plan changes, and says that it is old', async () => {
		const { analysis, editor, areas } = scene();
		void areas.ask(null);
		expect(areas.isAsking).toBe(true);
		analysis.waiting[0]?.answer([total]);
		await settle();
		expect(areas).toMatchObject({ answer: [total], isAsking: false, isOld: false });
		edit(editor);
		expect(areas).toMatchObject({ answer: [total], isOld: true });
	});

	test('an edit while it is worked out makes it old the moment it comes', async () => {
		const { analysis, editor, areas } = scene();
		void areas.ask(null);
		edit(editor);
		analysis.waiting[0]?.answer([total]);
		await settle();
		expect(areas).toMatchObject({ answer: [total], isAsking: false, isOld: true });
	});

	test('asking again gives the first question up, and its late answer is not taken', async () => {
		const { analysis, areas } = scene();
		void areas.ask(null);
		void areas.ask(null);
		expect(analysis.waiting[0]?.signal?.aborted).toBe(true);
		await settle();
		expect(areas).toMatchObject({ isAsking: true, failure: null });
		analysis.waiting[1]?.answer([]);
		await settle();
		expect(areas).toMatchObject({ answer: [], isAsking: false, isOld: false });
	});

	test('a late answer to a question that was given up is not taken, before the newer one or after it', async () => {
		const { analysis, areas } = scene();
		analysis.isDeaf = true;
		for (let i = 0; i < 3; i++) void areas.ask(null);
		analysis.waiting[0]?.answer([total, total, total]);
		await settle();
		expect(areas).toMatchObject({ answer: null, isAsking: true });
		analysis.waiting[2]?.answer([total]);
		analysis.waiting[1]?.fail('late');
		await settle();
		expect(areas).toMatchObject({ answer: [total], isAsking: false, failure: null });
	});

	test('cancelled, it leaves the last answer and its progress goes', async () => {
		const { analysis, editor, areas } = scene();
		void areas.ask(null);
		analysis.waiting[0]?.answer([total]);
		await settle();
		void areas.ask(null);
		editor.progress = { coverage: { done: 1, total: 2 } };
		areas.cancel();
		await settle();
		expect(areas).toMatchObject({ answer: [total], isAsking: false, failure: null, isOld: true });
		expect(editor.progress.coverage).toEqual({ done: 1, total: 2 });
	});

	test('a failure is told, and the next answer takes it back', async () => {
		const { analysis, areas } = scene();
		void areas.ask(null);
		analysis.waiting[0]?.fail('out of memory');
		await settle();
		expect(areas).toMatchObject({ answer: null, isAsking: false, failure: 'out of memory', isOld: true });
		void areas.ask(null);
		expect(areas.failure).toBe(null);
		analysis.waiting[1]?.answer([total]);
		await settle();
		expect(areas.answer).toEqual([total]);
	});

	test('another plan forgets it', async () => {
		const { analysis, areas } = scene();
		void areas.ask(null);
		areas.forget();
		analysis.waiting[0]?.answer([total]);
		await settle();
		expect(areas).toMatchObject({ answer: null, isAsking: false, failure: null, isOld: true });
	});
});
