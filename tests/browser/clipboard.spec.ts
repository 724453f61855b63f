import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { drag, lookAt, onPage, openDemo, test } from './page.ts';
import { beside as besideOf, OPEN_GROUND } from './camera-on-map.ts';

type Feature = {
	id: string;
	geometry: { type: string; coordinates: never };
	properties: Record<string, unknown>;
};

/** As the plan keeps places: to 1e-7 degree. */
const beside = (from: readonly [number, number], eastM: number, northM: number): [number, number] => {
	const [lng, lat] = besideOf(from, eastM, northM);
	return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
};
const WEST = beside(OPEN_GROUND, -200, 0);
/** A zone west of the middle with two checkpoints on it, and three cameras in a row east of it. */
function planText(): string {
	const [a, b] = [beside(OPEN_GROUND, -300, -100), beside(OPEN_GROUND, -100, 100)];
	const line = [a, [b[0], a[1]], b, [a[0], b[1]], a];
	const point = (coordinates: readonly number[]) => ({ type: 'Point', coordinates });
	const features = [
		['zone', { type: 'Polygon', coordinates: [line] }, { kind: 'patrol-zone', name: 'West beat' }],
		['gate-1', point(beside(OPEN_GROUND, -250, 50)), { kind: 'checkpoint', name: 'Gate 1' }],
		['gate-2', point(beside(OPEN_GROUND, -150, 50)), { kind: 'checkpoint', name: 'Gate 2' }],
		...[0, 40, 80].map((m) => [
			`cam-${m}`,
			point(beside(OPEN_GROUND, 60 + m, 0)),
			{ kind: 'camera', azimuthDeg: 0, hfovDeg: 60, rangeM: 30, deviceCode: `code-${m}` }
		])
	].map(([id, geometry, properties]) => ({ type: 'Feature', id, geometry, properties }));
	return JSON.stringify({
		type: 'FeatureCollection',
		cordon: { format: 1, name: 'Clip', region: 'astana' },
		features
	});
}

async function openPlan(page: Page, zoom = 16): Promise<void> {
	await openDemo(page);
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
	await chooser.setFiles({
		name: 'clip.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(planText())
	});
	await expect(page.getByText('clip.geojson is open.')).toBeVisible();
	await lookAt(page, OPEN_GROUND, zoom);
}

async function saved(page: Page): Promise<Feature[]> {
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
	return (JSON.parse(await readFile(await download.path(), 'utf8')) as { features: Feature[] }).features;
}

/** Spans a box from one place of the globe to another. */
async function box(page: Page, from: readonly number[], to: readonly number[]): Promise<void> {
	await page.keyboard.down('Shift');
	await drag(page, await onPage(page, from), await onPage(page, to));
	await page.keyboard.up('Shift');
}

async function pickCameras(page: Page): Promise<void> {
	await box(page, beside(OPEN_GROUND, 30, 40), beside(OPEN_GROUND, 170, -40));
	await expect(page.getByRole('heading', { name: /3/ }).first()).toBeVisible();
}

const steps = (page: Page) => page.getByRole('button', { name: /^Undo/ }).first();

test('a zone with its checkpoints is copied, pasted under the pointer, undone', async ({ page }) => {
	test.setTimeout(150_000);
	await openPlan(page, 15);
	await box(page, beside(WEST, -130, 130), beside(WEST, 130, -130));
	await expect(page.getByRole('heading', { name: /3/ }).first()).toBeVisible();
	await page.keyboard.press('Control+c');
	await expect(page.getByText('Copied 3 things.')).toBeVisible();
	const target = await onPage(page, beside(OPEN_GROUND, -200, -260));
	await page.mouse.move(target.x, target.y);
	await page.keyboard.press('Control+v');
	await expect(page.getByText('Pasted 3 things.')).toBeVisible();

	const after = await saved(page);
	expect(after).toHaveLength(9);
	const zone = after.find(({ id, properties }) => properties.kind === 'patrol-zone' && id !== 'zone');
	const corners = (zone?.geometry.coordinates as unknown as number[][][])[0];
	const [west, south] = [0, 1].map((axis) => Math.min(...corners.map((corner) => corner[axis])));
	const wanted = beside(OPEN_GROUND, -300, -360);
	// a pixel is more than a metre here
	expect(Math.abs(west - wanted[0])).toBeLessThan(5e-5);
	expect(Math.abs(south - wanted[1])).toBeLessThan(5e-5);
	await page.keyboard.press('Control+z');
	expect(await saved(page)).toHaveLength(6);

	// where it was all of the zone's ground is its own: it is left out, and told
	await page.keyboard.press('Control+Shift+v');
	await expect(page.getByText(/Pasted 2 × Checkpoints\. 1 left out/)).toBeVisible();
	await page.keyboard.press('Control+z');
	expect(await saved(page)).toHaveLength(6);
});

test('a camera is duplicated, and cut', async ({ page }) => {
	test.setTimeout(150_000);
	await openPlan(page);
	const at = await onPage(page, beside(OPEN_GROUND, 60, 0));
	await page.mouse.click(at.x, at.y);
	await page.keyboard.press('Control+d');
	await expect(page.getByText(/^Duplicated /)).toBeVisible();
	const all = await saved(page);
	const copy = all.find(({ id }) => id.startsWith('camera-'));
	expect(copy?.properties).toEqual({ kind: 'camera', azimuthDeg: 0, hfovDeg: 60, rangeM: 30 });
	const [lng, lat] = copy?.geometry.coordinates as unknown as number[];
	const there = await onPage(page, [lng, lat]);
	expect(there.x - at.x).toBeCloseTo(20, 0);
	expect(there.y - at.y).toBeCloseTo(20, 0);

	await page.keyboard.press('Control+x');
	await expect(page.getByText(/^Cut /)).toBeVisible();
	expect(await saved(page)).toHaveLength(6);
});

test('a burst of arrows is one step; three cameras are dragged together', async ({ page }) => {
	test.setTimeout(150_000);
	await openPlan(page);
	await pickCameras(page);
	const before = await saved(page);
	for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Shift+ArrowDown');
	await expect(steps(page)).toHaveAccessibleName(/Move 3/);
	const cameras = (all: Feature[]) => all.filter(({ id }) => id.startsWith('cam-'));
	const lngs = (all: Feature[]) => cameras(all).map(({ geometry }) => (geometry.coordinates as number[])[0]);
	const nudged = await saved(page);
	const shift = lngs(nudged).map((lng, i) => lng - lngs(before)[i]);
	expect(Math.min(...shift)).toBeGreaterThan(0);
	expect(Math.max(...shift) - Math.min(...shift)).toBeLessThan(2e-9);
	await page.keyboard.press('Control+z');
	expect(await saved(page)).toEqual(before);

	const grip = await onPage(page, beside(OPEN_GROUND, 100, 0));
	await drag(page, grip, { x: grip.x, y: grip.y - 80 });
	const dragged = await saved(page);
	const lats = (all: Feature[]) => cameras(all).map(({ geometry }) => (geometry.coordinates as number[])[1]);
	const up = lats(dragged).map((lat, i) => lat - lats(before)[i]);
	expect(Math.min(...up)).toBeGreaterThan(1e-4);
	expect(Math.max(...up) - Math.min(...up)).toBeLessThan(2e-9);
	await page.keyboard.press('Control+z');
	expect(await saved(page)).toEqual(before);
});

test('text that is no plan is refused in words, a feature alone is taken, and fields keep theirs', async ({
	page,
	context
}) => {
	test.setTimeout(150_000);
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await openPlan(page);
	const put = (text: string) => page.evaluate((words) => navigator.clipboard.writeText(words), text);
	await put('hello');
	await page.keyboard.press('Control+v');
	await expect(page.getByText(/Nothing here can be pasted/)).toBeVisible();
	await put(
		JSON.stringify({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [10, 10] },
			properties: { kind: 'station', name: 'From afar', phone: '+7 701 000 00 00' }
		})
	);
	await page.keyboard.press('Control+v');
	await expect(page.getByText(/Pasted From afar/)).toBeVisible();
	const pasted = (await saved(page)).find(({ properties }) => properties.name === 'From afar');
	expect(pasted?.properties).toEqual({ kind: 'station', name: 'From afar' });
});
