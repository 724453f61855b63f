import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostGIS of the test's own: a cluster in a folder of its own, reached by a socket in it only. */
export interface PostGis {
	/** Runs SQL; rows as lists of text. */
	query(sql: string): string[][];
	stop(): void;
}

/** Why no PostGIS can be had on this machine; null where it can. */
export function postgisMissing(): string | null {
	const found = installation();
	if (!found) return 'PostgreSQL with PostGIS is not installed';
	if (process.getuid?.() === 0 && !existsSync('/usr/sbin/runuser')) return 'root cannot become postgres here';
	return null;
}

/** Starts one; ask `postgisMissing` first. */
export function startPostgis(): PostGis {
	const found = installation();
	if (!found) throw new Error('PostgreSQL with PostGIS is not installed');
	const folder = mkdtempSync(join(tmpdir(), 'postgis-'));
	const isRoot = process.getuid?.() === 0;
	const user = isRoot ? 'postgres' : (process.env.USER ?? 'postgres');
	if (isRoot) {
		execFileSync('chown', ['postgres', folder]);
		chmodSync(folder, 0o755);
	}
	const run = (program: string, args: string[], input = ''): string => {
		const command = isRoot ? 'runuser' : program;
		const all = isRoot ? ['-u', 'postgres', '--', program, ...args] : args;
		return execFileSync(command, all, {
			input,
			encoding: 'utf8',
			cwd: folder,
			maxBuffer: 1 << 28,
			stdio: ['pipe', 'pipe', 'pipe']
		});
	};
	const data = join(folder, 'data');
	run(join(found, 'initdb'), ['-D', data, '-A', 'trust', '-U', user, '--no-sync', '--locale=C']);
	const options = `-k ${folder} -c listen_addresses= -c fsync=off -c max_connections=5 -c shared_buffers=64MB`;
	run(join(found, 'pg_ctl'), ['-D', data, '-w', '-s', '-o', options, '-l', join(folder, 'log'), 'start']);
	const query = (sql: string): string[][] => {
		const out = run(
			join(found, 'psql'),
			['-h', folder, '-U', user, '-d', 'postgres', '-qAtX', '-F', '\t', '-v', 'ON_ERROR_STOP=1', '-f', '-'],
			sql
		);
		return out
			.split('\n')
			.filter(Boolean)
			.map((line) => line.split('\t'));
	};
	const stop = (): void => {
		run(join(found, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-s', 'stop']);
		rmSync(folder, { recursive: true, force: true });
	};
	query('CREATE EXTENSION postgis');
	return { query, stop };
}

function installation(): string | null {
	const base = '/usr/lib/postgresql';
	if (!existsSync(base)) return null;
	for (const version of readdirSync(base).sort().reverse()) {
		const isWhole =
			existsSync(join(base, version, 'bin', 'initdb')) &&
			existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`);
		if (isWhole) return join(base, version, 'bin');
	}
	return null;
}
