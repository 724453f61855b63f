import type { LngLat } from '../../geo/coordinates.ts';
import { NearestBorder } from '../../geo/nearest-border.ts';
import type { ItemId } from '../items.ts';
import type { CheckFinding, CheckFix } from './check-finding.ts';
import { polygonsOf, type CheckedPlan } from './checked-plan.ts';
import { boxOfPlace } from './item-place.ts';

/** A ring whose line passes this near is the one that was meant, where there is no other. */
const OWN_RING_M = 150;

/**
 * Checkpoints that name a ring the plan does not have: none of that id, or something that is no ring.
 * Plain: it is given the only ring whose line passes within 150 m, or else names none any more, which
 * changes no answer.
 */
export function lostRings({ items }: CheckedPlan): CheckFinding[] {
	const rings = items.ofKind('control-ring').map((ring) => ({
		ring: ring.id,
		line: new NearestBorder(polygonsOf(ring).map((polygon) => polygon.slice(0, 1)))
	}));
	return items.ofKind('checkpoint').flatMap(({ id, properties, geometry }): CheckFinding[] => {
		const { ring: named } = properties;
		if (named === undefined || items.get(named as ItemId)?.kind === 'control-ring') return [];
		const at = geometry.coordinates as readonly number[] as LngLat;
		const near = rings.filter(({ line }) => (line.nearest(at)?.lengthM ?? Infinity) <= OWN_RING_M);
		const take = near.map(({ ring }): CheckFix => ({ how: 'take-ring', id, ring }));
		const forget: CheckFix = { how: 'forget-ring', id };
		return [
			{
				key: `checkpoint-ring-gone ${id}`,
				code: 'checkpoint-ring-gone',
				severity: 'warning',
				about: [id],
				at,
				bbox: boxOfPlace(at),
				named,
				fixes: take.length === 1 ? [...take, forget] : [forget, ...take],
				isPlain: true
			}
		];
	});
}
