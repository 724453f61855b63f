import { Worker } from 'node:worker_threads';
import { buffersOf } from '../../lib/analysis/coverage/cell-batch.ts';
import type { StartHelper } from '../../lib/analysis/coverage/cell-pool.ts';

/** Starts a thread of this process that works cells out. It does not keep the process from ending. */
export const startHelper: StartHelper = (heard, failed) => {
	const worker = new Worker(new URL('./helper-thread.mjs', import.meta.url));
	worker.on('message', heard);
	worker.on('error', failed);
	worker.on('exit', failed);
	worker.unref();
	return {
		send: (batch) => worker.postMessage(batch, buffersOf(batch)),
		close: () => void worker.terminate()
	};
};
