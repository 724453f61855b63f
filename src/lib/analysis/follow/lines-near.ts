import type { RegionLines } from '../../domain/findings/region-lines.ts';
import { borderLine, lineMeetsBox, type Borders } from '../../geo/borders.ts';
import type { Bbox } from '../../geo/coordinates.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { Roads } from '../../network/roads.ts';

/** No more points than this are handed over. */
const MOST_POINTS = 200_000;

/** Streets, then waters and railways, that come into `bbox`; whole lines, in the order of the files. */
export function linesNear(roads: Roads | null, borders: Borders | null, bbox: Bbox): RegionLines {
	const [west, south, east, north] = bbox.map((degrees) => Math.round(degrees * GRID_PER_DEG));
	const coords: number[] = [];
	const start = [0];
	let isCut = false;
	const isFull = (): boolean => (isCut ||= coords.length / 2 > MOST_POINTS);
	if (roads) {
		const { shapeStart, shapeLng, shapeLat } = roads.graph;
		const edges = new Set<number>();
		for (const s of roads.segments?.search(west, south, east, north) ?? []) edges.add(roads.segmentEdge[s]);
		for (const edge of [...edges].sort((a, b) => a - b)) {
			if (isFull()) break;
			for (let i = shapeStart[edge]; i < shapeStart[edge + 1]; i++) coords.push(shapeLng[i], shapeLat[i]);
			start.push(coords.length / 2);
		}
	}
	const streets = start.length - 1;
	for (let l = 0; borders && l < borders.lineKind.length && !isFull(); l++) {
		const line = borderLine(borders, l);
		if (!lineMeetsBox(line, west, south, east, north)) continue;
		for (const value of line) coords.push(value);
		start.push(coords.length / 2);
	}
	return { coords: Int32Array.from(coords), start: Uint32Array.from(start), streets, isCut };
}
