import { defineConfig } from '@playwright/test';

const port = Number(process.env.CORDON_TEST_PORT ?? 4199);

/** Debian's browser; software rendering, and nothing that would call out of the machine. */
export const BROWSER_ARGS = [
	'--no-sandbox',
	'--use-gl=angle',
	'--use-angle=swiftshader',
	'--enable-unsafe-swiftshader',
	'--ignore-gpu-blocklist',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
	'--disable-quic'
];

export default defineConfig({
	testDir: 'tests/browser',
	testMatch: '**/*.spec.ts',
	timeout: 120_000,
	expect: { timeout: 20_000 },
	workers: 1,
	fullyParallel: false,
	reporter: process.env.CORDON_REPORT
		? [['list'], ['json', { outputFile: process.env.CORDON_REPORT }]]
		: [['list']],
	outputDir: 'test-results',
	use: {
		baseURL: `http://localhost:${port}`,
		viewport: { width: 1440, height: 900 },
		locale: 'en-US',
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: BROWSER_ARGS },
		trace: 'retain-on-failure'
	},
	webServer: {
		command: `node src/cli/cordon.mjs serve --port ${port}`,
		url: `http://localhost:${port}/`,
		timeout: 240_000,
		reuseExistingServer: !process.env.CI
	}
});
