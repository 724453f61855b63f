/** West, south, east and north of rings of the integer grid; turned inside out where there is no point. */
export function boxOfRings(
	rings: readonly Int32Array[]
): [west: number, south: number, east: number, north: number] {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const ring of rings) {
		for (let i = 0; i < ring.length; i += 2) {
			west = Math.min(west, ring[i]);
			south = Math.min(south, ring[i + 1]);
			east = Math.max(east, ring[i]);
			north = Math.max(north, ring[i + 1]);
		}
	}
	return [west, south, east, north];
}
