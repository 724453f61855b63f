import { json } from '@sveltejs/kit';
import { OPENAPI } from '$lib/server/openapi.ts';

/** The description of this interface. */
export function GET(): Response {
	return json(OPENAPI);
}
