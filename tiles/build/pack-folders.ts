import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A folder beside the packs to build `name` in; its name starts with a dot and says whose it is. */
export async function makeBuildFolder(into: string, name: string): Promise<string> {
	await makeFolders(into);
	return mkdtemp(join(into, `.${name}-${process.pid}-`));
}

/**
 * Puts a finished folder in the place of `target`. What others keep in the old one comes along, and the
 * old one comes back should anything fail.
 */
export async function replacePack(fresh: string, target: string): Promise<void> {
	const aside = `${fresh}.old`;
	await chmod(fresh, 0o755);
	const made = new Set(await readdir(fresh));
	for (const entry of await readdir(target).catch(() => [])) {
		if (!made.has(entry)) await cp(join(target, entry), join(fresh, entry), { recursive: true });
	}
	const hadOld = await moved(target, aside);
	try {
		await rename(fresh, target);
	} catch (cause) {
		if (hadOld) await rename(aside, target);
		throw cause;
	}
	if (hadOld) await rm(aside, { recursive: true, force: true });
}

/**
 * Clears up after builds that were killed: half-built folders go, and an old pack that had been set aside in
 * the last instant goes back to its place. Folders of builds still running are left alone.
 */
export async function clearDeadBuilds(into: string): Promise<void> {
	const entries: string[] = await readdir(into).catch(() => []);
	for (const entry of entries) {
		const [, name, owner, old] = /^\.([a-z0-9_-]+)-(\d+)-\w{6}(\.old)?$/.exec(entry) ?? [];
		if (name === undefined || isAlive(Number(owner))) continue;
		const folder = join(into, entry);
		if (old && !entries.includes(name)) await rename(folder, join(into, name));
		else await rm(folder, { recursive: true, force: true });
	}
}

/** Like `mkdir -p`; Node's own never returns where a system folder such as /proc refuses. */
async function makeFolders(folder: string): Promise<void> {
	try {
		await mkdir(folder);
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
		const above = dirname(folder);
		if (code !== 'ENOENT' || existsSync(above)) throw cause;
		await makeFolders(above);
		await mkdir(folder);
	}
}

async function moved(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
		return true;
	} catch (cause) {
		if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false;
		throw cause;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (cause) {
		return (cause as NodeJS.ErrnoException).code === 'EPERM';
	}
}
