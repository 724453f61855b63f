import { json } from '@sveltejs/kit';
import { listRegions, tilesFolder } from '$lib/server/region-packs.ts';
import { onlyReads } from '$lib/server/only-reads.ts';

/** Manifests of the region packs that are built, by name. */
export async function GET(): Promise<Response> {
	return json(await listRegions(tilesFolder()), { headers: { 'cache-control': 'no-cache' } });
}

export const fallback = onlyReads;
