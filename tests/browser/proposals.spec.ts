import AxeBuilder from '@axe-core/playwright';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { criticalCheckpoint } from './critical-checkpoint.ts';
import { chip, frames, leaksOf, lookAt, onPage, openDemo, test } from './page.ts';

const card = (page: Page) => page.getByTestId('proposals');

async function onMap(page: Page, key: string): Promise<void> {
	await page.locator('main canvas').first().focus();
	await page.keyboard.press(key);
}

/** Closes every leak of the core ring by what is suggested. */
async function sealCore(page: Page): Promise<void> {
	await chip(page, 'Core ring').click();
	await page.getByRole('button', { name: /^Add (all|the)/ }).click();
	await expect(chip(page, 'Core ring')).toHaveAccessibleName(/Sealed/, { timeout: 20_000 });
}

async function kept(page: Page): Promise<void> {
	await expect(page.getByText('Kept in this browser')).toBeVisible({ timeout: 20_000 });
}

test('a plan is copied as a proposal, changed, compared by swipe, and each stays its own', async ({
	page
}) => {
	await openDemo(page);
	const leaks = await leaksOf(page, 'Core ring');
	await onMap(page, 'Shift+F');
	await expect(card(page).getByText('Proposal B')).toBeVisible();
	await sealCore(page);
	await expect(card(page).getByText('1 of 3 rings sealed')).toBeVisible({ timeout: 20_000 });

	// a name of its own
	await card(page).getByRole('button', { name: 'Rename Proposal B' }).click();
	await page.getByRole('textbox', { name: 'Name of the proposal' }).fill('Sealed core');
	await page.keyboard.press('Enter');
	await expect(card(page).getByText('Sealed core')).toBeVisible();
	await kept(page);

	// beside each other, with both verdicts
	await card(page).getByRole('button', { name: 'Compare with Proposal A' }).click();
	await onMap(page, 'Shift+M');
	const strip = page.getByTestId('compare-strip');
	const open = strip.getByRole('region', { name: 'Sealed core, open, left' });
	const other = strip.getByRole('region', { name: 'Proposal A, to look at, right' });
	await expect(open.getByText('Sealed', { exact: true })).toBeVisible();
	await expect(other.getByText(`${leaks} leaks`)).toBeVisible({ timeout: 60_000 });
	await expect(strip.getByText(/Right, Core ring.*is not sealed\./)).toBeVisible();

	// the divider goes by keys and by hand
	const divider = page.getByRole('slider', { name: 'Divider between the two plans' });
	await divider.focus();
	await page.keyboard.press('Shift+ArrowRight');
	await expect(divider).toHaveAttribute('aria-valuenow', '60');
	const box = await divider.boundingBox();
	const from = { x: (box?.x ?? 0) + 22, y: (box?.y ?? 0) + 80 };
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x - 200, from.y, { steps: 4 });
	await page.mouse.up();
	await expect.poll(async () => Number(await divider.getAttribute('aria-valuenow'))).toBeLessThan(45);

	// what differs, thing by thing; one of it is taken over and given back
	await strip.getByRole('button', { name: /differences?$/ }).click();
	const list = page.getByTestId('differences');
	const { violations } = await new AxeBuilder({ page })
		.include('[data-testid=compare-strip]')
		.include('[data-testid=differences]')
		.include('[data-testid=compared] .divider')
		.exclude('canvas')
		.analyze();
	expect(violations).toEqual([]);
	const rows = list.getByRole('row');
	const count = await rows.count();
	expect(count).toBeGreaterThan(0);
	await list
		.getByRole('button', { name: /^Take over:/ })
		.first()
		.click();
	await expect(rows).toHaveCount(count - 1);
	await page.keyboard.press('Control+z');
	await expect(rows).toHaveCount(count);
	await onMap(page, 'Shift+D');
	await expect(strip).toHaveCount(0);
	await expect(page.locator('main canvas')).toHaveCount(1);

	// back in the first nothing has changed; a reload opens it again
	await onMap(page, 'Shift+M');
	await card(page).getByRole('button', { name: 'Switch to Proposal A' }).click();
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(leaks);
	await page.reload();
	await expect.poll(() => leaksOf(page, 'Core ring'), { timeout: 60_000 }).toBe(leaks);
	await onMap(page, 'Shift+M');
	await card(page).getByRole('button', { name: 'Switch to Sealed core' }).click();
	await expect(chip(page, 'Core ring')).toHaveAccessibleName(/Sealed/, { timeout: 20_000 });
	await page.keyboard.press('Control+z');
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(leaks);
});

test('a tab that is closed in the middle of a drag, or dies, loses no more than that drag', async ({
	page,
	context
}) => {
	await openDemo(page);
	const leaks = await leaksOf(page, 'Core ring');
	await sealCore(page);
	await kept(page);

	// half-way through a drag the tab goes
	const post = criticalCheckpoint('ring-core');
	await lookAt(page, post.at, 16);
	const from = await onPage(page, post.at);
	await page.mouse.move(from.x, from.y);
	await frames(page);
	await page.mouse.down();
	for (let i = 1; i <= 5; i++) {
		await page.mouse.move(from.x + 25 * i, from.y + 26 * i);
		await frames(page);
	}
	await expect.poll(() => leaksOf(page, 'Core ring')).toBeGreaterThan(0);
	await page.close();

	const again = await reopened(context);
	await expect(chip(again, 'Core ring')).toHaveAccessibleName(/Sealed/, { timeout: 60_000 });

	// an edit, and at once the process dies
	await again.keyboard.press('Control+z');
	await expect.poll(() => leaksOf(again, 'Core ring')).toBe(leaks);
	await kept(again);
	const session = await context.newCDPSession(again);
	const crashed = again.waitForEvent('crash');
	void session.send('Page.crash').catch(() => undefined);
	await crashed;

	const last = await reopened(context);
	await expect.poll(() => leaksOf(last, 'Core ring'), { timeout: 60_000 }).toBe(leaks);
	await last.keyboard.press('Control+Shift+z');
	await expect(chip(last, 'Core ring')).toHaveAccessibleName(/Sealed/, { timeout: 20_000 });
});

test('two tabs on one plan: neither writes over the other', async ({ page, context }) => {
	await openDemo(page);
	await kept(page);
	const other = await reopened(context);
	await expect(chip(other, 'Core ring')).toHaveAccessibleName(/leak/, { timeout: 60_000 });

	await sealCore(page);
	await kept(page);
	await other.keyboard.press('F2');
	await other.getByRole('textbox', { name: 'Plan name' }).fill('The other tab');
	await other.keyboard.press('Enter');
	await expect(other.getByText(/another tab/i)).toBeVisible();
	await kept(other);

	// what parted is a proposal beside the first, and the first has what its own tab did
	await other.locator('main canvas').first().focus();
	await other.keyboard.press('Shift+M');
	await card(other).getByRole('button', { name: 'Switch to Proposal A' }).click();
	await expect(chip(other, 'Core ring')).toHaveAccessibleName(/Sealed/, { timeout: 20_000 });
	await expect(other.getByRole('button', { name: /: The other tab/ })).toHaveCount(0);
});

async function reopened(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.goto('/');
	await expect(chip(page, 'Core ring')).toHaveAccessibleName(/leak|Sealed/, { timeout: 60_000 });
	await page.locator('main canvas').first().focus();
	return page;
}
