import type { Bbox } from '../../geo/coordinates.ts';
import type { BatchAnswer } from './batch-answer.ts';
import type { CellBatch } from './cell-batch.ts';
import type { Loan } from './cell-queue.ts';

/** Whose cells are worked out: as `CoverageModel` does. */
export interface Lender {
	/** Cells that are neither worked out nor lent. */
	readonly waiting: number;
	lend(number: number, most: number, view?: Bbox): Loan | null;
	accept(loan: Loan, answer: BatchAnswer): void;
	takeBack(loan: Loan): void;
}

/** A thread that works batches out. */
export interface HelperPort {
	/** Hands a batch over; its buffers go with it. */
	send(batch: CellBatch): void;
	close(): void;
}

/** Starts a thread that calls `heard` with each answer, in any order, and `failed` when it can no more. */
export type StartHelper = (heard: (answer: BatchAnswer) => void, failed: () => void) => HelperPort;

interface Helper {
	readonly port: HelperPort;
	/** What it was sent and did not answer yet, by number of the batch. */
	readonly underWay: Map<number, { lender: Lender; loan: Loan }>;
}

/** When a helper is worth its while, in numbers of cells. */
export interface PoolLimits {
	/** One is started for every so many that wait. */
	readonly each: number;
	/** In a batch: some milliseconds of work. */
	readonly batch: number;
	/** With fewer left all are done sooner where they are; an edit never makes as many. */
	readonly least: number;
}

const LIMITS: PoolLimits = { each: 1024, batch: 64, least: 128 };
/** Batches sent to a helper ahead, so that it never waits for the next. */
const AHEAD = 2;

/**
 * Threads that help to work cells out. None is started before there is work for it, and what one that
 * fails had in hand is done without it.
 */
export class CellPool {
	private readonly helpers: Helper[] = [];
	private mayStart: number;
	private sent = 0;

	/** At most `helpers` threads. */
	constructor(
		private readonly start: StartHelper,
		helpers: number,
		private readonly limits = LIMITS
	) {
		this.mayStart = helpers;
	}

	/** Hands cells to helpers that have little left to do; to be called again and again while there is work. */
	feed(lender: Lender, view?: Bbox): void {
		while (this.mayStart > 0 && lender.waiting >= (this.helpers.length + 1) * this.limits.each)
			this.startOne();
		for (let ahead = 1; ahead <= AHEAD; ahead++) {
			for (const helper of this.helpers) {
				if (lender.waiting < this.limits.least) return;
				if (helper.underWay.size < ahead) this.send(helper, lender, view);
			}
		}
	}

	/** Ends the helpers, whatever they are at; what was lent stays so until its lender does it itself. */
	close(): void {
		this.mayStart = 0;
		for (const { port, underWay } of this.helpers.splice(0)) {
			underWay.clear();
			port.close();
		}
	}

	private startOne(): void {
		this.mayStart--;
		const underWay: Helper['underWay'] = new Map();
		const heard = (answer: BatchAnswer): void => {
			const sent = underWay.get(answer.number);
			underWay.delete(answer.number);
			sent?.lender.accept(sent.loan, answer);
		};
		const failed = (): void => {
			const at = this.helpers.findIndex((helper) => helper.underWay === underWay);
			if (at >= 0) this.helpers.splice(at, 1)[0].port.close();
			for (const { lender, loan } of underWay.values()) lender.takeBack(loan);
			underWay.clear();
		};
		try {
			this.helpers.push({ port: this.start(heard, failed), underWay });
		} catch {
			// where none can be started all is done without
			this.mayStart = 0;
		}
	}

	private send({ port, underWay }: Helper, lender: Lender, view: Bbox | undefined): void {
		const loan = lender.lend(this.sent++, this.limits.batch, view);
		if (!loan) return;
		underWay.set(loan.batch.number, { lender, loan });
		port.send(loan.batch);
	}
}

/** How many helpers there are to be beside the thread that hands out the work: one core stays free. */
export function helpersFor(cores: number): number {
	return Math.max(0, cores - 2);
}
