import { decodeBorders } from '../formats/borders-file.ts';
import type { Borders } from '../geo/borders.ts';

/** The railways, rivers and water of a region pack; null where it is of an older edition and has no such file. */
export async function loadBorders(url: string): Promise<Borders | null> {
	const response = await fetch(url);
	if (response.status === 404) return null;
	if (!response.ok) throw new Error(`the borders at ${url} answered ${response.status}`);
	return decodeBorders(await response.arrayBuffer());
}
