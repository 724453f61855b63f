import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { drawn, lookAt, openDemo, test } from './page.ts';

/** The covered share that the bar says. */
const covered = (page: Page) => page.getByRole('button', { name: /^Covered/ });

async function isAccessible(page: Page, part: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).include(part).exclude('canvas').analyze();
	expect(
		violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
	).toEqual([]);
}

test('switching on what would be repaired covers what its row promised', async ({ page }) => {
	await openDemo(page);
	const row = page.getByRole('table', { name: 'Covered under each assumption' }).getByRole('row', {
		name: /Repair cameras/
	});
	const promised = await row.getByRole('cell').last().textContent();
	expect(promised).toMatch(/%/);
	await expect(covered(page)).not.toHaveText(new RegExp(String(promised?.trim())));
	await row.getByRole('switch').click();
	await expect(covered(page)).toContainText(promised?.trim() ?? '');
	await expect(page.getByRole('switch', { name: 'Assume repaired' })).toBeChecked();
	await row.getByRole('switch').click();
	await expect(covered(page)).not.toContainText(promised?.trim() ?? '');
});

test('areas are listed, sorted, coloured on the map and taken away as CSV', async ({ page }) => {
	await openDemo(page);
	await page.keyboard.press('7');
	const table = page.getByRole('grid', { name: 'By area' });
	await expect(table.getByRole('row')).not.toHaveCount(0);
	await table
		.getByRole('columnheader', { name: /Covered share/ })
		.getByRole('button')
		.click();
	const shares = await table.getByRole('row').locator('b').allTextContents();
	expect(shares.length).toBeGreaterThan(2);
	await page.getByRole('combobox', { name: /Colour the map/ }).selectOption({ label: 'Covered share' });
	await drawn(page, 'area-fill');
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'CSV' }).click()
	]);
	const text = readFileSync(await download.path(), 'utf8');
	expect(text).toMatch(/^\ufeffArea,/);
	expect(text.trim().split('\r\n').length).toBeGreaterThan(2);
	await isAccessible(page, '.dock');
});

test('redundancy: what is seen twice is drawn, the first point of failure is shown', async ({ page }) => {
	await openDemo(page);
	await page.keyboard.press('8');
	const critical = page.getByRole('region', { name: 'Single points of failure' });
	await expect(critical.getByRole('row').first()).toContainText(/opens .*m²/, { timeout: 60_000 });
	await isAccessible(page, '.dock');
	await page.getByRole('switch', { name: 'Show it on the map' }).click();
	await critical.getByRole('row').first().click();
	await drawn(page, 'watchers-fill');
	await expect(page.getByRole('complementary', { name: 'Selected' })).toContainText('Camera');
});

test('cameras that are filtered out are not drawn, and still judged', async ({ page }) => {
	await openDemo(page);
	const before = await covered(page).textContent();
	await page.getByRole('combobox', { name: 'Kind of thing' }).selectOption('camera');
	const count = page.getByText(/^[\d,]+ things$/);
	await expect(count).toBeVisible();
	await lookAt(page, [71.43, 51.16], 15);
	await drawn(page, 'camera-dot');
	await page.getByRole('button', { name: 'Filter cameras' }).click();
	for (const name of ['Working', 'Impaired'])
		await page.getByRole('checkbox', { name, exact: true }).uncheck();
	await expect(page.getByText(/^[\d,]+ of [\d,]+/)).toBeVisible();
	await page.waitForFunction(
		() =>
			window.cordonMap
				?.queryRenderedFeatures({ layers: ['camera-dot'] })
				.every(({ properties }) => properties.state === 'broken') === true
	);
	expect(await covered(page).textContent()).toBe(before);
});
