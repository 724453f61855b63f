/** `answer` as the bytes of a JSON file: printed here, a large one does not hold the page up. */
export function fileBytes(answer: object): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(JSON.stringify(answer));
}
