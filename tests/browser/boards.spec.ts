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

test('a round and zones of equal work become things of the plan, and undo takes them back', async ({
	page
}) => {
	await openDemo(page);
	await page.keyboard.press('Shift+P');
	const board = page.getByRole('region', { name: 'Patrol', exact: true });
	await board.getByLabel('Streets of').selectOption({ label: 'Embankment 滨河' });
	await board.getByLabel('Teams').fill('2');
	await board.getByRole('button', { name: 'Plan rounds' }).click();
	await expect(board.getByText(/With 2 teams, each on its own round/)).toBeVisible({ timeout: 60_000 });
	const counted = page.getByLabel('Kind of thing').locator('option', { hasText: 'Patrol routes' });
	const before = await counted.innerText();
	await board.getByRole('button', { name: 'Add to the plan as patrol routes' }).click();
	await expect.poll(() => counted.innerText()).not.toBe(before);
	await page.keyboard.press('Control+z');
	await expect.poll(() => counted.innerText()).toBe(before);

	await board.getByLabel('Divide').selectOption({ label: 'Embankment 滨河' });
	await board.getByRole('button', { name: 'Divide into zones' }).click();
	await expect(board.getByText(/4 zones of .* each; none is more than/)).toBeVisible({ timeout: 60_000 });
	await board.getByRole('button', { name: 'Add zones to the plan' }).click();
	const undo = page.getByRole('button', { name: /^Undo/ }).first();
	await expect(undo).toHaveAccessibleName(/4 × Patrol zones/);
});

test('time to seal names the team that arrives last, and fewer minutes with one more', async ({ page }) => {
	await openDemo(page);
	await page.keyboard.press('Shift+R');
	const board = page.getByRole('region', { name: 'Response', exact: true });
	await board.getByText('Time to seal', { exact: true }).click();
	await expect(board.getByText(/\d+ teams sent, \d+ of 70 manned before/)).toBeVisible({ timeout: 60_000 });
	await expect(board.getByText(/The last arrives at/)).toBeVisible();
	await expect(board.getByText(/A team standing by at .* saves/)).toBeVisible();
	await board.getByRole('button', { name: /^Border ring/ }).click();
	await expect(board.getByText(/teams sent, 14 of 19 manned before/)).toBeVisible();
});
