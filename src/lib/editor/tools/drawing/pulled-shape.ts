import { circleRing } from '../../../geo/circle-ring.ts';
import type { LngLat } from '../../../geo/coordinates.ts';
import { rounded } from '../../../geo/rounded.ts';
import type { Projection } from '../pointer-tool.ts';
import { sideM } from './measured-line.ts';

/** Shapes that are pulled open, or set by two clicks. */
export type PulledShape = 'rectangle' | 'circle';

/**
 * The corners of a rectangle as it lies on screen between two corners, or of a circle about `from` through `to`, the
 * first not repeated; null where it has no width.
 */
export function pulledShape(
	shape: PulledShape,
	from: LngLat,
	to: LngLat,
	{ project, unproject }: Projection
): LngLat[] | null {
	if (shape === 'circle') {
		const radiusM = sideM(from, to);
		return radiusM > 0 ? circleRing(from, radiusM).slice(0, -1) : null;
	}
	const [a, b] = [project(from), project(to)];
	if (Math.abs(a.px - b.px) < 1 || Math.abs(a.py - b.py) < 1) return null;
	const corner = (px: number, py: number): LngLat => rounded(unproject({ px, py }));
	return [from, corner(b.px, a.py), to, corner(a.px, b.py)];
}
