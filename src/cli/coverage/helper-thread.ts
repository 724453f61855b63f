import { parentPort } from 'node:worker_threads';
import { BatchWork } from '../../lib/analysis/coverage/batch-work.ts';
import { buffersOf, type CellBatch } from '../../lib/analysis/coverage/cell-batch.ts';

const work = new BatchWork();
parentPort?.on('message', (batch: CellBatch) => {
	const answer = work.answer(batch);
	parentPort?.postMessage(answer, buffersOf(answer));
});
