import type { HandleServerError } from '@sveltejs/kit';

/** What nobody expected: logged under an id that a person can quote, and nothing of it told. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { code: 'not-found', message };
	const id = crypto.randomUUID().slice(0, 8);
	console.error(`cordon: ${id}: ${event.request.method} ${event.url.pathname}:`, error);
	return { code: 'unexpected', message: `Something went wrong here (${id})` };
};
