import { apiError } from '$lib/server/api-error.ts';
import { packFile, tilesFolder } from '$lib/server/region-packs.ts';
import { sendFile } from '$lib/server/send-file.ts';
import { onlyReads } from '$lib/server/only-reads.ts';

interface Asked {
	params: { name: string; file: string };
	request: Request;
}

/** A file of a region pack, whole or in ranges. */
export async function GET({ params: { name, file }, request }: Asked): Promise<Response> {
	const path = packFile(tilesFolder(), name, file);
	if (path === null) {
		return apiError(404, 'not-found', `region ${name} has no ${file}; see /api/v1/regions`);
	}
	return sendFile(path, request);
}

export const HEAD = GET;

export const fallback = onlyReads;
