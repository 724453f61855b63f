/** An error of the HTTP interface: `{ code, message }`, with a code that stays the same. */
export function apiError(status: number, code: string, message: string, headers: HeadersInit = {}): Response {
	return Response.json({ code, message }, { status, headers });
}
