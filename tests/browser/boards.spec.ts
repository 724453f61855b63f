import AxeBuilder from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { openDemo, test } from './page.ts';

/** Each board by its key, with what its answer says. */
const BOARDS = [
	{ key: '9', name: 'Depth and what-if', says: /Fewest: \d+ checkpoint/ },
	{ key: 'Shift+U', name: 'Unseen ways', says: /Pick two places on the map/ },
	{ key: 'Shift+R', name: 'Response', says: /From 10 stations/ },
	{ key: 'Shift+N', name: 'Placement', says: /Nothing changes in the plan until you accept/ },
	{ key: 'Shift+P', name: 'Patrol', says: /Zones of equal work/ }
] as const;

test('every board opens by its key, answers, and is sound to a screen reader', async ({ page }) => {
	await openDemo(page);
	for (const { key, name, says } of BOARDS) {
		await page.keyboard.press(key);
		const board = page.getByRole('region', { name, exact: true });
		await expect(board).toBeVisible();
		await expect(board.getByText(says).first()).toBeVisible({ timeout: 60_000 });
		const { violations } = await new AxeBuilder({ page }).include('.dock').analyze();
		const found = violations.flatMap(({ id, nodes }) =>
			nodes.map(({ target }) => `${name}: ${id}: ${target.join(' ')}`)
		);
		expect.soft(found).toEqual([]);
	}
});

test('proposed checkpoints are accepted as one edit, and the rings leak less', async ({ page }) => {
	await openDemo(page);
	await page.keyboard.press('Shift+N');
	const board = page.getByRole('region', { name: 'Placement', exact: true });
	await board.getByText('Checkpoints', { exact: true }).click();
	await board.getByRole('button', { name: 'Find places' }).click();
	await expect(board.getByText(/10 checkpoints close \d+ of \d+ leaks/)).toBeVisible({ timeout: 60_000 });
	const leaks = page.getByRole('group', { name: 'Findings' }).getByRole('button');
	const before = await leaks.allInnerTexts();
	await board.getByRole('button', { name: 'Accept 10' }).click();
	await expect.poll(() => leaks.allInnerTexts()).not.toEqual(before);
	await page.keyboard.press('Control+z');
	await expect.poll(() => leaks.allInnerTexts()).toEqual(before);
});
