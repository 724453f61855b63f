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

/** What the page saw of one step: from the change of the zones to the frame that shows it. */
interface Step {
	readonly frames: number;
	/** Until the zones in view were cut anew, and until they were drawn. */
	readonly readyMs: number;
	readonly drawnMs: number;
}

/**
 * A corner that two of 2,000 zones share is dragged among 220,000 cameras, in the built application: in
 * how many frames, and how long after the pointer moved, the map shows it. `map/plan/in-view.ts` is why.
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
			const steps = await dragged(page, await onPage(page, corner));
			const row = (name: string, of: (step: Step) => number): void => {
				const list = steps.map(of);
				const figures = [0.5, 0.95, 1].map((share) => quantile(list, share).toFixed(0)).join(' / ');
				console.log(`  ${name}, p50 / p95 / most: ${figures}`);
			};
			console.log(
				`  ${COLUMNS * ROWS} zones, ${CAMERAS} cameras, ${steps.length} steps seen; load ${loadavg()[0]?.toFixed(1)}`
			);
			row('frames until it is shown', (step) => step.frames);
			row('ms until the zones in view are cut anew', (step) => step.readyMs);
			row('ms until it is drawn, in software', (step) => step.drawnMs);
		});
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function dragged(page: Page, from: { x: number; y: number }): Promise<Step[]> {
	// what compiles this file puts a name of its own into functions
	await page.evaluate('globalThis.__name = (made) => made');
	await page.evaluate(() => {
		const map = window.cordonMap;
		const source = map?.getSource<GeoJSONSource>('zones');
		if (!map || !source) throw new Error('there is no map of zones');
		const seen = { steps: [] as Step[], at: 0, frame: 0, began: 0, ready: 0 };
		Object.assign(window, { seen });
		const tick = (): void => {
			seen.frame++;
			requestAnimationFrame(tick);
		};
		tick();
		const update = source.updateData.bind(source);
		source.updateData = (diff, ...rest) => {
			if (seen.at === 0) [seen.at, seen.began] = [performance.now(), seen.frame];
			return update(diff, ...rest);
		};
		map.on('sourcedata', ({ sourceId, tile }) => {
			if (sourceId === 'zones' && tile && seen.at > 0 && seen.ready === 0) seen.ready = performance.now();
		});
		map.on('render', () => {
			if (seen.ready === 0) return;
			seen.steps.push({
				frames: seen.frame - seen.began,
				readyMs: seen.ready - seen.at,
				drawnMs: performance.now() - seen.at
			});
			seen.at = seen.ready = 0;
		});
	});
	await page.mouse.move(from.x, from.y);
	await frames(page);
	await page.mouse.down();
	for (let i = 1; i <= STEPS; i++) {
		await page.mouse.move(from.x + 3 * i, from.y + i);
		await page.waitForTimeout(700);
	}
	await page.mouse.up();
	return page.evaluate(() => (window as unknown as { seen: { steps: Step[] } }).seen.steps);
}
