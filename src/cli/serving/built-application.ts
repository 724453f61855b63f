import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CommandError } from '../command-error.ts';
import { REPOSITORY } from '../repository.ts';
import { newestChangeMs } from './newest-change.ts';

const SOURCES = ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts'];
/** Folders that the build itself writes. */
const MADE = ['paraglide', 'cache'];

/**
 * The built application's request handler file, built first where it is missing or older than the
 * sources. Throws CommandError with the last lines of the builder where it fails.
 */
export async function builtApplication(tell: (en: string, zh: string) => void): Promise<string> {
	const handler = join(REPOSITORY, 'build', 'handler.js');
	const sources = SOURCES.map((name) => join(REPOSITORY, name));
	const builtMs = statSync(handler, { throwIfNoEntry: false })?.mtimeMs ?? -1;
	if (builtMs >= newestChangeMs(sources, MADE)) return handler;
	tell('building the application …', '正在构建应用……');
	await build();
	return handler;
}

async function build(): Promise<void> {
	const vite = createRequire(import.meta.url).resolve('vite/package.json');
	const command = join(vite, '..', 'bin', 'vite.js');
	const child = spawn(process.execPath, [command, 'build', '--logLevel', 'warn'], {
		cwd: REPOSITORY,
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
	}
	const status = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject).on('close', resolve);
	});
	if (status === 0) return;
	const last = said.join('').trim().split('\n').slice(-5).join(' ');
	throw new CommandError({
		en: `the application could not be built: ${last}`,
		zh: `应用构建失败：${last}`
	});
}
