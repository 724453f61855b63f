import type { Progress } from './cell-queue.ts';

/** Steps between two looks at the clock. */
const STRIDE = 64;

/** Things on their way in: steps that are taken a few at a time, or all at once. */
export class Intake {
	private steps: Generator<void> | null = null;
	private done = 0;
	private total = 0;
	/** The work on cells that follows is the second half of one long task. */
	private isFirstHalf = false;

	get isDone(): boolean {
		return this.steps === null;
	}

	/** Begins `steps`, of which there are `total` or a few less. */
	begin(steps: Generator<void>, total: number): void {
		this.steps = steps;
		this.done = 0;
		this.total = Math.max(1, total);
		this.isFirstHalf = false;
	}

	/** Takes all steps that are left. */
	finish(): void {
		if (this.steps) for (const _ of this.steps);
		this.steps = null;
	}

	/** Takes steps for about `budgetMs`; they are half of what there is to do. */
	work(budgetMs: number): Progress {
		const until = performance.now() + budgetMs;
		this.isFirstHalf = true;
		while (this.steps) {
			for (let i = 0; i < STRIDE && this.steps; i++) {
				if (this.steps.next().done) this.steps = null;
				this.done++;
			}
			if (performance.now() >= until) break;
		}
		return { done: Math.min(this.done, this.total), total: 2 * this.total, touched: null };
	}

	/** How far the work on cells is, the steps before it counted in. */
	onTop({ done, total, touched }: Progress): Progress {
		if (!this.isFirstHalf) return { done, total, touched };
		if (done === total) this.isFirstHalf = false;
		return { done: total + done, total: 2 * total, touched };
	}
}
