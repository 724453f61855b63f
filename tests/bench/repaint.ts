import type { Page } from '@playwright/test';
import type { GeoJSONSource } from 'maplibre-gl';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { frames, lookAt, onPage } from '../browser/page.ts';
import { quantile } from './bench-roads.ts';
import { writeLargePlan } from './large-plan.ts';
import { inServedPage } from './served-page.ts';
import { zoneFabric } from './zone-fabric.ts';

const CAMERAS = Number(process.env.CORDON_BENCH_CAMERAS ?? 220_000);
const [COLUMNS, ROWS] = [50, 40];
const STEPS = 30;

/** What the page saw of one change: from when the map was told to the frame that shows it. */
interface Step {
	/** Pictures that the map drew, the one that shows it counted; and frames of the page, drawn or not. */
	readonly pictures: number;
	readonly frames: number;
	/** Until its tiles were cut, and until they were drawn. */
	readonly readyMs: number;
	readonly drawnMs: number;
}

/**
 * A corner that two of 2,000 zones share is dragged among 220,000 cameras, in the built application, and the
 * moves are undone and redone: in how many frames, and how long after the map was told, it shows a change.
 * `map/fresh-things.ts` is why.
 */
export async function benchRepaint(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'cordon-bench-'));
	const file = join(folder, 'large.geojson');
	const zones = zoneFabric([71.2, 51.0, 71.7, 51.25], COLUMNS, ROWS);
	await writeLargePlan(file, CAMERAS, 42, zones);
	try {
		await inServedPage(async (page) => {
			await page.locator('input[type=file]').first().setInputFiles(file);
			await page.waitForFunction(() => document.title.includes('made-up cameras'), null, {
				timeout: 120_000
			});
			await page.waitForTimeout(20_000);
			const ring = zones[(ROWS / 2) * COLUMNS + COLUMNS / 2];
			const corner = ring[8];
			await lookAt(page, corner, 14);
			const middle = [0, 1].map((axis) => (ring[0][axis] + ring[30][axis]) / 2);
			const inside = await onPage(page, middle);
			await page.mouse.dblclick(inside.x, inside.y);
			await page.waitForTimeout(1000);
			await watch(page);
			console.log(`  ${COLUMNS * ROWS} zones, ${CAMERAS} cameras; load ${loadavg()[0]?.toFixed(1)}`);
			const from = await onPage(page, corner);
			print('a step of a drag', await seenOf(page, () => dragged(page, from)));
			print('an edit undone or redone', await seenOf(page, () => undone(page)));
		});
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function print(title: string, steps: readonly Step[]): void {
	const figures = (of: (step: Step) => number): string =>
		[0.5, 0.95, 1].map((share) => quantile(steps.map(of), share).toFixed(0)).join(' / ');
	console.log(`  ${title}, ${steps.length} seen, p50 / p95 / most:`);
	console.log(`    pictures of the map until it is shown: ${figures((step) => step.pictures)}`);
	console.log(`    frames of the page until then: ${figures((step) => step.frames)}`);
	console.log(`    ms until its tiles are cut: ${figures((step) => step.readyMs)}`);
	console.log(`    ms until it is drawn, in software: ${figures((step) => step.drawnMs)}`);
}

/** From now on the page notes each change that the source of fresh things is told. */
async function watch(page: Page): Promise<void> {
	// what compiles this file puts a name of its own into functions
	await page.evaluate('globalThis.__name = (made) => made');
	await page.evaluate(() => {
		const map = window.cordonMap;
		const source = map?.getSource<GeoJSONSource>('fresh');
		if (!map || !source) throw new Error('there is no map of fresh things');
		const seen = { steps: [] as Step[], at: 0, frame: 0, began: 0, pictures: 0, ready: 0 };
		Object.assign(window, { seen });
		const tick = (): void => {
			seen.frame++;
			requestAnimationFrame(tick);
		};
		tick();
		const update = source.updateData.bind(source);
		source.updateData = (diff, ...rest) => {
			// what goes back to its own source shows nothing new
			if (seen.at === 0 && diff.add?.length) {
				[seen.at, seen.began, seen.pictures] = [performance.now(), seen.frame, 0];
			}
			return update(diff, ...rest);
		};
		map.on('sourcedata', ({ sourceId, tile }) => {
			if (sourceId === 'fresh' && tile && seen.at > 0 && seen.ready === 0) seen.ready = performance.now();
		});
		map.on('render', () => {
			seen.pictures++;
			if (seen.ready === 0) return;
			seen.steps.push({
				pictures: seen.pictures,
				frames: seen.frame - seen.began,
				readyMs: seen.ready - seen.at,
				drawnMs: performance.now() - seen.at
			});
			seen.at = seen.ready = 0;
		});
	});
}

async function seenOf(page: Page, work: () => Promise<void>): Promise<Step[]> {
	await page.evaluate(() => ((window as unknown as { seen: { steps: Step[] } }).seen.steps = []));
	await work();
	return page.evaluate(() => (window as unknown as { seen: { steps: Step[] } }).seen.steps);
}

async function dragged(page: Page, from: { x: number; y: number }): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await frames(page);
	await page.mouse.down();
	for (let i = 1; i <= STEPS; i++) {
		await page.mouse.move(from.x + 12 + 6 * Math.cos(i), from.y + 6 * Math.sin(i));
		await page.waitForTimeout(700);
	}
	await page.mouse.up();
	await page.waitForTimeout(1000);
}

/** The drag undone and redone in turn. */
async function undone(page: Page): Promise<void> {
	for (let i = 0; i < STEPS; i++) {
		await page.keyboard.press(i % 2 === 0 ? 'Control+z' : 'Control+Shift+z');
		await page.waitForTimeout(700);
	}
}
