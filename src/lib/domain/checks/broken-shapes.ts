import type { LngLat } from '../../geo/coordinates.ts';
import type { Item } from '../items.ts';
import type { CheckFinding, CheckFix } from './check-finding.ts';
import { polygonsOf, type CheckedPlan } from './checked-plan.ts';
import { placeOfItem } from './item-place.ts';
import { shapeFaultOf, type FoundFault } from './shape-fault.ts';

const SHAPED = ['area', 'control-ring', 'patrol-zone', 'key-site'] as const;

/**
 * Shapes of the plan that are not sound (OGC Simple Features), or sound with something that was not meant
 * (`shapeFaultOf`): one finding a thing, for the first fault; when that is mended the next shows. All are
 * plain: the ground stays the same, or nearly so.
 */
export function* brokenShapes({ items }: CheckedPlan): Generator<undefined, CheckFinding[]> {
	const findings: CheckFinding[] = [];
	let looked = 0;
	for (const kind of SHAPED) {
		for (const item of items.ofKind(kind) as readonly Item[]) {
			const polygons = polygonsOf(item) as unknown as LngLat[][][];
			if (polygons.length === 0) continue;
			const found = known.get(item.geometry) ?? { fault: shapeFaultOf(polygons) };
			known.set(item.geometry, found);
			if (found.fault) findings.push(findingOf(item, found.fault));
			if (++looked % 50 === 0) yield;
		}
	}
	return findings;
}

/** A geometry never changes: what was found of it stays. */
const known = new WeakMap<object, { fault: FoundFault | null }>();

function findingOf(item: Item, { fault, at, corner }: FoundFault): CheckFinding {
	const isUnsound = fault !== 'tiny-part' && fault !== 'tiny-hole' && fault !== 'spike';
	return {
		key: `broken-shape ${item.id}`,
		code: 'broken-shape',
		severity: isUnsound && fault !== 'repeated-corner' ? 'error' : 'warning',
		about: [item.id],
		at,
		bbox: isUnsound ? placeOfItem(item).bbox : [at[0], at[1], at[0], at[1]],
		fault,
		fixes: [fixOf(item, fault, corner)],
		isPlain: true
	};
}

function fixOf({ id }: Item, fault: FoundFault['fault'], at: FoundFault['corner']): CheckFix {
	if (fault === 'spike') return { how: 'drop-corner', id, at };
	if (fault === 'tiny-part' || fault === 'tiny-hole') {
		return { how: 'drop-part', id, part: at.part, ring: at.ring };
	}
	return { how: 'repair', id };
}
