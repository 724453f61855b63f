import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export interface Ran {
	status: number | null;
	stdout: string;
	stderr: string;
}

const COMMAND = resolve(import.meta.dirname, '../../src/cli/cordon.mjs');

/** Runs the real command line in a process of its own, in English unless `env` says otherwise. */
export async function runCordon(
	args: readonly string[],
	env: Readonly<Record<string, string>> = {},
	input = ''
): Promise<Ran> {
	const child = spawn(process.execPath, [COMMAND, ...args], {
		env: { ...process.env, LC_ALL: 'C', ...env },
		stdio: ['pipe', 'pipe', 'pipe']
	});
	const ran: Ran = { status: null, stdout: '', stderr: '' };
	child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.stderr += text));
	// a command that refuses before it reads closes its end
	child.stdin.on('error', () => undefined).end(input);
	ran.status = await new Promise((done, fail) => child.on('error', fail).on('close', done));
	return ran;
}
