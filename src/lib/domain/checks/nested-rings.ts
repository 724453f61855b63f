import type { ControlRing } from '../items.ts';
import type { CheckFinding, CheckFix } from './check-finding.ts';
import type { CheckedPlan } from './checked-plan.ts';
import { placeOfItem } from './item-place.ts';
import { cornerOutside, crossingOfRings, isRingWithin } from './ring-relation.ts';

/**
 * Rings that lie in none of the next level outwards, though the plan has some: core within outer,
 * outer within border; where there is no outer ring, core within border. Lines may touch and run
 * together. About the inner ring and the outer one it should lie in, of several the first.
 *
 * Where the inner one holds the outer one, their levels can be swapped; where its line leaves the outer
 * one, what lies outside can be cut off. Neither is plain: either line may be the wrong one.
 */
export function nestedRings({ items }: CheckedPlan): CheckFinding[] {
	const rings = [...items.ofKind('control-ring')].sort((a, b) => a.rank - b.rank);
	return rings.flatMap((ring): CheckFinding[] => {
		const farther = rings.filter(({ properties }) => properties.level > ring.properties.level);
		const next = Math.min(...farther.map(({ properties }) => properties.level));
		const parents = farther.filter(({ properties }) => properties.level === next);
		const [outer] = parents;
		if (!outer || parents.some((parent) => isRingWithin(ring, parent))) return [];
		const { bbox } = placeOfItem(ring);
		const at = cornerOutside(ring, outer) ?? crossingOfRings(ring, outer) ?? placeOfItem(ring).at;
		return [
			{
				key: `ring-not-nested ${ring.id} ${outer.id}`,
				code: 'ring-not-nested',
				severity: 'error',
				about: [ring.id, outer.id],
				at: [at[0], at[1]],
				bbox,
				level: ring.properties.level,
				fixes: waysOut(ring, outer),
				isPlain: false
			}
		];
	});
}

function waysOut(inner: ControlRing, outer: ControlRing): CheckFix[] {
	if (isRingWithin(outer, inner)) return [{ how: 'swap-levels', ids: [inner.id, outer.id] }];
	return crossingOfRings(inner, outer) ? [{ how: 'clip', id: inner.id }] : [];
}
