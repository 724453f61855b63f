import type { BatchAnswer } from '../analysis/coverage/batch-answer.ts';
import { buffersOf } from '../analysis/coverage/cell-batch.ts';
import type { StartHelper } from '../analysis/coverage/cell-pool.ts';

/** Starts a worker that works cells out; it ends with the thread that started it. */
export const startCellHelper: StartHelper = (heard, failed) => {
	const worker = new Worker(new URL('./cells.worker.ts', import.meta.url), { type: 'module', name: 'cells' });
	worker.onmessage = ({ data }: MessageEvent<BatchAnswer>) => heard(data);
	worker.onmessageerror = failed;
	worker.onerror = (event) => {
		event.preventDefault();
		failed();
	};
	return {
		send: (batch) => worker.postMessage(batch, buffersOf(batch)),
		close: () => worker.terminate()
	};
};
