import { expect, type Page } from '@playwright/test';
import { beside, handleOf, OPEN_GROUND } from './camera-on-map.ts';
import { drag, frames, lookAt, onPage, openDemo, test } from './page.ts';

const EAST = beside(OPEN_GROUND, 45, 0);
const azimuth = (page: Page) =>
	page.getByRole('complementary', { name: 'Selected' }).getByLabel('Azimuth', { exact: true });
const coveredArea = (page: Page) => page.getByText(/^[\d.,]+\s*km²$/).nth(1);

/** Cameras alone: patrol zones hold most of the demo's ground. */
async function byCameras(page: Page): Promise<void> {
	await page.getByRole('combobox').filter({ hasText: 'Cameras and patrols' }).selectOption('cameras');
}

test('a camera is placed and turned', async ({ page }) => {
	await openDemo(page);
	await byCameras(page);
	await lookAt(page, OPEN_GROUND, 17);

	await page.keyboard.press('c');
	await drag(page, await onPage(page, OPEN_GROUND), await onPage(page, EAST));
	await expect(azimuth(page)).toHaveValue('90');

	const turn = await handleOf(page, 'turn');
	const south = await onPage(page, beside(OPEN_GROUND, 0, -96));
	await page.mouse.move(turn.x, turn.y);
	await frames(page);
	await expect(page.getByRole('tooltip')).toHaveText(/^turn/);
	await page.mouse.down();
	for (let i = 1; i <= 8; i++) {
		await page.mouse.move(turn.x + ((south.x - turn.x) * i) / 8, turn.y + ((south.y - turn.y) * i) / 8);
		await frames(page);
	}
	await page.mouse.up();
	await expect(azimuth(page)).toHaveValue('180');

	await page.keyboard.press('.');
	await expect(azimuth(page)).toHaveValue('185');
	await page.keyboard.press('<');
	await expect(azimuth(page)).toHaveValue('184');
	for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
	await expect(azimuth(page)).toHaveValue('90');
});

test('a junction pole is dropped from the library, its heads chosen and aimed, and the figures follow', async ({
	page
}) => {
	await openDemo(page);
	await byCameras(page);
	await lookAt(page, OPEN_GROUND, 17);
	await page.keyboard.press('Escape');
	const before = await coveredArea(page).textContent();

	await page.keyboard.press('Shift+C');
	const library = page.getByTestId('camera-library');
	await library.getByRole('searchbox').fill('junction four');
	const kind = library.getByRole('button', { name: /Junction: one PTZ, four fixed/ });
	await kind.click();
	await kind.dragTo(page.getByTestId('map-view'), { targetPosition: { x: 480, y: 400 } });
	const inspector = page.getByRole('complementary', { name: 'Selected' });
	await expect(inspector.getByText('Pole with 5 heads')).toBeVisible();
	await library.getByRole('button', { name: 'Close the library' }).click();

	await page.keyboard.press('\\');
	await expect(inspector.getByRole('button', { name: 'Choose head 1' })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await page.keyboard.press('u');
	const canvas = await page.locator('canvas').first().boundingBox();
	await page.mouse.click((canvas?.x ?? 0) + 480, (canvas?.y ?? 0) + 520);
	const aim = page.getByTestId('aim-card');
	await expect(aim).toContainText(/sight is free|a building stands in the way/);
	await aim
		.getByRole('button', { name: /Lengthen lens to/ })
		.first()
		.click();
	await expect(aim).toContainText('Observe');

	await page.keyboard.press('Escape');
	await expect.poll(() => coveredArea(page).textContent()).not.toBe(before);
	for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
	await expect.poll(() => coveredArea(page).textContent()).toBe(before);
});
