import type { SplittingRoadsAnswer } from '../../domain/findings/splitting-roads.ts';
import { fromGrid } from '../../geo/fabric/ground-shape.ts';
import type { LngLat } from '../../geo/coordinates.ts';

/** The roads of an answer as lines of places. */
export function linesOfRoads({ coords, start }: SplittingRoadsAnswer): LngLat[][] {
	return Array.from({ length: start.length - 1 }, (_, l) =>
		Array.from({ length: start[l + 1] - start[l] }, (__, i): LngLat => {
			const k = 2 * (start[l] + i);
			return [fromGrid(coords[k]), fromGrid(coords[k + 1])];
		})
	);
}
