import { expect, type Locator, type Page } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
import { messyPlanText } from './messy-plan.ts';
import { openDemo, test } from './page.ts';

async function openMessy(page: Page): Promise<Locator> {
	await openDemo(page);
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
	await chooser.setFiles({
		name: 'messy.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(messyPlanText())
	});
	await expect(page.getByText('messy.geojson is open.')).toBeVisible();
	await page.keyboard.press('Shift+K');
	const panel = page.getByRole('tabpanel', { name: /Checks/ });
	await expect(panel.getByText(/\d+ things are amiss/)).toBeVisible({ timeout: 60_000 });
	return panel;
}

/** How many things the panel says are amiss; 0 where it says nothing is. */
async function amiss(panel: Locator): Promise<number> {
	const text = await panel.innerText();
	return Number(
		/(\d+) things? (?:is|are) amiss/.exec(text)?.[1] ?? (/Nothing is amiss/.test(text) ? 0 : NaN)
	);
}

test('a messy plan is checked, shown, fixed one by one and all at once, undone and redone', async ({
	page
}) => {
	const panel = await openMessy(page);
	await expect(
		panel.getByText('West and East overlap').or(panel.getByText('East and West overlap'))
	).toBeVisible();
	const all = await amiss(panel);
	expect(all).toBeGreaterThanOrEqual(10);
	await expect(page.getByRole('button', { name: `Checks: ${all} things are amiss` })).toBeVisible();

	// what is found is drawn: ground that lies double, ground that lies open, places
	for (const layer of ['check-hatch', 'check-fill', 'check-place']) {
		await expect
			.poll(() =>
				page.evaluate((id) => window.cordonMap?.queryRenderedFeatures({ layers: [id] }).length, layer)
			)
			.toBeGreaterThan(0);
	}
	// shown: the map goes there
	const overlap = panel.getByRole('row').filter({ hasText: /overlap by/ });
	const zoom = () => page.evaluate(() => window.cordonMap?.getZoom() ?? 0);
	const before = await zoom();
	await overlap.getByText(/overlap by/).click();
	await expect.poll(zoom).toBeGreaterThan(before + 1);
	await expect(overlap).toHaveAttribute('aria-selected', 'true');

	// one is fixed by its button, one by the keyboard
	await overlap.getByRole('button', { name: /overlap by.*Take it off/ }).click();
	await expect.poll(() => amiss(panel)).toBe(all - 1);
	await expect(page.getByRole('button', { name: /Undo: Cut from/ })).toBeVisible();
	const list = panel.getByRole('grid', { name: 'Checks' });
	await list.focus();
	const doubled = panel.getByRole('row').filter({ hasText: /is there 2 times/ });
	for (let i = 0; i < 30 && !(await doubled.getAttribute('class'))?.includes('active'); i++) {
		await page.keyboard.press('ArrowDown');
	}
	// wherever the mouse happens to lie
	const far = panel.getByRole('row').filter({ hasText: 'Far school' });
	await far.hover();
	await page.keyboard.press('Shift+Enter');
	await expect.poll(() => amiss(panel)).toBe(all - 2);

	// one is ignored, and that can be taken back
	await far.getByRole('button', { name: /Far school.*what can be done/ }).click();
	await page.getByRole('menuitem', { name: 'Ignore' }).click();
	await expect.poll(() => amiss(panel)).toBe(all - 3);
	await panel.getByRole('button', { name: /1 ignored/ }).click();
	await far.getByRole('button', { name: /what can be done/ }).click();
	await page.getByRole('menuitem', { name: 'Heed again' }).click();
	await expect.poll(() => amiss(panel)).toBe(all - 2);

	// all the rest that is plain, as one step
	await panel.getByRole('button', { name: /^Fix all \d/ }).click();
	await expect(panel.getByText('Each needs a decision')).toBeVisible({ timeout: 30_000 });
	const left = await amiss(panel);
	expect(left).toBeLessThan(all - 5);
	await expect(panel.getByRole('row').filter({ hasText: /overlap by|A gap of|crosses itself/ })).toHaveCount(
		0
	);
	const undo = page.getByRole('button', { name: /^Undo: Repair \d+ things/ });
	await expect(undo).toBeVisible();
	await undo.click();
	await expect.poll(() => amiss(panel)).toBe(all - 2);
	await page.getByRole('button', { name: /^Redo: Repair \d+ things/ }).click();
	await expect.poll(() => amiss(panel)).toBe(left);

	const { violations } = await new AxeBuilder({ page }).include('aside.right').analyze();
	expect(
		violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
	).toEqual([]);
});
