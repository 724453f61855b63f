import type { Checkpoint, ControlRing } from '../../domain/items.ts';
import type { Crossing } from '../../domain/findings/sealing.ts';
import { localPlane, toPlane } from '../../geo/local-plane.ts';
import { distanceToSegmentM } from '../sealing/near-span.ts';

/** A checkpoint that names no ring belongs to one whose line it stands this near to. */
const NEAR_LINE_M = 150;

/**
 * The checkpoints of `ring`: those that name it, those that hold one of its crossings, and of those that
 * name none the ones within 150 m of its line.
 */
export function postsOfRing(
	ring: ControlRing,
	checkpoints: readonly Checkpoint[],
	crossings: readonly Crossing[]
): Checkpoint[] {
	const holding = new Set(
		crossings.flatMap(({ ring: of, checkpoint }) => (of === ring.id && checkpoint ? [checkpoint] : []))
	);
	return checkpoints.filter((checkpoint) => {
		const named = checkpoint.properties.ring;
		if (named === ring.id || holding.has(checkpoint.id)) return true;
		return !named && metresFromLine(ring, checkpoint) <= NEAR_LINE_M;
	});
}

function metresFromLine(ring: ControlRing, { geometry }: Checkpoint): number {
	const [lng, lat] = geometry.coordinates;
	const plane = localPlane([lng, lat]);
	let nearest = Infinity;
	const line = ring.geometry.coordinates[0] ?? [];
	for (let i = 1; i < line.length; i++) {
		const a = toPlane(plane, [line[i - 1][0], line[i - 1][1]]);
		const b = toPlane(plane, [line[i][0], line[i][1]]);
		nearest = Math.min(nearest, distanceToSegmentM(0, 0, a.x, a.y, b.x, b.y));
	}
	return nearest;
}
