import { Walls } from '../analysis/coverage/walls.ts';
import { decodeBuildings } from '../formats/buildings-file.ts';

/** The walls of a region pack's buildings; rejects where the file is not to be had. */
export async function loadWalls(url: string): Promise<Walls> {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`the buildings at ${url} answered ${response.status}`);
	return new Walls(decodeBuildings(await response.arrayBuffer()));
}
