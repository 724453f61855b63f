import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { lookAt, onPage, openDemo, test } from './page.ts';

/** A wavy zone, and a gap between it and three others. */
const wave = Array.from({ length: 21 }, (_, i) => [71.42 + i * 0.0005, 51.13 + (i % 2) * 0.00002]);
const zone = (id: string, ring: number[][]) => ({
	type: 'Feature',
	id,
	geometry: { type: 'Polygon', coordinates: [[...ring, ring[0]]] },
	properties: { kind: 'patrol-zone', name: id, level: 'city' }
});
const PLAN = JSON.stringify({
	type: 'FeatureCollection',
	cordon: { format: 1, name: 'Forms', region: 'astana' },
	features: [
		zone('south', [...wave, [71.43, 51.134], [71.42, 51.134]]),
		zone('west', [
			[71.42, 51.134],
			[71.424, 51.134],
			[71.424, 51.138],
			[71.42, 51.138]
		]),
		zone('east', [
			[71.426, 51.134],
			[71.43, 51.134],
			[71.43, 51.138],
			[71.426, 51.138]
		]),
		zone('north', [
			[71.42, 51.138],
			[71.424, 51.138],
			[71.426, 51.138],
			[71.43, 51.138],
			[71.43, 51.14],
			[71.42, 51.14]
		])
	]
});

async function saved(page: Page): Promise<string> {
	const download = page.waitForEvent('download');
	await page.keyboard.press('Control+s');
	return readFile((await (await download).path()) as string, 'utf8');
}
async function countOf(page: Page): Promise<number> {
	return (JSON.parse(await saved(page)) as { features: unknown[] }).features.length;
}
async function clickAt(page: Page, lng: number, lat: number): Promise<void> {
	const { x, y } = await onPage(page, [lng, lat]);
	await page.mouse.click(x, y);
}

test('a zone is simplified, a gap filled, ground drawn about it, it is split by roads, and all is undone', async ({
	page
}) => {
	test.setTimeout(120_000);
	await openDemo(page);
	await page
		.locator('input[type=file]')
		.first()
		.setInputFiles({ name: 'forms.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(PLAN) });
	await expect(page).toHaveTitle(/Forms/);
	await lookAt(page, [71.425, 51.135], 14.5);
	const first = await saved(page);
	const card = page.getByTestId('form-card');

	await clickAt(page, 71.4215, 51.132);
	await page.keyboard.press('Shift+S');
	await expect(card).toContainText('23 → ');
	await card.getByRole('textbox').fill('5');
	await expect(card).toContainText('23 → 6');
	await card.getByRole('slider').focus();
	await page.keyboard.press('Enter');
	await expect(card).toHaveCount(0);
	expect(await saved(page)).not.toBe(first);

	await page.keyboard.press('Shift+G');
	await clickAt(page, 71.425, 51.136);
	await page.keyboard.press('Escape');
	const filled = JSON.parse(await saved(page)) as { features: { geometry: { coordinates: number[][][] } }[] };
	expect(filled.features[0]?.geometry.coordinates[0]?.map(String)).toContain('71.424,51.138');

	await page.keyboard.press('b');
	await card.getByRole('textbox').fill('50');
	await expect(card).toContainText(/m²|km²/);
	await card.getByRole('button', { name: 'Apply' }).click();
	await expect.poll(() => countOf(page)).toBe(5);

	await clickAt(page, 71.4215, 51.132);
	await page.keyboard.press('Shift+X');
	await card.getByText('All streets').click();
	const apply = card.getByRole('button', { name: 'Apply' });
	await expect(apply).toBeEnabled({ timeout: 20_000 });
	await apply.click();
	await expect.poll(() => countOf(page)).toBeGreaterThan(5);

	for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
	expect(await saved(page)).toBe(first);
});
