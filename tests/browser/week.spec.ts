import { expect } from '@playwright/test';
import { chip, leaksOf, openDemo, test } from './page.ts';

test('the week says when rings open, and the map shows that moment', async ({ page }) => {
	await openDemo(page);
	const anyHour = await leaksOf(page, 'Core ring');
	await page.keyboard.press('w');
	const strip = page.getByRole('slider', { name: /each ring is sealed/ });
	await expect(strip).toBeVisible({ timeout: 60_000 });

	await page.getByRole('button', { name: /openings/ }).click();
	const first = page.getByRole('dialog').getByRole('button').first();
	const [, told] = /Core ring.*→ (\d+) leaks/.exec((await first.textContent()) ?? '') ?? [];
	expect(Number(told)).toBeGreaterThan(anyHour);
	await first.click();
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(Number(told));
	await page.keyboard.press('Escape');

	// on to the next change of the rota: the night watch goes
	await strip.focus();
	await page.keyboard.press('ArrowRight');
	await expect(strip).toHaveAttribute('aria-valuetext', /06:00.*Core ring.*: \d+ leak/);
	await expect.poll(() => leaksOf(page, 'Core ring')).toBe(anyHour);
	await page.getByRole('button', { name: 'Any hour' }).last().click();
	await expect(chip(page, 'Core ring')).toHaveAccessibleName(/leak/);
});
