// Makes what the tests need and a fresh machine lacks: a browser, from Debian's packages, and the demo city.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { register } from 'tsx/esm/api';

const browser = process.env.CHROMIUM ?? '/usr/bin/chromium';

if (!existsSync(browser)) installBrowser();
register();
const { makeDemoCity } = await import('../../src/cli/serving/demo-city.ts');
await makeDemoCity(resolve(import.meta.dirname, '../../tiles'), (text) =>
	process.stderr.write(`tests: ${text}\n`)
);

function installBrowser() {
	process.stderr.write(`tests: no browser at ${browser}, installing Debian's chromium\n`);
	const sudo = process.getuid?.() === 0 ? [] : ['sudo'];
	for (const args of [
		['apt-get', 'update', '-qq'],
		['apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']
	]) {
		const [command, ...rest] = [...sudo, ...args];
		const { status, error } = spawnSync(command, rest, {
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		});
		if (status !== 0) {
			process.stderr.write(
				`tests: \`${[command, ...rest].join(' ')}\` failed${error ? ` (${error.message})` : ''}; ` +
					'install a Chromium and name it in CHROMIUM\n'
			);
			process.exit(1);
		}
	}
}
