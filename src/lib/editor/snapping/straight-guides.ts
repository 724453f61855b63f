import type { LngLat, Px } from '../../geo/coordinates.ts';
import type { Projection } from '../tools/pointer-tool.ts';
import { rounded } from '../../geo/rounded.ts';
import type { Side } from './line-index.ts';
import type { SnapContext, Snapped, SnapTo } from './snapped.ts';

interface Straight {
	readonly at: LngLat;
	readonly to: SnapTo;
	readonly guides: Snapped['guides'];
}

/**
 * Places that would make a right angle with the last side, run straight on from it, or run parallel to a side that is
 * near; for a corner between two others, the place where they meet at a right angle. Angles are those on screen.
 */
export function straightGuides(
	p: Px,
	projection: Projection,
	near: readonly Side[],
	{ line = [], next }: SnapContext
): Straight[] {
	const last = line[line.length - 1];
	if (!last) return [];
	const from = projection.project(last);
	const found: Straight[] = [];
	const along = (dx: number, dy: number, to: SnapTo, why: readonly LngLat[] | null): void => {
		const lengthSq = dx * dx + dy * dy;
		if (lengthSq < 1) return;
		const t = ((p.px - from.px) * dx + (p.py - from.py) * dy) / lengthSq;
		const at = rounded(projection.unproject({ px: from.px + t * dx, py: from.py + t * dy }));
		found.push({ at, to, guides: [[last, at], ...(why ? [why] : [])] });
	};
	const before = line[line.length - 2];
	if (before) {
		const b = projection.project(before);
		const [dx, dy] = [from.px - b.px, from.py - b.py];
		along(-dy, dx, 'right-angle', [before, last]);
		along(dx, dy, 'straight-on', [before, last]);
	}
	if (next) {
		const far = projection.project(next);
		const [mx, my] = [(from.px + far.px) / 2, (from.py + far.py) / 2];
		const [dx, dy] = [p.px - mx, p.py - my];
		const away = Math.hypot(dx, dy);
		// a corner on the circle over the line between its neighbours is a right one (Thales)
		if (away > 0) {
			const scale = Math.hypot(far.px - from.px, far.py - from.py) / 2 / away;
			const at = rounded(projection.unproject({ px: mx + dx * scale, py: my + dy * scale }));
			found.push({ at, to: 'right-angle', guides: [[last, at, next]] });
		}
	}
	for (const { a, b } of near) {
		const [s, e] = [projection.project(a), projection.project(b)];
		along(e.px - s.px, e.py - s.py, 'parallel', [a, b]);
	}
	return found;
}
