import { apiError } from './api-error.ts';

/** The answer to a method that a place which can only be read does not have. */
export function onlyReads({ request, url }: { request: Request; url: URL }): Response {
	const message = `${request.method} ${url.pathname} is not possible, only GET and HEAD`;
	return apiError(405, 'method-not-allowed', message, { allow: 'GET, HEAD' });
}
