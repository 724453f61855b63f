import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { lookAt, onPage, openDemo, test } from './page.ts';

const SIDE = 50;
const CENTER = [71.43, 51.13] as const;

/** A plan of 2500 cameras in a square grid about `CENTER`, and one checkpoint that is locked. */
function gridPlanText(): string {
	const features = Array.from({ length: SIDE * SIDE }, (_, n) => ({
		type: 'Feature',
		id: `cam-${n}`,
		geometry: {
			type: 'Point',
			coordinates: [
				CENTER[0] + ((n % SIDE) - SIDE / 2) * 4e-4,
				CENTER[1] + (Math.floor(n / SIDE) - SIDE / 2) * 2.5e-4
			]
		},
		properties: { kind: 'camera', owner: n % 2 ? 'North' : 'South' }
	}));
	const gate = {
		type: 'Feature',
		id: 'gate',
		geometry: { type: 'Point', coordinates: [CENTER[0] - 2e-4, CENTER[1] - 1e-4] },
		properties: { kind: 'checkpoint', name: 'Gate', locked: true }
	};
	return JSON.stringify({
		type: 'FeatureCollection',
		cordon: { format: 1, name: 'Grid', region: 'astana' },
		features: [...features, gate]
	});
}

interface Saved {
	features: { id: string; properties: Record<string, unknown> }[];
}

async function saved(page: Page): Promise<Saved['features']> {
	const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
	return (JSON.parse(await readFile(await download.path(), 'utf8')) as Saved).features;
}

test('hundreds of cameras are boxed, given another owner in one step, and given back', async ({ page }) => {
	test.setTimeout(150_000);
	await openDemo(page);
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+o')]);
	await chooser.setFiles({
		name: 'grid.geojson',
		mimeType: 'application/geo+json',
		buffer: Buffer.from(gridPlanText())
	});
	await expect(page.getByText('grid.geojson is open.')).toBeVisible();
	await lookAt(page, CENTER, 14.5);

	// a box over the middle of the grid
	const a = await onPage(page, [CENTER[0] - 5e-3, CENTER[1] + 3e-3]);
	const b = await onPage(page, [CENTER[0] + 5e-3, CENTER[1] - 3e-3]);
	await page.keyboard.down('Shift');
	await page.mouse.move(a.x, a.y);
	await page.mouse.down();
	await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2);
	await page.mouse.move(b.x, b.y);
	await page.mouse.up();
	await page.keyboard.up('Shift');
	const card = page.getByRole('region', { name: 'Selected' });
	await expect(card.getByRole('heading', { name: /^\d+ things$/ })).toBeVisible();

	// the checkpoint that lay in the box is left out
	await card.getByRole('button', { name: /^Cameras/ }).click();
	const count = Number(/\d+/.exec((await card.getByRole('heading').first().innerText()) ?? '')?.[0]);
	expect(count).toBeGreaterThan(500);
	const owner = card.getByRole('textbox', { name: 'Owner' });
	await expect(owner).toHaveAttribute('placeholder', 'Various (2 values)');
	await owner.fill('City hall');
	await owner.press('Enter');
	await expect(owner).toHaveValue('City hall');
	const given = (await saved(page)).filter(({ properties }) => properties.owner === 'City hall');
	expect(given).toHaveLength(count);

	await page.locator('canvas.maplibregl-canvas').focus();
	await page.keyboard.press('Control+z');
	await expect(owner).toHaveAttribute('placeholder', 'Various (2 values)');
	const after = await saved(page);
	expect(after.filter(({ properties }) => properties.owner === 'City hall')).toEqual([]);
	expect(after.filter(({ properties }) => properties.owner === 'North')).toHaveLength((SIDE * SIDE) / 2);
	expect(after.find(({ id }) => id === 'gate')?.properties.locked).toBe(true);
});
