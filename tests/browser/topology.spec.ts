import { readFile } from 'node:fs/promises';
import type { Polygon } from 'geojson';
import { expect } from '@playwright/test';
import { drag, frames, lookAt, onPage, openDemo, test } from './page.ts';
import type { Page } from '@playwright/test';

const SQUARE = [
	[71.36, 51.2],
	[71.38, 51.2],
	[71.38, 51.21],
	[71.36, 51.21],
	[71.36, 51.2]
];
const PLAN = JSON.stringify({
	type: 'FeatureCollection',
	cordon: { format: 1, name: 'One zone', region: 'astana' },
	features: [
		{
			type: 'Feature',
			id: 'zone-1',
			geometry: { type: 'Polygon', coordinates: [SQUARE] },
			properties: { kind: 'patrol-zone', name: 'Whole', level: 'city' }
		}
	]
});

/** The plan as it is saved, as text. */
async function saved(page: Page): Promise<string> {
	const download = page.waitForEvent('download');
	await page.keyboard.press('Control+s');
	return readFile((await (await download).path()) as string, 'utf8');
}

async function zones(page: Page): Promise<string[][]> {
	const { features } = JSON.parse(await saved(page)) as { features: { geometry: Polygon }[] };
	return features.map(({ geometry }) => (geometry.coordinates[0] ?? []).map(String));
}

test('a zone is split, the border both share is moved, they are merged, and all is undone', async ({
	page
}) => {
	await openDemo(page);
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'one.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(PLAN) });
	await expect(page).toHaveTitle(/One zone/);
	await lookAt(page, [71.37, 51.205], 14);
	const first = await saved(page);
	const at = (lng: number, lat: number) => onPage(page, [lng, lat]);

	// split by a line from side to side
	const inside = await at(71.365, 51.203);
	await page.mouse.click(inside.x, inside.y);
	await page.keyboard.press('x');
	for (const [lng, lat] of [
		[71.357, 51.206],
		[71.383, 51.206]
	] as const) {
		const { x, y } = await at(lng, lat);
		await page.mouse.move(x, y);
		await frames(page);
		await page.mouse.click(x, y);
		await frames(page);
	}
	await page.keyboard.press('Enter');
	await expect.poll(async () => (await zones(page)).length).toBe(2);

	// the right end of the border they share
	await page.keyboard.press('Escape');
	await page.keyboard.press('Escape');
	const left = await at(71.365, 51.208);
	await page.mouse.click(left.x, left.y);
	await frames(page);
	await page.keyboard.press('e');
	await frames(page);
	const end = await at(71.38, 51.206);
	await drag(page, end, { x: end.x - 40, y: end.y - 30 });
	await frames(page);
	await page.keyboard.press('Enter');
	const [a = [], b = []] = await zones(page);
	const shared = a.filter((corner) => b.includes(corner));
	expect(new Set(shared).size).toBe(2);
	expect(
		shared.some((corner) => Number(corner.split(',')[0]) < 71.379 && Number(corner.split(',')[0]) > 71.37)
	).toBe(true);

	// together again
	await page.mouse.click(left.x, left.y);
	await page.keyboard.press('j');
	const right = await at(71.365, 51.203);
	await page.mouse.click(right.x, right.y);
	await expect.poll(async () => (await zones(page)).length).toBe(1);

	for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
	expect(await saved(page)).toBe(first);
});
