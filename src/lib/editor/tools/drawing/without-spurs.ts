import type { LngLat } from '../../../geo/coordinates.ts';
import { isSamePlace } from '../../../geo/same-place.ts';

/**
 * Corners of ground without those where the line runs back on itself, as it does after a way along a street to a place
 * beside the way on. `points` is closed without the first repeated; so is what is left.
 */
export function withoutSpurs(points: readonly LngLat[]): LngLat[] {
	const kept: LngLat[] = [];
	for (const at of points) {
		if (isSamePlace(kept.at(-1), at)) continue;
		if (isSamePlace(kept.at(-2), at)) kept.pop();
		else kept.push(at);
	}
	// over the seam, where the last corner meets the first
	let from = 0;
	while (kept.length - from > 2) {
		const [last, first] = [kept[kept.length - 1], kept[from]];
		if (isSamePlace(last, first) || isSamePlace(last, kept[from + 1]))
			from += isSamePlace(last, first) ? 0 : 1;
		else if (!isSamePlace(kept[kept.length - 2], first)) break;
		kept.pop();
	}
	return kept.slice(from);
}
