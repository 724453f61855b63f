import { BatchWork } from '../analysis/coverage/batch-work.ts';
import { buffersOf, type CellBatch } from '../analysis/coverage/cell-batch.ts';

const work = new BatchWork();
self.onmessage = ({ data }: MessageEvent<CellBatch>) => {
	const answer = work.answer(data);
	self.postMessage(answer, { transfer: buffersOf(answer) });
};
