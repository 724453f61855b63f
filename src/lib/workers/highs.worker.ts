import loadHighs from 'highs';
import { solveWithHighs } from '../network/siting/solve-with-highs.ts';
import type { FromSolver, ToSolver } from './highs-solver.ts';

const highs = loadHighs();
const post = (message: FromSolver): void => self.postMessage(message);

self.onmessage = async ({ data }: MessageEvent<ToSolver>) => {
	try {
		const { program, timeLimitS, from } = data;
		const onProgress = (best: number, bound: number) => post({ type: 'progress', best, bound });
		post({ type: 'solved', solved: solveWithHighs(await highs, program, { timeLimitS, from, onProgress }) });
	} catch (error) {
		post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
	}
};
