import type { Px } from '../../../geo/coordinates.ts';
import { simplify } from '../../../geo/simplify.ts';

/** A line by hand strays no farther than this from what is kept of it, in pixels. */
const TOLERANCE_PX = 2;

/** The places of the screen that are kept of a line drawn by hand; its ends always are. */
export function handStroke(path: readonly Px[]): Px[] {
	const flat = path.flatMap(({ px, py }) => [px, py]);
	const kept = simplify(flat, TOLERANCE_PX, false);
	return Array.from({ length: kept.length / 2 }, (_, i) => ({
		px: kept[2 * i] as number,
		py: kept[2 * i + 1] as number
	}));
}
