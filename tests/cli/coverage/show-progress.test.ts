import { expect, test, vi } from 'vitest';
import { showProgress } from '../../../src/cli/coverage/show-progress.ts';

const terminal = (isTTY: boolean) => {
	const written: string[] = [];
	return { isTTY, written, write: (text: string) => written.push(text) };
};

/** Work that says a fifth is done whenever asked, and ends when it has been seen or withdrawn. */
async function work(onProgress: (done: number, total: number) => void, signal: AbortSignal): Promise<string> {
	for (let turn = 0; turn < 30; turn++) {
		signal.throwIfAborted();
		onProgress(1, 5);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	return 'done';
}

test('a terminal sees how far it is, and nothing of it stays', async () => {
	const out = terminal(true);
	expect(await showProgress(out, 'en', work)).toBe('done');
	expect(out.written[0]).toContain('20 %');
	expect(out.written.at(-1)).toBe('\r\x1b[K');
	const zh = terminal(true);
	await showProgress(zh, 'zh', work);
	expect(zh.written[0]).toContain('正在分析 20%');
});

test('a file sees nothing', async () => {
	const out = terminal(false);
	expect(await showProgress(out, 'en', work)).toBe('done');
	expect(out.written).toEqual([]);
});

test('Ctrl+C ends the work, and is heard no longer than that', async () => {
	const before = process.listenerCount('SIGINT');
	const out = terminal(true);
	const working = showProgress(out, 'en', work);
	expect(process.listenerCount('SIGINT')).toBe(before + 1);
	const heard = vi.fn();
	process.once('SIGINT', heard);
	process.kill(process.pid, 'SIGINT');
	await expect(working).rejects.toMatchObject({ words: { en: 'stopped; nothing was written' } });
	expect(heard).toHaveBeenCalled();
	expect(process.listenerCount('SIGINT')).toBe(before);
});
