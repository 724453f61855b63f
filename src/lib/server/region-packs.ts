import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { PACK_FILES, type RegionManifest } from '../domain/region.ts';

/** The demo plan that may lie in a pack, beside the files of `PACK_FILES`. */
export const DEMO_PLAN_FILE = 'demo-plan.geojson';

const SERVED: ReadonlySet<string> = new Set([...Object.values(PACK_FILES), DEMO_PLAN_FILE]);

/** The folder of region packs: `CORDON_TILES`, or `tiles` in the folder the service was started in. */
export function tilesFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
	return resolve(env.CORDON_TILES || 'tiles');
}

/**
 * Where a file of a pack lies, or null: for a name no pack can have, for a file that packs do not
 * serve, and for one that is not there. Never leads out of `folder`.
 */
export function packFile(folder: string, region: string, file: string): string | null {
	if (!isRegionName(region) || !SERVED.has(file)) return null;
	const path = join(folder, region, file);
	return existsSync(path) ? path : null;
}

/** Whether a pack may be called so: letters, digits, `-`, `_` and `.`, not starting with a dot. */
export function isRegionName(name: string): boolean {
	return /^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,63}$/u.test(name);
}

/** The manifest of a pack; null where it is not built or its manifest cannot be read. */
export async function readManifest(folder: string, region: string): Promise<RegionManifest | null> {
	const path = packFile(folder, region, PACK_FILES.manifest);
	if (path === null) return null;
	try {
		const manifest = JSON.parse(await readFile(path, 'utf8')) as RegionManifest;
		return Array.isArray(manifest.bbox) && manifest.format === 1 ? manifest : null;
	} catch {
		return null;
	}
}

/** Manifests of all packs under `folder`, by name; empty where there is no such folder. */
export async function listRegions(folder: string): Promise<RegionManifest[]> {
	if (!existsSync(folder)) return [];
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries
		.filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
		.map(({ name }) => name);
	const manifests = await Promise.all(names.sort().map((name) => readManifest(folder, name)));
	return manifests.filter((manifest): manifest is RegionManifest => manifest !== null);
}
