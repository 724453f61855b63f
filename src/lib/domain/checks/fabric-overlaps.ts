import { groundShape } from '../../geo/fabric/ground-shape.ts';
import { areaM2 } from '../../geo/fabric/common-area.ts';
import { overlapsBetween, type FabricOverlap } from '../fabric/fabric-faults.ts';
import { levelOf, mayNotOverlap } from '../fabric/neighbours.ts';
import type { Item, ItemId } from '../items.ts';
import type { CheckFinding } from './check-finding.ts';
import type { CheckedPlan } from './checked-plan.ts';
import { placeOfGround } from './ground-place.ts';
import { nearPairs } from './near-pairs.ts';

/** Less than a square decimetre is what rounding leaves; nothing is made of it, and nothing can be cut. */
export const LEAST_OVERLAP_M2 = 0.01;
/** Two shapes whose ground differs by less than this share of it are one drawn twice. */
const SAME_SHARE = 1e-6;

/**
 * Patrol zones that lie over each other, and areas of one level (an area without one is `custom`): for
 * each two a finding with the ground they share, from a square decimetre up. Borders and corners may be
 * shared. About the one it is best taken off first: the larger, so that a zone within another makes a
 * hole there rather than be lost; of two as large, the later one in the plan.
 *
 * Plain, except where both are the same ground, for then one of them would be removed, and for areas
 * that are of no level of the administration: those may well be meant to, which makes it a note.
 */
export function* fabricOverlaps({ items }: CheckedPlan): Generator<undefined, CheckFinding[]> {
	const found: CheckFinding[] = [];
	let looked = 0;
	for (const kind of ['patrol-zone', 'area'] as const) {
		for (const [a, b] of nearPairs<Item>(items.ofKind(kind))) {
			const overlap = overlapOf(a, b);
			if (overlap && overlap.areaM2 >= LEAST_OVERLAP_M2) {
				found.push(findingOf(overlap, (id) => items.get(id) as Item));
			}
			if (++looked % 20 === 0) yield;
		}
	}
	return found;
}

/** Shapes never change: what was found of two stays, and an edit costs what it touches. */
const known = new WeakMap<object, WeakMap<object, FabricOverlap | null>>();

function overlapOf(a: Item, b: Item): FabricOverlap | null {
	if (!mayNotOverlap(a, b)) return null;
	const ofA = known.get(a.geometry) ?? new WeakMap<object, FabricOverlap | null>();
	known.set(a.geometry, ofA);
	let overlap = ofA.get(b.geometry);
	if (overlap === undefined) ofA.set(b.geometry, (overlap = overlapsBetween([a, b])[0] ?? null));
	return overlap && { ...overlap, a: a.id, b: b.id };
}

function findingOf(overlap: FabricOverlap, itemOf: (id: ItemId) => Item): CheckFinding {
	const [a, b] = [itemOf(overlap.a), itemOf(overlap.b)];
	const [sizeA, sizeB] = [sizeM2(a), sizeM2(b)];
	const isSame = Math.abs(sizeA - sizeB) <= SAME_SHARE * sizeA && overlap.areaM2 >= sizeA * (1 - SAME_SHARE);
	const isFromA = sizeA > sizeB || (sizeA === sizeB && a.rank > b.rank);
	const [from, other] = isFromA ? [a, b] : [b, a];
	const isFree = a.kind === 'area' && levelOf(a) === 'custom';
	const code = a.kind === 'area' ? 'areas-overlap' : 'zones-overlap';
	return {
		key: `${code} ${[a.id, b.id].sort().join(' ')}`,
		code,
		severity: isFree ? 'note' : 'error',
		about: [from.id, other.id],
		areaM2: overlap.areaM2,
		...placeOfGround(overlap.ground),
		fixes: [
			{ how: 'cut', from: from.id },
			{ how: 'cut', from: other.id }
		],
		isPlain: !isSame && !isFree
	};
}

function sizeM2({ geometry }: Item): number {
	const shape = groundShape(geometry);
	return shape ? areaM2(shape.rings) : 0;
}
