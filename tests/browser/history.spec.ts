import { expect, type Page } from '@playwright/test';
import { openDemo, test } from './page.ts';

const row = (page: Page, name: RegExp) =>
	page.getByRole('grid', { name: 'History' }).getByRole('row', { name });

async function rename(page: Page, name: string): Promise<void> {
	await page.locator('main canvas').first().focus();
	await page.keyboard.press('F2');
	await page.getByRole('textbox', { name: 'Plan name' }).fill(name);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: `: ${name}` })).toBeVisible();
}

test('the history is gone back in by click and by key, and goes on after a reload', async ({ page }) => {
	await openDemo(page);
	await page.keyboard.press('Shift+Z');
	await expect(page.getByText('Nothing was changed yet.')).toBeVisible();
	for (const name of ['First', 'Second', 'Third']) await rename(page, name);
	await expect(page.getByText('3 of 3 changes in the plan')).toBeVisible();
	await expect(row(page, /the plan as it is now/)).toHaveAttribute('aria-rowindex', '1');

	await row(page, /Rename/)
		.nth(2)
		.click();
	await expect(page.getByRole('button', { name: ': First' })).toBeVisible();
	await expect(page.getByText('1 of 3 changes in the plan')).toBeVisible();
	await expect(row(page, /undone/)).toHaveCount(2);

	// to the very first state, by key
	await page.getByRole('grid', { name: 'History' }).focus();
	await page.keyboard.press('End');
	await page.keyboard.press('Enter');
	await expect(page.getByText('0 of 3 changes in the plan')).toBeVisible();
	await expect(page.getByRole('button', { name: ': First' })).toHaveCount(0);

	await page.reload();
	await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible({ timeout: 60_000 });
	await page.keyboard.press('Shift+Z');
	await expect(page.getByText('0 of 3 changes in the plan')).toBeVisible({ timeout: 60_000 });
	await row(page, /Rename/)
		.first()
		.click();
	await expect(page.getByRole('button', { name: ': Third' })).toBeVisible();
	await expect(row(page, /the plan as it is now/)).toHaveAttribute('aria-rowindex', '1');
	await expect(row(page, /undone/)).toHaveCount(0);
	await expect(page.getByRole('button', { name: /^Redo/ })).toBeDisabled();
	await page.keyboard.press('Control+z');
	await expect(row(page, /undone/)).toHaveCount(1);
	await expect(page.locator('.title.undone')).toHaveCSS('text-decoration-line', 'line-through');
});
