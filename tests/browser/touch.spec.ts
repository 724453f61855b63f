import { expect } from '@playwright/test';
import { beside, handleOf, OPEN_GROUND } from './camera-on-map.ts';
import { expectBarsToFit } from './bar-boxes.ts';
import { frames, lookAt, onPage, openDemo, test } from './page.ts';
import { Fingers } from './touch.ts';

test.use({ hasTouch: true, isMobile: true, viewport: { width: 1024, height: 768 } });

test('a camera is placed by a finger and turned by its handle', async ({ page }) => {
	await openDemo(page);
	const fingers = await Fingers.on(page);
	await lookAt(page, OPEN_GROUND, 17);
	await page.getByRole('button', { name: 'Add a camera' }).tap();
	await fingers.drag(await onPage(page, OPEN_GROUND), await onPage(page, beside(OPEN_GROUND, 50, 0)));
	const sheet = page.getByTestId('sheet');
	await expect(sheet.getByLabel('Azimuth', { exact: true })).toHaveValue('90');

	await sheet.getByRole('button', { name: 'Close the panel' }).tap();
	await expect(sheet).toHaveCount(0);
	const turn = await handleOf(page, 'turn');
	// a finger comes down beside the handle
	const beside20 = { x: turn.x + 12, y: turn.y - 12 };
	const north = await onPage(page, beside(OPEN_GROUND, 0, 95));
	await fingers.drag(beside20, { x: north.x + 12, y: north.y - 12 }, 10);
	const bar = page.getByTestId('touch-bar');
	await bar.getByRole('button', { name: 'Selected' }).tap();
	await expect(sheet.getByLabel('Azimuth', { exact: true })).toHaveValue(/^(0|1|359)$/);
	await sheet.getByRole('button', { name: 'Close the panel' }).tap();
	await bar.getByRole('button', { name: 'Delete' }).tap();
	await expect(bar).toHaveCount(0);
});

test('a place that is held says what can be done there', async ({ page }) => {
	await openDemo(page);
	const fingers = await Fingers.on(page);
	await lookAt(page, OPEN_GROUND, 17);
	await expect(page.getByText('Hold a place for what can be done there')).toBeVisible();
	await fingers.down(await onPage(page, OPEN_GROUND));
	const menu = page.getByTestId('map-menu');
	await expect(menu).toBeVisible();
	await fingers.up();
	await expect(menu).toBeVisible();
	await menu.getByRole('menuitem', { name: /camera here/i }).tap();
	await expect(page.getByTestId('sheet').getByLabel('Azimuth', { exact: true })).toHaveValue('0');
	await expect(page.getByText('Hold a place for what can be done there')).toHaveCount(0);
});

test('two fingers move the map in mid-drawing and draw nothing', async ({ page }) => {
	await openDemo(page);
	const fingers = await Fingers.on(page);
	await lookAt(page, OPEN_GROUND, 17);
	await page.getByRole('button', { name: 'Add a camera' }).tap();
	const at = await onPage(page, OPEN_GROUND);
	const centre = () => page.evaluate(() => window.cordonMap?.getCenter().lng ?? 0);
	const before = await centre();
	// the first finger has begun a camera when the second comes down
	await fingers.down(at);
	await frames(page);
	let spots = await fingers.along([at], { x: 40, y: 0 }, 3);
	spots = [...spots, { x: at.x + 160, y: at.y }];
	await fingers.down(...spots);
	await fingers.along(spots, { x: 120, y: 0 });
	await fingers.up();
	await frames(page);
	expect(before - (await centre())).toBeGreaterThan(0.0004);
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
	// the tool is still at hand, and one finger draws
	const again = await onPage(page, OPEN_GROUND);
	await fingers.drag(again, { x: again.x, y: again.y + 60 });
	await expect(page.getByTestId('sheet').getByLabel('Azimuth', { exact: true })).toHaveValue('180');
});

test('on its side a tablet shows every control, and the page is no wider than its screen', async ({
	page
}) => {
	await openDemo(page);
	const { width = 0 } = page.viewportSize() ?? {};
	await expectBarsToFit(page, width);
});

test.describe('upright', () => {
	test.use({ viewport: { width: 820, height: 1180 } });

	test('panels come up as sheets, to half and to full height, and go', async ({ page }) => {
		await openDemo(page);
		const fingers = await Fingers.on(page);
		const sheet = page.getByTestId('sheet');
		await expect(sheet).toHaveCount(0);
		await page.getByRole('button', { name: 'Layers and things panel' }).tap();
		await expect(sheet).toBeVisible();
		const heightPx = async () => (await sheet.boundingBox())?.height ?? 0;
		const grip = async () => {
			const box = await sheet.getByRole('button', { name: 'Panel height' }).boundingBox();
			if (!box) throw new Error('the sheet has no grip');
			return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
		};
		const half = await heightPx();
		expect(half).toBeLessThan(620);
		let from = await grip();
		await fingers.drag(from, { x: from.x, y: from.y - 480 });
		await expect.poll(heightPx).toBeGreaterThan(half * 1.6);
		from = await grip();
		await fingers.drag(from, { x: from.x, y: from.y + 900 }, 10);
		await expect(sheet).toHaveCount(0);
	});

	test('nothing of the bars lies over anything', async ({ page }) => {
		await openDemo(page);
		await expectBarsToFit(page, 820);
	});

	test('what is tapped is large enough for a finger', async ({ page }) => {
		await openDemo(page);
		const small = await page
			.locator('nav button, .shell > header button, .buttons button')
			.evaluateAll((buttons) =>
				buttons
					.map((button) => ({
						name: button.getAttribute('aria-label') ?? button.textContent,
						box: button.getBoundingClientRect()
					}))
					.filter(({ box }) => box.width > 0 && (box.height < 40 || box.width < 40))
					.map(({ name, box }) => `${name} ${box.width} x ${box.height}`)
			);
		expect(small).toEqual([]);
	});
});
