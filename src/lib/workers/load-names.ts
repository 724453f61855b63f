import type { PlaceNames } from '../domain/place-names.ts';
import { decodeNames } from '../formats/names-file.ts';

/** The names of a region pack; null where it is of an older edition and has no such file. */
export async function loadNames(url: string): Promise<PlaceNames | null> {
	const response = await fetch(url);
	if (response.status === 404) return null;
	if (!response.ok) throw new Error(`the names at ${url} answered ${response.status}`);
	return decodeNames(await response.arrayBuffer());
}
