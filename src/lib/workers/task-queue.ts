import { breathe } from './breath.ts';

/**
 * Runs slices of long work with a breath between them, so that messages are heard meanwhile.
 *
 * `slice` does a few milliseconds and says whether more is left. One task at a time: `start` while
 * one runs lets that one go on, for it works on whatever state it finds.
 */
export class TaskQueue {
	private isRunning = false;

	constructor(
		private readonly slice: () => boolean,
		private readonly onError: (error: unknown) => void
	) {}

	start(): void {
		if (this.isRunning) return;
		this.isRunning = true;
		breathe(this.step);
	}

	private readonly step = (): void => {
		try {
			if (this.slice()) {
				breathe(this.step);
				return;
			}
		} catch (error) {
			this.onError(error);
		}
		this.isRunning = false;
	};
}
