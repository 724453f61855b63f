import type { Browser, Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { drag, frames, lookAt, onPage } from '../browser/page.ts';
import { writeLargePlan } from './large-plan.ts';
import { idle, inServedPage } from './served-page.ts';
import { pageMemory, pageTasksWhile, type PageTasks } from './page-tasks.ts';

const CAMERAS = Number(process.env.CORDON_BENCH_CAMERAS ?? 220_000);

/**
 * Opens a large plan in the built application, in Debian's Chromium through the file dialog's own
 * input, and says how long it took and how the page's thread fared while opening, panning and dragging.
 */
export async function benchBrowser(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
	const file = join(folder, 'large.geojson');
	await writeLargePlan(file, CAMERAS);
	console.log(
		`  ${CAMERAS} cameras, ${(statSync(file).size / 1e6).toFixed(0)} MB; load ${loadavg()[0]?.toFixed(1)}`
	);
	try {
		await inServedPage((page, browser) => measure(browser, page, file));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function measure(browser: Browser, page: Page, file: string): Promise<void> {
	let readyMs = 0;
	let idleMs = 0;
	const opening = await pageTasksWhile(browser, page, async () => {
		const start = performance.now();
		await page.locator('input[type=file]').first().setInputFiles(file);
		await page.waitForFunction(() => document.title.includes('made-up cameras'), null, { timeout: 120_000 });
		readyMs = performance.now() - start;
		await idle(page);
		idleMs = performance.now() - start - readyMs;
	});
	console.log(`  open: plan on screen after ${seconds(readyMs)}, first idle ${seconds(idleMs)} later`);
	print('while opening', opening);
	print('while it is kept and answered', await pageTasksWhile(browser, page, () => answered(page)));

	await lookAt(page, [71.43, 51.13], 14);
	print(
		'panning',
		await pageTasksWhile(browser, page, async () => {
			for (let i = 0; i < 4; i++) await drag(page, { x: 900, y: 600 }, { x: 600, y: 350 }, 12);
			await idle(page);
		})
	);
	const camera = loneCamera(file);
	await lookAt(page, camera, 17);
	await frames(page);
	const at = await onPage(page, camera);
	await page.mouse.click(at.x, at.y);
	await frames(page);
	print(
		'dragging a camera',
		await pageTasksWhile(browser, page, async () => {
			await drag(page, at, { x: at.x + 160, y: at.y + 90 }, 20);
			await page.waitForTimeout(500);
		})
	);
	console.log(`  gaps redrawn after a step of the drag: ${await gapDelays(page, at)}`);
	console.log(`  undo offered: ${await page.getByRole('button', { name: /^Undo/ }).first().isEnabled()}`);
	print(
		'the list of cameras: opened, searched, filtered, sorted',
		await pageTasksWhile(browser, page, async () => {
			await page.getByLabel('Kind of thing').selectOption('camera');
			await page.getByLabel('Search by name, id, team or owner').fill('pole 0123');
			await page.waitForTimeout(1500);
			await page.getByLabel('Search by name, id, team or owner').fill('');
			await page.getByRole('button', { name: 'Filter cameras' }).click();
			for (const health of ['Working', 'Impaired'])
				await page.getByRole('checkbox', { name: health, exact: true }).uncheck();
			await page.keyboard.press('Escape');
			await page.waitForTimeout(1500);
			await page.getByLabel('Sort').selectOption('name');
			await page.waitForTimeout(2000);
		})
	);
	const { residentMb, mostMb, heapMb } = await pageMemory(browser, page);
	console.log(
		`  renderer: ${residentMb.toFixed(0)} MB resident, ${mostMb.toFixed(0)} MB at most; heap of the page ${heapMb.toFixed(0)} MB`
	);
}

/** How long after each step of a drag the tiles of gaps in view are there anew, in frames and milliseconds. */
async function gapDelays(page: Page, at: { x: number; y: number }): Promise<string> {
	await page.evaluate(() => {
		const seen = {
			frame: 0,
			moved: [0, 0],
			delays: [] as [number, number][],
			tick() {
				seen.frame++;
				requestAnimationFrame(seen.tick);
			}
		};
		Object.assign(window, { seen });
		seen.tick();
		window.addEventListener('pointermove', () => (seen.moved = [performance.now(), seen.frame]), true);
		window.cordonMap?.on('sourcedata', ({ sourceId, tile }) => {
			if (sourceId !== 'gaps' || !tile || seen.moved[0] === 0) return;
			seen.delays.push([performance.now() - seen.moved[0], seen.frame - seen.moved[1]]);
			seen.moved = [0, 0];
		});
	});
	await page.keyboard.press('Control+z');
	await page.waitForTimeout(1500);
	await page.mouse.move(at.x, at.y);
	await page.mouse.down();
	for (let step = 1; step <= 15; step++) {
		await page.mouse.move(at.x + 8 * step, at.y + 5 * step);
		await page.waitForTimeout(1200);
	}
	await page.mouse.up();
	const delays = await page.evaluate(
		() => (window as unknown as { seen: { delays: [number, number][] } }).seen.delays
	);
	const middle = (of: number[]): number => of.sort((a, b) => a - b)[Math.floor(of.length / 2)];
	const [ms, frames] = [0, 1].map((k) => middle(delays.map((delay) => delay[k])));
	return `median ${ms?.toFixed(0)} ms, ${frames} frames (${delays.length} of 15 steps seen)`;
}

/** Until nothing is under way in the bar, two seconds long. */
async function answered(page: Page): Promise<void> {
	let quiet = 0;
	for (let i = 0; i < 120 && quiet < 4; i++) {
		await page.waitForTimeout(500);
		quiet = (await page.locator('progress').count()) === 0 ? quiet + 1 : 0;
	}
}

/** The place of a camera near the middle of the city with none within about 60 m. */
function loneCamera(file: string): [number, number] {
	const places = [
		...readFileSync(file, 'utf8').matchAll(
			/"id":"camera-\d+","geometry":\{"type":"Point","coordinates":\[([\d.]+),([\d.]+)\]/g
		)
	]
		.map(([, lng, lat]): [number, number] => [Number(lng), Number(lat)])
		.filter(([lng, lat]) => Math.abs(lng - 71.43) < 0.1 && Math.abs(lat - 51.13) < 0.06);
	const isNear = (a: [number, number], b: [number, number]): boolean =>
		Math.abs(a[0] - b[0]) < 9e-4 && Math.abs(a[1] - b[1]) < 6e-4;
	const lone = places.find((place) => places.filter((other) => isNear(place, other)).length === 1);
	if (!lone) throw new Error('every camera has a neighbour');
	return lone;
}

function print(what: string, tasks: PageTasks): void {
	const { longestWallMs, longestCpuMs, overWall, overCpu, frameGapMs, dearest } = tasks;
	console.log(
		`  ${what}: ${seconds(tasks.wallMs)}, ${tasks.tasks} tasks, longest ${longestCpuMs.toFixed(0)} ms CPU ` +
			`(${longestWallMs.toFixed(0)} wall), over 50 ms: ${overCpu} by CPU (${overWall} by wall), ` +
			`page thread ${seconds(tasks.pageCpuMs)} CPU, busiest worker ${seconds(tasks.workerCpuMs)} CPU, ` +
			`longest between frames ${frameGapMs.toFixed(0)} ms; load ${loadavg()[0]?.toFixed(1)}`
	);
	for (const line of dearest) console.log(`      ${line}`);
}

function seconds(ms: number): string {
	return `${(ms / 1000).toFixed(1)} s`;
}
