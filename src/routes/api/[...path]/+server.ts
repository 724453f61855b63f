import { apiError } from '$lib/server/api-error.ts';

/** Whatever the interface does not have. */
export function fallback({ url }: { url: URL }): Response {
	return apiError(404, 'not-found', `${url.pathname} does not exist; see /api/v1/openapi.json`);
}
