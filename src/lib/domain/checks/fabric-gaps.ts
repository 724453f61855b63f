import type { LngLat } from '../../geo/coordinates.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { NearestBorder } from '../../geo/nearest-border.ts';
import { gapsBetween, type FabricGap } from '../fabric/fabric-faults.ts';
import { levelOf } from '../fabric/neighbours.ts';
import type { Area, Item, ItemId, PatrolZone } from '../items.ts';
import type { CheckFinding } from './check-finding.ts';
import { polygonsOf, type CheckedPlan } from './checked-plan.ts';
import { placeOfGround } from './ground-place.ts';
import { remembered } from './remembered.ts';

/** Less than a square decimetre is what rounding leaves. */
export const LEAST_GAP_M2 = 0.01;
/** A gap that is no wider than this on average, or no larger, comes of borders drawn apart. */
const SLIVER_M = 10;
const SMALL_M2 = 1000;
/** A side of a gap lies on a border that is no farther off than this. */
const ON_BORDER_M = 0.05;

/**
 * Ground that two or more patrol zones enclose and none of them holds, and so for the areas of each level of
 * the administration; from a square decimetre up. A hole in one of them alone was drawn as one.
 *
 * Can be given to any that borders on it, first to the one with the longest border in common. Plain for
 * slivers: no wider than 10 m on average, or no larger than 1,000 m². What is larger
 * may be a lake or a base, and is for a person to judge.
 */
export const fabricGaps = remembered(
	({ items }: CheckedPlan) => [...items.ofKind('patrol-zone'), ...items.ofKind('area')],
	gapsIn
);

function gapsIn({ items }: CheckedPlan): CheckFinding[] {
	const zones = items.ofKind('patrol-zone');
	const byLevel = new Map<string, Area[]>();
	for (const area of items.ofKind('area')) {
		if (levelOf(area) === 'custom') continue;
		byLevel.set(levelOf(area), [...(byLevel.get(levelOf(area)) ?? []), area]);
	}
	return [zones, ...byLevel.values()].flatMap((fabric: readonly (PatrolZone | Area)[]) => {
		const borders = new Map<ItemId, NearestBorder>();
		const borderOf = (id: ItemId): NearestBorder => {
			const found = borders.get(id) ?? new NearestBorder(polygonsOf(items.get(id) as Item));
			borders.set(id, found);
			return found;
		};
		return gapsBetween(fabric)
			.filter(({ areaM2, beside }) => areaM2 >= LEAST_GAP_M2 && beside.length > 1)
			.map((gap) => findingOf(gap, fabric[0]?.kind === 'area' ? 'areas-gap' : 'zones-gap', borderOf));
	});
}

function findingOf(
	{ areaM2, ground, beside }: FabricGap,
	code: 'zones-gap' | 'areas-gap',
	borderOf: (id: ItemId) => NearestBorder
): CheckFinding {
	const sides = ground.coordinates.flatMap(sidesOf);
	const perimeterM = sides.reduce((sum, { lengthM }) => sum + lengthM, 0);
	const shares = beside.map((id) => ({ id, lengthM: alongM(sides, borderOf(id)) }));
	shares.sort((a, b) => b.lengthM - a.lengthM || (a.id < b.id ? -1 : 1));
	const about = shares.map(({ id }) => id);
	const isSliver = areaM2 <= SMALL_M2 || (2 * areaM2) / perimeterM <= SLIVER_M;
	const place = placeOfGround(ground);
	return {
		key: `${code} ${[...about].sort().join(' ')} ${place.at.map((degrees) => degrees.toFixed(5)).join(',')}`,
		code,
		severity: 'warning',
		about,
		areaM2,
		...place,
		fixes: about.map((into) => ({ how: 'fill', into })),
		isPlain: isSliver
	};
}

interface GapSide {
	readonly middle: LngLat;
	readonly lengthM: number;
}

function sidesOf(ring: readonly (readonly number[])[]): GapSide[] {
	return ring.slice(1).map((b, i) => {
		const a = ring[i] as LngLat;
		const { metresPerLng, metresPerLat } = localPlane(a);
		const [dx, dy] = [(b[0] as number) - a[0], (b[1] as number) - a[1]];
		return {
			middle: [a[0] + dx / 2, a[1] + dy / 2],
			lengthM: Math.hypot(dx * metresPerLng, dy * metresPerLat)
		};
	});
}

/** How much of a gap's outline runs along a border. */
function alongM(sides: readonly GapSide[], border: NearestBorder): number {
	let sum = 0;
	for (const { middle, lengthM } of sides) {
		if ((border.nearest(middle)?.lengthM ?? Infinity) <= ON_BORDER_M) sum += lengthM;
	}
	return sum;
}
