import { NodingError } from '../../geo/overlay/noder.ts';
import { packAnswer, type BatchAnswer } from './batch-answer.ts';
import { unpackBatch, type CellBatch, type Rings } from './cell-batch.ts';
import { CellWork } from './cell-work.ts';

/** Works out batches of cells, as a thread does that knows nothing of the plan they are from. */
export class BatchWork {
	private readonly rings: { -readonly [K in keyof Rings]: Rings[K] } = {
		coords: new Int32Array(0),
		start: new Uint32Array(0),
		points: new Uint32Array(0),
		layer: new Uint16Array(0)
	};
	private readonly work = new CellWork(this.rings);

	/** Works out every cell of `batch`; those that the grid is too coarse for are said to be so. */
	answer(batch: CellBatch): BatchAnswer {
		const { coords, start, points, layer } = batch;
		Object.assign(this.rings, { coords, start, points, layer });
		this.work.grant(batch.granted);
		const cells = unpackBatch(batch);
		for (const cell of cells) {
			try {
				this.work.workOut(cell);
			} catch (error) {
				if (!(error instanceof NodingError)) throw error;
				cell.clear();
			}
		}
		return packAnswer(batch.number, cells);
	}
}
