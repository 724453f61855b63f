import type { SealAnswer } from '../../src/lib/domain/findings/sealing.ts';

/** The answer without the numbers of its crossings and leaks, which hang on what was asked before. */
export function unnumbered(answer: SealAnswer): SealAnswer {
	const { crossings, leaks } = answer;
	return {
		...answer,
		crossings: crossings.map((crossing) => ({ ...crossing, number: 0 })),
		leaks: leaks.map((leak) => ({ ...leak, number: 0 }))
	};
}
