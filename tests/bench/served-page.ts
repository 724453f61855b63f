import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { BROWSER_ARGS } from '../../playwright.config.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** Serves the built application, opens it on a page of Debian's Chromium and does `work` there. */
export async function inServedPage(work: (page: Page, browser: Browser) => Promise<void>): Promise<void> {
	const port = await freePort();
	const server = spawn(process.execPath, ['src/cli/cordon.mjs', 'serve', '--port', String(port)], {
		cwd: REPOSITORY,
		stdio: ['ignore', 'pipe', 'inherit']
	});
	let browser: Browser | null = null;
	try {
		const address = await firstLine(server);
		browser = await chromium.launch({
			executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
			args: BROWSER_ARGS
		});
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
		await page.goto(address);
		await idle(page);
		await work(page, browser);
	} finally {
		await browser?.close();
		server.kill('SIGTERM');
	}
}

/** Until the map has drawn all it was asked for. */
export async function idle(page: Page): Promise<void> {
	await page.waitForFunction(
		() => window.cordonMap?.loaded() === true && !window.cordonMap.isMoving(),
		null,
		{
			timeout: 120_000,
			polling: 100
		}
	);
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer().once('error', reject);
		probe.listen(0, () => {
			const address = probe.address();
			probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

function firstLine(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		server.stdout?.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()));
		server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
	});
}
