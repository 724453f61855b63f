import type { BatchAnswer } from '../../../src/lib/analysis/coverage/batch-answer.ts';
import { BatchWork } from '../../../src/lib/analysis/coverage/batch-work.ts';
import { buffersOf, type CellBatch } from '../../../src/lib/analysis/coverage/cell-batch.ts';
import type { StartHelper } from '../../../src/lib/analysis/coverage/cell-pool.ts';

interface Sent {
	readonly batch: CellBatch;
	readonly answer: BatchAnswer;
	readonly deliver: () => void;
}

/** Helpers in this thread, whose answers lie about until a test delivers them, in any order. */
export class FakeHelpers {
	/** Answers not delivered yet. */
	readonly post: Sent[] = [];
	readonly started: { crash: () => void; isClosed: boolean }[] = [];
	/** Cells that were sent, and cells among them that were answered as too coarse for the grid. */
	cells = 0;
	tooCoarse = 0;

	readonly start: StartHelper = (heard, failed) => {
		const work = new BatchWork();
		const helper = { crash: failed, isClosed: false };
		this.started.push(helper);
		return {
			send: (sent) => {
				const batch = handedOver(sent);
				const answer = handedOver(work.answer(batch));
				this.cells += batch.cells.length / 6;
				for (let k = 0; k < answer.counts.length; k += 4) if (answer.counts[k] < 0) this.tooCoarse++;
				this.post.push({ batch, answer, deliver: () => heard(answer) });
			},
			close: () => {
				helper.isClosed = true;
			}
		};
	};

	/** Delivers one of the answers that lie about; false where there is none. */
	deliverAny(random: () => number): boolean {
		const [sent] = this.post.splice(Math.floor(random() * this.post.length), 1);
		sent?.deliver();
		return sent !== undefined;
	}
}

/** As a message arrives in another thread: a copy, its buffers gone from the sender. */
function handedOver<T extends object>(message: T): T {
	return structuredClone(message, { transfer: buffersOf(message) });
}
