/** The bytes of the road graph at `url`; rejects with what was answered where it did not come. */
export async function fetchBytes(url: string): Promise<ArrayBuffer> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`the road graph at ${url} answered ${response.status}`);
	return response.arrayBuffer();
}
