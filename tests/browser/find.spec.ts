import { expect, type Page } from '@playwright/test';
import { chip, openDemo, test } from './page.ts';

const field = (page: Page) => page.getByRole('combobox', { name: /Find a place|查找地点/ });
const centre = (page: Page) =>
	page.evaluate(() => window.cordonMap?.getCenter().toArray() as [number, number]);

async function find(page: Page, text: string): Promise<void> {
	await page.keyboard.press('Control+f');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type(text);
}

/** Waits until the map rests near a place. */
async function restsNear(page: Page, [lng, lat]: readonly [number, number], within: number): Promise<void> {
	await expect
		.poll(async () => {
			const [x, y] = await centre(page);
			return Math.hypot(x - lng, y - lat) < within;
		})
		.toBe(true);
}

test('a street is found in English and in Chinese, and coordinates are gone to', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openDemo(page);
	await find(page, 'kenesari street');
	const roads = page.getByRole('group', { name: 'Roads' });
	await expect(roads.getByRole('option').first()).toContainText('Кенесары');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveCount(1);
	const before = await centre(page);
	await page.keyboard.press('Enter');
	await expect(field(page)).toHaveCount(0);
	await expect.poll(async () => (await centre(page)).join()).not.toBe(before.join());
	// the pin is drawn and passes
	await page.waitForFunction(
		() => (window.cordonMap?.queryRenderedFeatures({ layers: ['drawn-symbol'] }).length ?? 0) > 0
	);

	await page.keyboard.press('Control+g');
	await expect(field(page)).toBeFocused();
	await page.keyboard.type('51°8′N 71°24′E');
	await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
	await page.keyboard.press('Enter');
	await restsNear(page, [71.4, 51 + 8 / 60], 0.002);

	await page.keyboard.press('Shift+L');
	await find(page, '阿斯塔納');
	const places = page.getByRole('group', { name: '地点' });
	await expect(places.getByRole('option').first()).toContainText('阿斯塔納');
	await expect(places.getByRole('option').first()).toContainText('城市');
	await page.keyboard.press('Shift+Enter');
	await expect(field(page)).toBeFocused();
	await page.keyboard.press('Escape');
	await find(page, '51.16 171.43 3');
	await expect(page.getByText('不是两个数')).toBeVisible();
});

test('a camera is found by its id and picked out', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await openDemo(page);
	await find(page, 'camera');
	const things = page.getByRole('group', { name: 'Things in the plan' });
	await expect(things.getByRole('option').first()).toBeVisible();
	const text = (await things.getByRole('option').nth(3).textContent()) ?? '';
	const id = /[\w-]*\d+/.exec(text)?.[0] ?? '';
	expect(id).not.toBe('');
	await page.keyboard.press('Control+f');
	await page.keyboard.type(id);
	await expect(things.getByRole('option').first()).toContainText(id);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('complementary').last()).toContainText(id);
});

test('the palette says why a command is off, and two strokes do what they say', async ({ page }) => {
	await openDemo(page);
	await page.keyboard.press('Control+k');
	const undo = page.getByRole('option', { name: /^Undo/ });
	await expect(undo).toContainText('nothing to undo');
	await expect(undo).toHaveAttribute('aria-disabled', 'true');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await page.keyboard.press('Control+e');
	await expect(page.getByText('then one of these keys')).toBeVisible();
	const saved = page.waitForEvent('download');
	await page.keyboard.press('p');
	expect((await saved).suggestedFilename()).toMatch(/geojson$/);
	await page.keyboard.press('?');
	await page.getByRole('searchbox').fill('checkpoint');
	await expect(page.getByRole('dialog').getByText('K', { exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the tour is walked by keyboard and left with Escape', async ({ page }) => {
	await openDemo(page);
	await page.getByRole('button', { name: 'Take the tour' }).click();
	const step = (n: number) => page.getByRole('dialog', { name: `Tour, step ${n} of 5` });
	await expect(step(1)).toBeVisible();
	for (const n of [2, 3, 4, 5]) {
		await page.keyboard.press('Enter');
		await expect(step(n)).toBeVisible();
	}
	await expect(page.getByRole('tab', { name: 'Leaks' })).toHaveAttribute('aria-selected', 'true');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	// it is not offered again, and can be taken again
	await page.reload();
	await expect(chip(page, 'Core ring')).toHaveAccessibleName(/leak|Sealed/, { timeout: 60_000 });
	await expect(page.getByRole('button', { name: 'Take the tour' })).toHaveCount(0);
	await page.keyboard.press('d');
	await page.keyboard.press('t');
	await expect(step(1)).toBeVisible();
});

test('an empty plan says what to do first, and gives way', async ({ page }) => {
	await openDemo(page);
	await page.keyboard.press('d');
	await page.keyboard.press('n');
	const card = page.getByRole('region', { name: 'An empty plan' });
	await expect(card).toBeVisible();
	await page.keyboard.press('r');
	await expect(card).toHaveCount(0);
	await page.keyboard.press('Escape');
	await card.getByRole('button', { name: /Open the sample/ }).click();
	await expect(card).toHaveCount(0);
	await expect(page.getByRole('button', { name: /^Core ring.*Show its leaks/ })).toBeVisible();
});
