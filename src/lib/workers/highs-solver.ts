import type { MixedProgram, Solved, Solver } from '../network/siting/mixed-program.ts';

export interface ToSolver {
	readonly program: MixedProgram;
	readonly timeLimitS: number;
	readonly from?: Float64Array | undefined;
}

export type FromSolver =
	| { type: 'progress'; best: number; bound: number }
	| { type: 'solved'; solved: Solved }
	| { type: 'failed'; message: string };

/** Solves with HiGHS in a worker of its own, which is ended when the answer is there or given up. */
export const highsSolver: Solver = (program, { timeLimitS, from, onProgress, signal }) => {
	signal?.throwIfAborted();
	const worker = new Worker(new URL('./highs.worker.ts', import.meta.url), { type: 'module', name: 'highs' });
	return new Promise<Solved>((resolve, reject) => {
		const giveUp = (): void => {
			worker.terminate();
			reject(new DOMException('the proof was given up', 'AbortError'));
		};
		const end = (): void => {
			worker.terminate();
			signal?.removeEventListener('abort', giveUp);
		};
		signal?.addEventListener('abort', giveUp, { once: true });
		worker.onmessage = ({ data }: MessageEvent<FromSolver>) => {
			if (data.type === 'progress') {
				onProgress?.(data.best, data.bound);
				return;
			}
			end();
			if (data.type === 'solved') resolve(data.solved);
			else reject(new Error(data.message));
		};
		worker.onerror = (event) => {
			event.preventDefault();
			end();
			reject(new Error(event.message || 'the solver could not be started'));
		};
		worker.postMessage({ program, timeLimitS, from } satisfies ToSolver);
	});
};
