import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { chip, openDemo, test } from './page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
	test(`axe finds nothing on the ${colorScheme} screen`, async ({ page }) => {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await openDemo(page);
		await chip(page, 'Core ring').click();
		const { violations } = await new AxeBuilder({ page }).exclude('canvas').analyze();
		const found = violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target }) => `${id}: ${target.join(' ')}`)
		);
		expect(found).toEqual([]);
	});
}

test('the verdict of a ring can be reached and opened by keyboard alone', async ({ page }) => {
	await openDemo(page);
	const core = chip(page, 'Core ring');
	for (let i = 0; i < 12; i++) {
		await page.keyboard.press('Tab');
		if (await core.evaluate((element) => element === document.activeElement)) break;
	}
	await expect(core).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('tab', { name: 'Leaks' })).toHaveAttribute('aria-selected', 'true');
});

test('words drawn before their font came are shaped anew everywhere, buttons too', async ({ page }) => {
	await openDemo(page);
	const button = page.getByRole('button', { name: /Chinese|中文/ }).first();
	await expect(button).toHaveCSS('font-feature-settings', /kern/);
});
