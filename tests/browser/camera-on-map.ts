import type { Page } from '@playwright/test';
import { onPage } from './page.ts';

/** Open ground in the middle of the demo that no camera sees. */
export const OPEN_GROUND = [71.4306, 51.1282] as const;
/** Degrees of a metre there. */
const PER_M = [1 / 69_990, 1 / 111_260] as const;

/** A place so many metres east and north of another. */
export function beside(
	[lng, lat]: readonly [number, number],
	eastM: number,
	northM: number
): [number, number] {
	return [lng + eastM * PER_M[0], lat + northM * PER_M[1]];
}

/** Where the handle of a role is on the page; waits for it. */
export async function handleOf(page: Page, role: string): Promise<{ x: number; y: number }> {
	const found = await page.waitForFunction(
		(wanted) => {
			const handles = window.cordonMap?.queryRenderedFeatures({ layers: ['handle'] }) ?? [];
			const handle = handles.find(({ properties }) => properties.role === wanted);
			return handle?.geometry.type === 'Point' ? handle.geometry.coordinates : null;
		},
		role,
		{ timeout: 20_000 }
	);
	return onPage(page, (await found.jsonValue()) as number[]);
}
