import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { bbox, booleanPointInPolygon, pointToPolygonDistance } from '@turf/turf';
import type { FeatureCollection, Point, Polygon } from 'geojson';
import type { GapSummary } from '../../src/lib/domain/findings/gaps.ts';
import { criticalCheckpoint } from './critical-checkpoint.ts';
import { chip, drag, drawn, frames, leaksOf, lookAt, onPage, openDemo, test } from './page.ts';

test('opens on the demo: three rings with their verdicts, on the map and in the bar', async ({ page }) => {
	await openDemo(page);
	for (const ring of ['Core ring', 'Outer ring', 'Border ring']) {
		expect(await leaksOf(page, ring)).toBeGreaterThan(0);
	}
	await drawn(page, 'gap-hatch');
	await drawn(page, 'checkpoint');
	await drawn(page, 'road');
	await expect(page.getByText(/made up/i).first()).toBeVisible();
	await expect(page.getByTestId('map-view').getByText('© OpenStreetMap contributors')).toBeVisible();
});

test('a checkpoint dragged away opens its leak, with the way out; undo closes it', async ({ page }) => {
	await openDemo(page);
	const post = criticalCheckpoint('ring-core');
	const before = await leaksOf(page, 'Core ring');

	await lookAt(page, post.at, 16);
	const from = await onPage(page, post.at);
	await drag(page, from, { x: from.x + 130, y: from.y + 140 });
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(before + post.leaksWithout);

	await chip(page, 'Core ring').click();
	const rows = page.getByRole('grid', { name: 'Leaks' });
	await expect(rows.getByText(post.road).first()).toBeVisible();
	await drawn(page, 'leak-line');

	await page.keyboard.press('Control+z');
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(before);
});

test('the verdict follows while the drag goes on, and Escape puts everything back', async ({ page }) => {
	await openDemo(page);
	const post = criticalCheckpoint('ring-core');
	const before = await leaksOf(page, 'Core ring');
	await lookAt(page, post.at, 16);
	const from = await onPage(page, post.at);
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	for (let i = 1; i <= 6; i++) {
		await page.mouse.move(from.x + 22 * i, from.y + 24 * i);
		await frames(page);
	}
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(before + post.leaksWithout);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(before);
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('a patrol zone drawn over a gap shrinks it; the export says so in GeoJSON', async ({ page }) => {
	await openDemo(page);
	const before = await exportGaps(page);
	const gap = before.features.reduce((a, b) => (a.properties?.areaM2 > b.properties?.areaM2 ? a : b));
	expect(gap.properties).toMatchObject({ kind: 'gap', reason: 'no-camera' });

	const centre = deepestPoint(gap.geometry as Polygon);
	await lookAt(page, centre, 13.5);
	await page.getByRole('button', { name: 'Draw a patrol zone' }).click();
	const { x, y } = await onPage(page, centre);
	for (const [dx, dy] of [
		[-90, -70],
		[90, -70],
		[90, 70],
		[-90, 70]
	] as const) {
		await page.mouse.move(x + dx, y + dy);
		await frames(page);
		await page.mouse.click(x + dx, y + dy);
		await frames(page);
	}
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: /^Undo.*[Aa]dd/ })).toBeEnabled();

	const after = await exportGaps(page);
	expect(after.summary.gapM2).toBeLessThan(before.summary.gapM2 - 100_000);
	expect(after.summary.areaM2).toBe(before.summary.areaM2);
	for (const { summary, features } of [before, after]) {
		expect(Math.abs(summary.coveredM2 + summary.gapM2 - summary.areaM2) / summary.areaM2).toBeLessThan(1e-6);
		expect(features.length).toBe(summary.gaps);
		expect(features.every(({ geometry }) => geometry.type === 'Polygon')).toBe(true);
	}
});

test('what was edited survives a reload, with its undo', async ({ page }) => {
	await openDemo(page);
	const post = criticalCheckpoint('ring-core');
	const before = await leaksOf(page, 'Core ring');
	await lookAt(page, post.at, 16);
	const from = await onPage(page, post.at);
	await drag(page, from, { x: from.x + 130, y: from.y + 140 });
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(before + post.leaksWithout);
	// an edit is safe from the moment the page says so
	await expect(page.getByText('Kept in this browser')).toBeVisible();
	await page.reload();
	await expect.poll(() => leaksOf(page, 'Core ring'), { timeout: 60_000 }).toBe(before + post.leaksWithout);
	await page.keyboard.press('Control+z');
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(before);
});

test('in review nothing can be changed', async ({ page }) => {
	await openDemo(page);
	const post = criticalCheckpoint('ring-core');
	const before = await leaksOf(page, 'Core ring');
	await page.getByText('Review', { exact: true }).click();
	await expect(page.getByRole('button', { name: 'Draw a patrol zone' })).toBeDisabled();
	await lookAt(page, post.at, 16);
	const from = await onPage(page, post.at);
	await drag(page, from, { x: from.x + 130, y: from.y + 140 });
	await frames(page);
	expect(await leaksOf(page, 'Core ring')).toBe(before);
	await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
});

test('speaks Chinese where the browser does', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ locale: 'zh-CN', ...(baseURL ? { baseURL } : {}) });
	const page = await context.newPage();
	await page.goto('/');
	await expect(page.getByText('核心').first()).toBeVisible();
	await expect(page.getByText(/处漏口/).first()).toBeVisible({ timeout: 60_000 });
	await context.close();
});

test('a broken plan file is told what is wrong, and what is sound stays usable', async ({ page }) => {
	await openDemo(page);
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
	await chooser.setFiles({
		name: 'messy.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(
			JSON.stringify({
				type: 'FeatureCollection',
				cordon: { format: 1, name: 'Messy', region: 'astana' },
				features: [
					point('post', 'checkpoint', [71.43, 51.13]),
					point('swapped', 'checkpoint', [51.13, 151.43]),
					point('strange', 'dragon', [71.43, 51.13])
				]
			})
		)
	});
	await expect(page.getByText('strange').first()).toBeVisible();
	await expect(page.getByText(/dragon/).first()).toBeVisible();
	await expect(page.getByText('Messy').first()).toBeVisible();
});

function point(id: string, kind: string, coordinates: Point['coordinates']) {
	return { type: 'Feature', id, geometry: { type: 'Point', coordinates }, properties: { kind } };
}

/** The point of a grid over `polygon` that lies deepest in it. */
function deepestPoint(polygon: Polygon): number[] {
	const [west, south, east, north] = bbox(polygon);
	let best: number[] = [];
	let depth = 0;
	for (let i = 1; i < 16; i++) {
		for (let j = 1; j < 16; j++) {
			const at = [west + ((east - west) * i) / 16, south + ((north - south) * j) / 16];
			if (!booleanPointInPolygon(at, polygon)) continue;
			const inside = -pointToPolygonDistance(at, polygon, { units: 'meters' });
			if (inside > depth) [best, depth] = [at, inside];
		}
	}
	return best;
}

async function exportGaps(page: Parameters<typeof openDemo>[0]) {
	await page.getByRole('button', { name: 'Export' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('menuitem', { name: 'Gaps as GeoJSON' }).click()
	]);
	return JSON.parse(readFileSync(await download.path(), 'utf8')) as FeatureCollection & {
		summary: GapSummary;
	};
}
