/** How a build tells what it does and is told to stop. */
export interface Progress {
	/** A new stage begins. */
	stage(name: string): void;
	/**
	 * This share of the stage (0 to 1) is done. Lets other work of the process run now and then, and throws
	 * the reason of the signal once it is aborted.
	 */
	share(done: number): Promise<void>;
}

const BREATH_MS = 50;
const LINE_MS = 500;

/** Progress as lines on a terminal or in a log: stage, share, and time left once it can be told. */
export class ProgressPrinter implements Progress {
	private readonly print: (line: string) => void;
	private readonly signal: AbortSignal;
	private readonly now: () => number;
	private name = '';
	private stageStart = 0;
	private lastBreath = 0;
	private lastLine = 0;

	constructor(print: (line: string) => void, signal: AbortSignal, now: () => number) {
		this.print = print;
		this.signal = signal;
		this.now = now;
	}

	stage(name: string): void {
		this.name = name;
		this.stageStart = this.lastLine = this.now();
		this.print(name);
	}

	async share(done: number): Promise<void> {
		const now = this.now();
		if (now - this.lastBreath < BREATH_MS) return;
		this.lastBreath = now;
		if (now - this.lastLine >= LINE_MS && done > 0) {
			this.lastLine = now;
			const leftS = ((now - this.stageStart) * (1 / done - 1)) / 1000;
			this.print(`${this.name} ${Math.floor(done * 100)} %, about ${Math.ceil(leftS)} s left`);
		}
		await new Promise((resolve) => setImmediate(resolve));
		this.signal.throwIfAborted();
	}
}
