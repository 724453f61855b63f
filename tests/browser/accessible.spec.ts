import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { expectBarsToFit } from './bar-boxes.ts';
import { chip, openDemo, test } from './page.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe has against the screen, or the part of it that `selector` picks; the map is a picture with lists beside it. */
async function faults(page: Page, where: string, selector?: string): Promise<string[]> {
	let axe = new AxeBuilder({ page }).withTags(TAGS).exclude('canvas');
	if (selector !== undefined) axe = axe.include(selector);
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ target, failureSummary }) => `${where}: ${id}: ${target.join(' ')} ${failureSummary ?? ''}`)
	);
}

/** What a key opens, where it is drawn, and the key that closes it again. */
const OPENED: readonly (readonly [
	what: string,
	keys: readonly string[],
	where: string,
	close: readonly string[]
])[] = [
	['leaks', ['2'], '.right', []],
	['gaps', ['3'], '.right', []],
	['crossings', ['4'], '.right', []],
	['roads', ['5'], '.right', []],
	['problems', ['6'], '.right', []],
	['figures', ['1'], '.right', []],
	['areas', ['7'], '.stage', ['7']],
	['redundancy', ['8'], '.stage', ['8']],
	['system', ['9'], '.stage', ['9']],
	['escape', ['Shift+U'], '.stage', ['Shift+U']],
	['response', ['Shift+R'], '.stage', ['Shift+R']],
	['placement', ['Shift+N'], '.stage', ['Shift+N']],
	['patrol', ['Shift+P'], '.stage', ['Shift+P']],
	['week', ['w'], '.shell', ['w']],
	['strokes', ['Control+e'], '.strokes', ['Escape']],
	['help', ['?'], '[role=dialog]', ['Escape']],
	['palette', ['Control+k'], '[role=dialog]', ['Escape']],
	['proposals', ['Shift+M'], '[data-testid=proposals]', ['Shift+M']],
	['attributes', ['Control+Shift+f'], '.float-card', ['Escape']],
	['coordinates of a station', ['s', 'n'], '.bar[role=toolbar]', ['Escape', 'Escape']],
	['kept plans', ['d', 'k'], '[role=dialog]', ['Escape']],
	['coordinates', ['Control+g'], '[role=dialog]', ['Escape']],
	['tour', ['d', 't'], '[role=dialog]', ['Escape']]
];

const KIND_WORDS = {
	en: ['camera', 'checkpoint', 'control ring', 'patrol zone', 'station', 'key site', 'area'],
	zh: ['摄像机', '卡口', '防控圈', '巡逻防区', '派出所', '重点部位', '辖区']
};

for (const [colorScheme, language] of [
	['light', 'en'],
	['dark', 'zh']
] as const) {
	test(`axe finds nothing on any panel, board and dialog, ${colorScheme}, ${language}`, async ({ page }) => {
		test.setTimeout(150_000);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await openDemo(page);
		await chip(page, 'Core ring').click();
		if (language === 'zh') await page.keyboard.press('Shift+L');
		const found = await faults(page, 'screen');
		for (const [what, keys, where, close] of OPENED) {
			for (const key of keys) await page.keyboard.press(key);
			await page.locator(where).first().waitFor();
			found.push(...(await faults(page, what, where)));
			for (const key of close) await page.keyboard.press(key);
			if (where === '[role=dialog]') await expect(page.locator(where)).toHaveCount(0);
		}
		// what is found, and the panel of each kind of thing
		for (const word of KIND_WORDS[language]) {
			await page.keyboard.press('Control+f');
			await page.keyboard.type(word);
			const row = page
				.locator('#found [role=option]')
				.filter({ hasText: new RegExp(word, 'i') })
				.last();
			await row.waitFor();
			if (word === KIND_WORDS[language][0]) found.push(...(await faults(page, 'found', '[role=dialog]')));
			await row.click();
			await expect(page.locator('[role=dialog]')).toHaveCount(0);
			found.push(...(await faults(page, word, '.right')));
			if (word !== KIND_WORDS[language][3]) continue;
			for (const key of ['Shift+S', 'b']) {
				await page.locator('main canvas').first().focus();
				await page.keyboard.press(key);
				await page.locator('.float-card').waitFor();
				found.push(...(await faults(page, `card of ${key}`, '.float-card')));
				await page.keyboard.press('Escape');
				await expect(page.locator('.float-card')).toHaveCount(0);
			}
		}
		// menus
		for (const opener of await page.locator('header .opener').all()) {
			await opener.click();
			await page.getByRole('menu').waitFor();
			found.push(...(await faults(page, 'menu', '[role=menu]')));
			await page.keyboard.press('Escape');
			await expect(page.getByRole('menu')).toHaveCount(0);
		}
		await page.keyboard.press('d');
		await page.keyboard.press('n');
		await page.locator('.start').waitFor();
		found.push(...(await faults(page, 'empty plan')));
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

test('at 320 px, or enlarged fourfold, nothing of the bar lies over anything or off the screen', async ({
	page
}) => {
	await openDemo(page);
	for (const [width, height] of [
		[320, 640],
		[720, 450]
	] as const) {
		await page.setViewportSize({ width, height });
		await page.locator('.shell.narrow').waitFor();
		await expect(page.locator('.left, .right, .sheet')).toHaveCount(0);
		await expectBarsToFit(page, width);
		for (const key of [']', '[']) {
			await page.keyboard.press(key);
			// so narrow a screen has its panels come up from below
			const box = await page.getByTestId('sheet').boundingBox();
			expect(box && box.x >= 0 && box.x + box.width <= width, `${key} at ${width} px`).toBe(true);
			await page.keyboard.press(key);
		}
	}
});
