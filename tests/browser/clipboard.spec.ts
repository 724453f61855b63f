import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { drag, drawn, frames, lookAt, onPage, openDemo, test } from './page.ts';

const MIDDLE = [71.37, 51.2] as const;
const box = (west: number, south: number) => [
	[west, south],
	[west + 0.004, south],
	[west + 0.004, south + 0.003],
	[west, south + 0.003],
	[west, south]
];
const camera = (id: string, lng: number) => ({
	type: 'Feature',
	id,
	geometry: { type: 'Point', coordinates: [lng, 51.198] },
	properties: { kind: 'camera', azimuthDeg: 0, hfovDeg: 60, rangeM: 30 }
});
const gate = (id: string, lng: number) => ({
	type: 'Feature',
	id,
	geometry: { type: 'Point', coordinates: [lng, 51.2015] },
	properties: { kind: 'checkpoint', name: id }
});
const PLAN = JSON.stringify({
	type: 'FeatureCollection',
	cordon: { format: 1, name: 'Clip', region: 'astana' },
	features: [
		{
			type: 'Feature',
			id: 'zone-1',
			geometry: { type: 'Polygon', coordinates: [box(71.366, 51.2)] },
			properties: { kind: 'patrol-zone', name: 'Whole', level: 'city' }
		},
		gate('gate-1', 71.367),
		gate('gate-2', 71.369),
		camera('cam-1', 71.3665),
		camera('cam-2', 71.368),
		camera('cam-3', 71.3695)
	]
});

interface Feature {
	id: string;
	geometry: { coordinates: number[] };
	properties: Record<string, unknown>;
}

async function saved(page: Page): Promise<Feature[]> {
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
	return (JSON.parse(await readFile(await download.path(), 'utf8')) as { features: Feature[] }).features;
}

const placesOf = (features: Feature[]) =>
	Object.fromEntries(features.map(({ id, geometry }) => [id, JSON.stringify(geometry.coordinates)]));

async function open(page: Page): Promise<void> {
	await openDemo(page);
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'clip.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(PLAN) });
	await expect(page).toHaveTitle(/Clip/);
	await lookAt(page, MIDDLE, 15.5);
	await drawn(page, 'checkpoint');
}

/** Picks out what lies in a box of the globe. */
async function pick(page: Page, from: readonly number[], to: readonly number[]): Promise<void> {
	await page.keyboard.down('Shift');
	await drag(page, await onPage(page, from), await onPage(page, to));
	await page.keyboard.up('Shift');
}

test('a zone is copied with its checkpoints, pasted under the pointer in one step, in place, and taken back', async ({
	page
}) => {
	test.setTimeout(150_000);
	await open(page);
	const before = await saved(page);
	await pick(page, [71.3655, 51.2035], [71.3705, 51.1995]);
	await expect(page.getByRole('heading', { name: '3 things' })).toBeVisible();
	await page.keyboard.press('Control+c');
	await expect(page.getByText('3 things copied.')).toBeVisible();

	const target = await onPage(page, [71.3745, 51.2015]);
	await page.mouse.move(target.x, target.y);
	await frames(page);
	await page.keyboard.press('Control+v');
	await expect(page.getByText('3 things pasted.')).toBeVisible();
	const after = await saved(page);
	expect(after).toHaveLength(before.length + 3);
	const pasted = after.filter(({ id }) => !before.some((one) => one.id === id));
	expect(pasted.map(({ properties }) => properties.name).sort()).toEqual(['Whole', 'gate-1', 'gate-2']);
	const [lng = 0, lat = 0] = pasted.find(({ properties }) => properties.name === 'gate-1')?.geometry
		.coordinates as number[];
	expect(lng).toBeCloseTo(71.3735, 3);
	expect(lat).toBeCloseTo(51.2015, 3);

	await page.keyboard.press('Control+z');
	expect(await saved(page)).toEqual(before);

	// in place: the zone lies over itself and is left out, the checkpoints are where they were
	await page.keyboard.press('Control+Shift+V');
	await expect(page.getByText(/^2 things pasted\. 1 left out/)).toBeVisible();
	const places = placesOf(await saved(page));
	expect(Object.values(places).filter((place) => place === places['gate-1'])).toHaveLength(2);
});

test('a camera is duplicated, a burst of arrows is one step, and three are dragged together', async ({ page }) => {
	test.setTimeout(150_000);
	await open(page);
	const before = placesOf(await saved(page));
	const at = await onPage(page, [71.368, 51.198]);
	await page.mouse.click(at.x, at.y);
	await page.keyboard.press('Control+d');
	await expect(page.getByText('1 thing duplicated.')).toBeVisible();
	await page.locator('canvas.maplibregl-canvas').focus();
	for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Control+z');
	// the copy is there still, where it was put
	const copied = await saved(page);
	expect(copied).toHaveLength(7);
	await page.keyboard.press('Control+z');
	expect(placesOf(await saved(page))).toEqual(before);

	await pick(page, [71.3655, 51.1985], [71.3705, 51.1975]);
	await expect(page.getByRole('heading', { name: '3 things' })).toBeVisible();
	await drag(page, at, { x: at.x + 60, y: at.y + 40 });
	const moved = await saved(page);
	const shifts = moved
		.filter(({ id }) => id.startsWith('cam'))
		.map(({ id, geometry }) =>
			geometry.coordinates.map((value, i) => (value - JSON.parse(before[id] as string)[i]).toFixed(7))
		);
	expect(new Set(shifts.map(String)).size).toBe(1);
	expect(Number(shifts[0]?.[0])).toBeGreaterThan(1e-4);
	await page.keyboard.press('Control+z');
	expect(placesOf(await saved(page))).toEqual(before);
});

test('text that is no plan is told and changes nothing, and text fields keep their own clipboard', async ({ page }) => {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page);
	const before = await saved(page);
	await page.locator('canvas.maplibregl-canvas').focus();
	await page.evaluate(() => navigator.clipboard.writeText('milk, eggs, bread'));
	await page.keyboard.press('Control+v');
	await expect(page.getByText(/^Cannot be pasted:/)).toBeVisible();
	expect(await saved(page)).toEqual(before);

	await page.keyboard.press('Control+f');
	const field = page.getByRole('combobox').or(page.getByRole('searchbox')).first();
	await expect(field).toBeFocused();
	await page.keyboard.press('Control+v');
	await expect(field).toHaveValue('milk, eggs, bread');
});
