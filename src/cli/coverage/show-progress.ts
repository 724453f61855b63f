import { CommandError, type Language } from '../command-error.ts';

/** As often as a person can read it. */
const EVERY_MS = 100;

/** Where progress is written: standard error, or what a test puts in its place. */
export interface Terminal {
	readonly isTTY?: boolean;
	write(text: string): unknown;
}

/**
 * Runs `work` with a line that says how far it is, on a terminal only, and wipes it afterwards. Ctrl+C
 * ends the work with a CommandError: there is no answer then, and nothing was written.
 */
export async function showProgress<T>(
	terminal: Terminal,
	language: Language,
	work: (onProgress: (done: number, total: number) => void, signal: AbortSignal) => Promise<T>
): Promise<T> {
	const control = new AbortController();
	const stop = (): void => control.abort(STOPPED);
	let shownAt = performance.now();
	let isShown = false;
	const onProgress = (done: number, total: number): void => {
		if (!terminal.isTTY || performance.now() - shownAt < EVERY_MS) return;
		shownAt = performance.now();
		isShown = true;
		const percent = Math.floor((100 * done) / Math.max(1, total));
		terminal.write(
			`\r${language === 'zh' ? `正在分析 ${percent}%` : `working out the ground: ${percent} %`}\x1b[K`
		);
	};
	process.once('SIGINT', stop);
	try {
		return await work(onProgress, control.signal);
	} finally {
		process.off('SIGINT', stop);
		if (isShown) terminal.write('\r\x1b[K');
	}
}

const STOPPED = new CommandError({ en: 'stopped; nothing was written', zh: '已中止，未写出任何结果' });
