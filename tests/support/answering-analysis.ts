import { PRESENT } from '../../src/lib/domain/assumptions.ts';
import type { OnDemand, StudyQuestion } from '../../src/lib/workers/analysis-events.ts';
import { STUDIES } from '../../src/lib/workers/studies/studies.ts';
import type { Study, StudyGround } from '../../src/lib/workers/studies/study.ts';
import { FakeAnalysis } from './fake-analysis.ts';

/** Answers studies for real, of the plan as it was when it was asked, without a thread and without roads. */
export class AnsweringAnalysis extends FakeAnalysis {
	/** Runs before an answer is given, as what a person does meanwhile. */
	meanwhile: (() => void) | null = null;

	override async ask<Q extends keyof OnDemand>(
		question: Q,
		input: OnDemand[Q]['ask'],
		signal: AbortSignal = new AbortController().signal
	): Promise<OnDemand[Q]['answer']> {
		const none = () => Promise.reject(new Error('not here'));
		const ground: StudyGround = {
			items: [...this.items.values()],
			options: this.options ?? { assumptions: PRESENT, by: 'all', minAreaM2: 0, occlusion: false },
			hasRoads: false,
			roads: none,
			borders: () => Promise.resolve(null),
			walls: () => Promise.resolve(null),
			names: () => Promise.resolve(null)
		};
		const study = STUDIES[question as StudyQuestion] as unknown as Study<StudyQuestion>;
		const breathe = (): Promise<void> => Promise.resolve(signal.throwIfAborted());
		const answer = await study(ground, structuredClone(input) as never, {
			signal,
			progress: () => undefined,
			breathe
		});
		this.meanwhile?.();
		return structuredClone(answer) as OnDemand[Q]['answer'];
	}
}
