import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When anything in or under `paths` last changed, in ms; 0 where none of them exists. Hidden files
 * and folders named in `passed` do not count.
 */
export function newestChangeMs(paths: readonly string[], passed: readonly string[] = []): number {
	let newest = 0;
	for (const path of paths) {
		const stats = statSync(path, { throwIfNoEntry: false });
		if (!stats) continue;
		if (!stats.isDirectory()) {
			newest = Math.max(newest, stats.mtimeMs);
			continue;
		}
		const inside = readdirSync(path)
			.filter((name) => !name.startsWith('.') && !passed.includes(name))
			.map((name) => join(path, name));
		newest = Math.max(newest, newestChangeMs(inside, passed));
	}
	return newest;
}
