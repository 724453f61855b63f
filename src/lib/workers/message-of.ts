/** The sentence of an error of any kind. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
