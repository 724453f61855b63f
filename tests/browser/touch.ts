import type { CDPSession, Page } from '@playwright/test';
import { frames } from './page.ts';

export interface Spot {
	readonly x: number;
	readonly y: number;
}

/** Fingers on the page, as the browser's own touch events: one or several, down, along and up. */
export class Fingers {
	private constructor(
		private readonly page: Page,
		private readonly cdp: CDPSession
	) {}

	static async on(page: Page): Promise<Fingers> {
		return new Fingers(page, await page.context().newCDPSession(page));
	}

	down(...at: Spot[]): Promise<void> {
		return this.send('touchStart', at);
	}

	/** Moves every finger by as much, in steps. */
	async along(from: readonly Spot[], by: Spot, steps = 6): Promise<Spot[]> {
		let at = [...from];
		for (let i = 1; i <= steps; i++) {
			at = from.map(({ x, y }) => ({ x: x + (by.x * i) / steps, y: y + (by.y * i) / steps }));
			await this.send('touchMove', at);
			await frames(this.page);
		}
		return at;
	}

	/** Lifts all fingers. */
	up(): Promise<void> {
		return this.send('touchEnd', []);
	}

	async drag(from: Spot, to: Spot, steps = 6): Promise<void> {
		await this.down(from);
		await frames(this.page);
		await this.along([from], { x: to.x - from.x, y: to.y - from.y }, steps);
		await this.up();
		await frames(this.page);
	}

	private async send(type: 'touchStart' | 'touchMove' | 'touchEnd', at: readonly Spot[]): Promise<void> {
		const touchPoints = at.map(({ x, y }, id) => ({ x, y, id }));
		await this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
	}
}
