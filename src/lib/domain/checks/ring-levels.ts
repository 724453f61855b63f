import type { ControlRing, RingLevel } from '../items.ts';
import type { CheckFinding, CheckFix } from './check-finding.ts';
import type { CheckedPlan } from './checked-plan.ts';
import { placeOfItem } from './item-place.ts';
import { doRingsMeet } from './ring-relation.ts';

const LEVELS: readonly RingLevel[] = [1, 2, 3];

/**
 * Rings of one level: for each ring after the first of its level (in the order of the plan) a finding
 * about it and the first. A note where they lie apart, as the cores of two towns may; a warning where
 * they meet, for then one of them has the wrong level. Offers the levels that no ring has.
 */
export function ringLevels({ items }: CheckedPlan): CheckFinding[] {
	const rings = [...items.ofKind('control-ring')].sort((a, b) => a.rank - b.rank);
	const free = LEVELS.filter((level) => !rings.some((ring) => ring.properties.level === level));
	const first = new Map<RingLevel, ControlRing>();
	return rings.flatMap((ring): CheckFinding[] => {
		const { level } = ring.properties;
		const other = first.get(level);
		if (!other) {
			first.set(level, ring);
			return [];
		}
		return [
			{
				key: `ring-level-twice ${ring.id} ${other.id}`,
				code: 'ring-level-twice',
				severity: doRingsMeet(ring, other) ? 'warning' : 'note',
				about: [ring.id, other.id],
				...placeOfItem(ring),
				level,
				fixes: free.map((to): CheckFix => ({ how: 'set-level', id: ring.id, level: to })),
				isPlain: false
			}
		];
	});
}
