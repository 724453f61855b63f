import { expect } from '@playwright/test';
import { chip, frames, lookAt, onPage, openDemo, test } from './page.ts';

/** Somewhere on the right bank, with streets all round. */
const MIDDLE = [71.425, 51.165];
const CORNERS = [
	[-170, -120],
	[130, -120],
	[130, 130],
	[-170, 130]
] as const;

test('a ring is drawn along the streets and sealed by what is suggested; all of it is undone', async ({
	page
}) => {
	await openDemo(page);
	await lookAt(page, MIDDLE, 14);
	await page.locator('main canvas').first().focus();
	await page.keyboard.press('r');
	await page.getByRole('button', { name: 'Along streets' }).click();

	const { x, y } = await onPage(page, MIDDLE);
	for (const [dx, dy] of CORNERS) {
		await page.mouse.move(x + dx, y + dy);
		await frames(page);
		await page.mouse.click(x + dx, y + dy);
		await frames(page);
	}
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { name: 'Border ring' })).toBeVisible();

	// it follows streets: far more corners than were clicked
	const corners = () =>
		page.evaluate(() => {
			const shapes = window.cordonMap?.querySourceFeatures('rings', {
				filter: ['==', ['get', 'part'], 'shape']
			});
			const mine = shapes?.filter(({ properties }) => properties.id === 'control-ring-4') ?? [];
			return mine.reduce((sum, { geometry }) => {
				const { coordinates } = geometry as GeoJSON.Polygon;
				return sum + coordinates.flat().length;
			}, 0);
		});
	await expect.poll(corners).toBeGreaterThan(12);

	// it leaks, and what is suggested closes it
	const chips = chip(page, 'Border ring');
	await expect(chips).toHaveCount(2);
	await expect(chips.last()).toHaveAccessibleName(/\d+ leaks/, { timeout: 20_000 });
	await chips.last().click();
	await page.getByRole('button', { name: /^Add (all|the)/ }).click();
	await expect(chips.last()).toHaveAccessibleName(/Sealed/, { timeout: 20_000 });

	await page.keyboard.press('Control+z');
	await expect(chips.last()).toHaveAccessibleName(/\d+ leaks/);
	await page.keyboard.press('Control+z');
	await expect(chips).toHaveCount(1);
});
