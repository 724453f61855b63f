import { expect, type Page } from '@playwright/test';
import { drawn, lookAt, onPage, openDemo, test } from './page.ts';

/** How many things the screen reader was told are picked out. */
async function told(page: Page): Promise<string> {
	return (await page.getByTestId('picked').textContent()) ?? '';
}

/** The sum of the numbers that stand for cameras far out, and of the single ones. */
async function camerasOnMap(page: Page): Promise<number> {
	return page.evaluate(() => {
		const found = window.cordonMap?.querySourceFeatures('cameras', { sourceLayer: 'cameras' }) ?? [];
		const cells = new Map(
			found.map(({ geometry, properties }) => [JSON.stringify(geometry), Number(properties.n ?? 1)])
		);
		return [...cells.values()].reduce((sum, n) => sum + n, 0);
	});
}

test('cameras are picked by two conditions, kept with a third, and inverted', async ({ page }) => {
	test.setTimeout(150_000);
	await openDemo(page);
	await page.keyboard.press('Control+Shift+f');
	const card = page.getByTestId('attribute-picker');
	await expect(card.getByLabel('Kind of things')).toBeFocused();

	await card.getByLabel('Comparison').selectOption('one-of');
	const owner = card.getByRole('listitem').first();
	const owned = Number((await owner.locator('.count').textContent())?.replace(/\D/g, ''));
	await owner.getByRole('checkbox').check();
	const count = page.getByTestId('pick-count');
	await expect(count).toContainText(`${owned} of 2,400`);

	await card.getByRole('button', { name: 'Add condition' }).click();
	const second = card.getByRole('group', { name: 'Condition 2' });
	await second.getByLabel('Field').selectOption('health');
	await expect(count).toContainText('Conditions without a value');
	const broken = second.getByLabel('Value', { exact: true });
	await broken.selectOption('broken');
	await expect(count).not.toContainText('Conditions without a value');
	await expect(count).not.toContainText(`${owned} of`);
	const both = Number(/^[\d,]+/.exec((await count.innerText()).trim())?.[0].replace(',', ''));
	expect(both).toBeGreaterThan(1);
	expect(both).toBeLessThan(owned);

	await card.getByRole('button', { name: 'Select', exact: true }).click();
	await expect(page.getByTestId('picked')).toHaveText(`${both} things selected`);
	await card.getByText('Any applies').click();
	await expect(count).not.toContainText(`${both} of`);
	const either = Number(/^[\d,]+/.exec((await count.innerText()).trim())?.[0].replace(',', ''));
	expect(either).toBeGreaterThan(owned);
	await card.getByRole('button', { name: 'Keep only' }).click();
	await expect(page.getByTestId('picked')).toHaveText(`${both} things selected`);
	await card.getByRole('button', { name: 'Take away' }).click();
	await expect(page.getByTestId('picked')).toHaveText('Nothing selected');
	await card.getByRole('button', { name: 'Add', exact: true }).click();
	await expect.poll(() => told(page)).toContain(`${either.toLocaleString('en')} things`);

	await page.keyboard.press('Escape');
	await expect(card).toBeHidden();
	await page.keyboard.press('Shift+B');
	await expect.poll(() => told(page)).toContain(`${(2400 - either).toLocaleString('en')} things`);
	await page.keyboard.press('Control+a');
	await expect.poll(() => told(page)).toContain('2,400 things');
});

test('what is hidden is off the map, counted all the same, and hidden after a reload', async ({ page }) => {
	test.setTimeout(180_000);
	await openDemo(page);
	await drawn(page, 'checkpoint');
	const covered = page.getByRole('button', { name: /Covered/ }).first();
	const before = await covered.innerText();
	expect(await camerasOnMap(page)).toBeGreaterThan(1000);

	const list = page.getByRole('grid', { name: /^Checkpoints/ });
	await list.getByRole('row').first().click();
	await page.keyboard.press('Control+a');
	await expect.poll(() => told(page)).toContain('164 things');
	await page.keyboard.press('Control+Shift+h');
	const chip = page.getByTestId('hidden-chip');
	await expect(chip).toContainText('164 hidden');
	await expect
		.poll(() =>
			page.evaluate(() => window.cordonMap?.queryRenderedFeatures({ layers: ['checkpoint'] }).length)
		)
		.toBe(0);
	await expect(list.getByRole('row').first()).toContainText('Hidden');

	// the whole plan but checkpoints, which are hidden: the cameras go too
	await page.keyboard.press('Escape');
	await page.getByLabel('Kind', { exact: false }).first().selectOption('camera');
	await page
		.getByRole('grid', { name: /^Cameras/ })
		.getByRole('row')
		.first()
		.click();
	await page.getByRole('grid', { name: /^Cameras/ }).focus();
	await page.keyboard.press('Control+a');
	await expect.poll(() => told(page)).toContain('2,400 things');
	await page.keyboard.press('Control+Shift+h');
	await expect(chip).toContainText('2,564 hidden');
	await expect.poll(() => camerasOnMap(page), { timeout: 20_000 }).toBe(0);
	expect(await covered.innerText()).toBe(before);

	await page.reload();
	await expect(chip).toContainText('2,564 hidden', { timeout: 60_000 });
	await chip.getByRole('button', { name: 'Show all' }).click();
	await expect(chip).toBeHidden();
	await drawn(page, 'checkpoint');
	await expect.poll(() => camerasOnMap(page), { timeout: 20_000 }).toBeGreaterThan(1000);
});

test('rows are picked in ranges by keys and by mouse, and a hidden gate cannot be hit', async ({ page }) => {
	test.setTimeout(150_000);
	await openDemo(page);
	const list = page.getByRole('grid', { name: /^Checkpoints/ });
	const row = (n: number) => list.getByRole('row').nth(n);
	await row(0).click();
	await list.focus();
	await page.keyboard.press('Shift+ArrowDown');
	await page.keyboard.press('Shift+ArrowDown');
	await expect.poll(() => told(page)).toBe('3 things selected');
	await page.keyboard.press('Shift+ArrowUp');
	await expect.poll(() => told(page)).toBe('2 things selected');
	await expect(row(1)).toHaveAttribute('aria-selected', 'true');
	await expect(row(2)).toHaveAttribute('aria-selected', 'false');

	const id = await page.evaluate(() => {
		const found = window.cordonMap?.queryRenderedFeatures({ layers: ['checkpoint'] }) ?? [];
		return String(found[0]?.properties.id);
	});
	const at = await page.evaluate((wanted) => {
		const one = window.cordonMap
			?.queryRenderedFeatures({ layers: ['checkpoint'] })
			.find(({ properties }) => properties.id === wanted);
		return one?.geometry.type === 'Point' ? one.geometry.coordinates : [0, 0];
	}, id);
	await lookAt(page, at, 16);
	const place = await onPage(page, at);
	await page.mouse.click(place.x, place.y);
	const inspector = page.getByRole('button', { name: 'Delete' });
	await expect(inspector).toBeVisible();
	await page.keyboard.press('Control+Shift+h');
	await expect(page.getByTestId('hidden-chip')).toContainText('1 hidden');
	await expect
		.poll(() =>
			page.evaluate(
				(gone) =>
					window.cordonMap
						?.queryRenderedFeatures({ layers: ['checkpoint'] })
						.some(({ properties }) => properties.id === gone),
				id
			)
		)
		.toBe(false);
	await page.keyboard.press('Control+Shift+h');
	await expect(page.getByTestId('hidden-chip')).toBeHidden();
	await drawn(page, 'checkpoint');
});

test('all with the same level are picked from a field of one', async ({ page }) => {
	test.setTimeout(120_000);
	await openDemo(page);
	await page.getByLabel('Kind', { exact: false }).first().selectOption('key-site');
	await page
		.getByRole('grid', { name: /^Key sites/ })
		.getByRole('row')
		.first()
		.click();
	await page.getByRole('button', { name: '“Category”: select by it' }).click();
	await page.getByRole('menuitem', { name: 'Select all with the same “Category”' }).click();
	await expect.poll(() => told(page)).toMatch(/^\d+ things selected$/);
	const some = Number(/\d+/.exec(await told(page))?.[0]);
	expect(some).toBeGreaterThan(1);
	expect(some).toBeLessThan(172);
});

test('the list stands under headings, and all of a heading are picked at once', async ({ page }) => {
	await openDemo(page);
	await page.getByLabel('Kind of thing').selectOption('checkpoint');
	await page.getByLabel('Sort').selectOption({ label: 'Grouped by ring' });
	const list = page.getByRole('grid', { name: /^Checkpoints/ });
	const core = list.getByRole('row', { name: /Core ring/ });
	await expect(core).toBeVisible();
	// folded, since they are many; unfolded by the keyboard
	await expect(core.getByText('folded', { exact: true })).toHaveCount(1);
	await expect(list.getByRole('row', { name: /^Outer ring/ })).toContainText('75');
	await list.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(core.getByText('unfolded', { exact: true })).toHaveCount(1);
	await core.getByRole('button', { name: /^Select all \d+: Core ring/ }).click();
	await expect.poll(() => told(page)).toMatch(/\d/);
});

test('all of a layer is locked in one step: what is locked stays, and is set free again', async ({
	page
}) => {
	await openDemo(page);
	await page.getByRole('button', { name: 'Legend and opacity of Stations' }).click();
	await page.getByRole('button', { name: 'Lock all' }).click();
	await expect(page.getByRole('button', { name: 'Unlock all' })).toBeVisible();
	await page.getByLabel('Kind', { exact: false }).first().selectOption('station');
	const list = page.getByRole('grid', { name: /^Stations/ });
	await list.getByRole('row').first().click();
	await page.keyboard.press('Delete');
	await expect(page.getByText(/is locked; unlock it/).first()).toBeVisible();
	await expect(list.getByRole('row')).toHaveCount(10);

	await page.getByRole('button', { name: 'Unlock all' }).click();
	await expect(page.getByRole('button', { name: 'Lock all' })).toBeVisible();
	await page.keyboard.press('Control+z');
	await page.keyboard.press('Control+z');
	await expect(page.getByRole('button', { name: 'Lock all' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
});
