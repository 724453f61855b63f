import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { CommandError } from '../command-error.ts';
import { REPOSITORY } from '../repository.ts';
import { newestChangeMs } from './newest-change.ts';

const SOURCES = ['src', 'static', 'package.json', 'svelte.config.js', 'vite.config.ts'];
/** Folders that the build itself writes. */
const MADE = ['paraglide', 'cache'];

/**
 * The built application's request handler file, built first where it is missing or older than the
 * sources. Throws CommandError with the builder's first words where it fails.
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
		stdio: ['ignore', 'pipe', 'pipe'],
		env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }
	});
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
	}
	const status = await new Promise<number | null>((resolve, reject) => {
		child.on('error', reject).on('close', resolve);
	});
	if (status === 0) return;
	const reason = reasonOf(said.join(''));
	throw new CommandError({
		en: `the application could not be built: ${reason}; see: npm run build`,
		zh: `应用构建失败：${reason}；参见：npm run build`
	});
}

/** The first words of the builder about what went wrong. */
function reasonOf(said: string): string {
	const lines = stripVTControlCharacters(said)
		.split('\n')
		.map((line) => line.trim());
	const start = lines.findIndex((line) => /error/i.test(line));
	return lines
		.slice(Math.max(0, start))
		.filter((line) => line !== '' && !line.endsWith(':'))
		.slice(0, 3)
		.join(' ');
}
