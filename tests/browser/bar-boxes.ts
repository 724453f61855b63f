import { expect, type Page } from '@playwright/test';

/** Expects that no control of the two bars lies over another or off a screen `width` pixels wide, and that the page is no wider. */
export async function expectBarsToFit(page: Page, width: number): Promise<void> {
	expect(await page.evaluate(() => document.documentElement.scrollWidth), 'width of the page').toBe(width);
	const boxes = await page.evaluate(() =>
		[
			...document.querySelectorAll('.shell > header button, .shell > header label, .shell > footer button')
		].map((one) => {
			const { left, right, top, bottom } = one.getBoundingClientRect();
			return { what: one.getAttribute('aria-label') ?? one.textContent, left, right, top, bottom };
		})
	);
	expect(boxes.length).toBeGreaterThan(10);
	for (const [i, a] of boxes.entries()) {
		expect(a.left >= 0 && a.right <= width, `${a.what} at ${width} px`).toBe(true);
		for (const b of boxes.slice(i + 1)) {
			const isOver =
				Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
				Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
			expect(isOver, `${a.what} over ${b.what} at ${width} px`).toBe(false);
		}
	}
}
