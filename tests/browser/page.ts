import { expect, test as base, type Page } from '@playwright/test';
import type { Map as MapLibreMap } from 'maplibre-gl';

declare global {
	interface Window {
		cordonMap?: MapLibreMap;
	}
}

/**
 * A page that watches itself: what it logged as an error and what it asked of other machines fails
 * the test at its end.
 */
export const test = base.extend<{ page: Page }>({
	page: async ({ page, baseURL }, use) => {
		const complaints: string[] = [];
		page.on('console', (message) => {
			// said by a browser that was too slow for a finger, as one without a graphics card is
			if (message.text().startsWith('Ignored attempt to cancel a touchmove')) return;
			if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
		});
		page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`));
		page.on('request', (request) => {
			const { origin, protocol } = new URL(request.url());
			const isLocal =
				origin === new URL(baseURL ?? '').origin || protocol === 'blob:' || protocol === 'data:';
			if (!isLocal) complaints.push(`left the machine: ${request.url()}`);
		});
		await use(page);
		expect(complaints).toEqual([]);
	}
});

/** Opens the demo in a fresh browser and waits until every verdict is there and the map is drawn. */
export async function openDemo(page: Page): Promise<void> {
	await page.goto('/');
	await expect(chip(page, 'Core ring')).toHaveAccessibleName(/leak|Sealed/, { timeout: 60_000 });
	await page.waitForFunction(() => window.cordonMap?.isStyleLoaded() === true, null, { timeout: 60_000 });
	await drawn(page, 'ring-line');
}

/** The chip of a ring in the bar, by the English part of its name. */
export function chip(page: Page, ring: string) {
	return page.getByRole('button', { name: new RegExp(`^${ring}.*Show its leaks`) });
}

/** How many leaks the chip of `ring` says; 0 where it is sealed. */
export async function leaksOf(page: Page, ring: string): Promise<number> {
	const name = await chip(page, ring).getAttribute('aria-label');
	return Number(/(\d+) leak/.exec(name ?? '')?.[1] ?? 0);
}

/** Waits until `layer` shows something on screen. */
export async function drawn(page: Page, layer: string): Promise<void> {
	await page.waitForFunction(
		(id) => (window.cordonMap?.queryRenderedFeatures({ layers: [id] }).length ?? 0) > 0,
		layer,
		{ timeout: 60_000 }
	);
}

/** Moves the map at once and waits until it rests. */
export async function lookAt(page: Page, center: readonly number[], zoom: number): Promise<void> {
	await page.evaluate(
		([lng, lat, z]) =>
			new Promise<void>((resolve) => {
				const map = window.cordonMap as MapLibreMap;
				map.once('idle', () => resolve());
				map.jumpTo({ center: [lng, lat], zoom: z });
			}),
		[center[0], center[1], zoom] as const
	);
}

/** Where a place of the globe is on the page, in CSS pixels. */
export async function onPage(page: Page, place: readonly number[]): Promise<{ x: number; y: number }> {
	return page.evaluate(
		([lng, lat]) => {
			const map = window.cordonMap as MapLibreMap;
			const { x, y } = map.project([lng, lat]);
			const box = map.getCanvas().getBoundingClientRect();
			return { x: box.left + x, y: box.top + y };
		},
		[place[0], place[1]] as const
	);
}

/** Two frames: what a step of the mouse set going has been drawn. */
export async function frames(page: Page): Promise<void> {
	await page.evaluate(
		() => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))
	);
}

/** Drags from one point of the page to another, as a hand would: in steps. */
export async function drag(
	page: Page,
	from: { x: number; y: number },
	to: { x: number; y: number },
	steps = 6
): Promise<void> {
	await page.mouse.move(from.x, from.y);
	await frames(page);
	await page.mouse.down();
	for (let i = 1; i <= steps; i++) {
		await page.mouse.move(from.x + ((to.x - from.x) * i) / steps, from.y + ((to.y - from.y) * i) / steps);
		await frames(page);
	}
	await page.mouse.up();
}
