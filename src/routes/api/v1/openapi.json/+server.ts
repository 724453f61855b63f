import { json } from '@sveltejs/kit';
import { OPENAPI } from '$lib/server/openapi.ts';
import { onlyReads } from '$lib/server/only-reads.ts';

/** The description of this interface. */
export function GET(): Response {
	return json(OPENAPI);
}

export const fallback = onlyReads;
