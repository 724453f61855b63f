import type { Browser, CDPSession, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';

/** Tasks of the page's thread while something was done. Wall time counts what other processes took. */
export interface PageTasks {
	readonly wallMs: number;
	readonly tasks: number;
	readonly longestWallMs: number;
	readonly longestCpuMs: number;
	/** CPU of the page's thread, and of the busiest thread beside it in the page's process. */
	readonly pageCpuMs: number;
	readonly workerCpuMs: number;
	/** Tasks over 50 ms, by wall and by CPU. */
	readonly overWall: number;
	readonly overCpu: number;
	/** The longest time between two frames' callbacks. */
	readonly frameGapMs: number;
	/** What the longest tasks by CPU were spent on, the dearest first. */
	readonly dearest: readonly string[];
}

interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	ts: number;
	dur?: number;
	tdur?: number;
	args?: { name?: string; data?: { functionName?: string; url?: string; type?: string } };
}

const LONG_US = 50_000;

// text, since what compiles this file would put names of its own into a function
const WATCH_FRAMES = `
	window.frameGaps = { last: performance.now(), most: 0, isOn: true };
	requestAnimationFrame(function hear() {
		const gaps = window.frameGaps;
		const now = performance.now();
		gaps.most = Math.max(gaps.most, now - gaps.last);
		gaps.last = now;
		if (gaps.isOn) requestAnimationFrame(hear);
	});`;
const LONGEST_GAP = '(window.frameGaps.isOn = false, window.frameGaps.most)';

/** Does `work` and says how the page's thread fared meanwhile, from the browser's own trace. */
export async function pageTasksWhile(
	browser: Browser,
	page: Page,
	work: () => Promise<void>
): Promise<PageTasks> {
	await page.evaluate(WATCH_FRAMES);
	await browser.startTracing(page, {
		categories: [
			'devtools.timeline',
			'disabled-by-default-devtools.timeline',
			'toplevel',
			'v8',
			'blink.user_timing'
		]
	});
	const start = performance.now();
	await work();
	const wallMs = performance.now() - start;
	const frameGapMs = await page.evaluate<number>(LONGEST_GAP);
	const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
	return { ...tasksOf(trace.traceEvents), wallMs, frameGapMs };
}

function tasksOf(events: readonly TraceEvent[]): Omit<PageTasks, 'wallMs' | 'frameGapMs'> {
	const mains = new Set(
		events
			.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
			.map(({ pid, tid }) => `${pid} ${tid}`)
	);
	const onPage = events.filter(({ pid, tid, ph }) => ph === 'X' && mains.has(`${pid} ${tid}`));
	const tasks = onPage.filter(({ name }) => name === 'RunTask');
	const byCpu = [...tasks].sort((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
	return {
		tasks: tasks.length,
		pageCpuMs: cpuMs(tasks),
		workerCpuMs: busiestWorkerMs(events),
		longestWallMs: Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000,
		longestCpuMs: (byCpu[0]?.tdur ?? 0) / 1000,
		overWall: tasks.filter(({ dur = 0 }) => dur > LONG_US).length,
		overCpu: tasks.filter(({ tdur = 0 }) => tdur > LONG_US).length,
		dearest: byCpu.slice(0, 4).map((task) => describe(task, onPage))
	};
}

function cpuMs(tasks: readonly TraceEvent[]): number {
	return tasks.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
}

function busiestWorkerMs(events: readonly TraceEvent[]): number {
	const workers = events.filter(
		({ name, args }) => name === 'thread_name' && args?.name?.startsWith('DedicatedWorker')
	);
	const of = ({ pid, tid }: TraceEvent): number =>
		cpuMs(
			events.filter(
				(event) =>
					event.pid === pid &&
					event.tid === tid &&
					event.name === 'ThreadControllerImpl::RunTask' &&
					event.ph === 'X'
			)
		);
	return Math.max(0, ...workers.map(of));
}

/** A task by what it was made of: the inner events that took most. */
function describe(task: TraceEvent, events: readonly TraceEvent[]): string {
	const end = task.ts + (task.dur ?? 0);
	const inner = events
		.filter(
			(event) =>
				event !== task &&
				event.name !== 'RunTask' &&
				event.pid === task.pid &&
				event.ts >= task.ts &&
				event.ts + (event.dur ?? 0) <= end
		)
		.sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
		.slice(0, 6)
		.map(({ name, dur = 0, args }) => {
			const data = args?.data;
			const what = [data?.type, data?.functionName, data?.url?.split('/').at(-1)].filter(Boolean).join(' ');
			return `${name}${what && ` (${what})`} ${(dur / 1000).toFixed(0)}`;
		});
	return `${((task.tdur ?? 0) / 1000).toFixed(0)} ms CPU, ${((task.dur ?? 0) / 1000).toFixed(0)} wall: ${inner.join(', ')}`;
}

/** Memory of the page's process: in use now and at most, and the heap of its own thread, MB. */
export async function pageMemory(
	browser: Browser,
	page: Page
): Promise<{ residentMb: number; mostMb: number; heapMb: number }> {
	const whole = await browser.newBrowserCDPSession();
	const { processInfo } = (await whole.send('SystemInfo.getProcessInfo')) as {
		processInfo: { type: string; id: number }[];
	};
	await whole.detach();
	const sizes = processInfo
		.filter(({ type }) => type === 'renderer')
		.map(({ id }) => readFileSync(`/proc/${id}/status`, 'utf8'))
		.map((status) => [megabytes(status, 'VmRSS'), megabytes(status, 'VmHWM')] as const)
		.sort((a, b) => b[0] - a[0]);
	const session: CDPSession = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const { metrics } = await session.send('Performance.getMetrics');
	await session.detach();
	const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0;
	return { residentMb: sizes[0]?.[0] ?? 0, mostMb: sizes[0]?.[1] ?? 0, heapMb: heap / 1e6 };
}

function megabytes(status: string, field: string): number {
	return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
}
