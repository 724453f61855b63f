import { ringsOf, isObserver, type Sight } from '../../../src/lib/analysis/coverage/item-rings.ts';
import type { Assumptions } from '../../../src/lib/domain/assumptions.ts';
import type { Item } from '../../../src/lib/domain/items.ts';
import { NEED } from '../../../src/lib/domain/needs.ts';
import { isWithin } from '../../support/sight-oracle.ts';
import { signedArea } from '../../support/valid-polygon.ts';

/** What a place is: held, or open for this reason. */
export type Verdict =
	'covered' | 'off-duty' | 'not-integrated' | 'broken' | 'too-coarse' | 'occluded' | 'no-camera';

/** Ground that one item holds, or would hold if `needs` were met. */
export interface Claim {
	readonly rings: readonly Int32Array[];
	readonly needs: number;
	readonly box: readonly [west: number, south: number, east: number, north: number];
}

/** Hours that the scenes use, and whether they are open at noon. */
const OPEN_AT_NOON: Record<string, boolean> = { '06:00-18:00': true, '20:00-06:00': false };

/** What every observer claims, its standing read from its properties one by one. `at`, where given, is noon. */
export function claimsOf(
	items: Iterable<Item>,
	{ at, minPxPerM, without }: Assumptions,
	walls: Sight['walls']
) {
	const claims: Claim[] = [];
	for (const item of items) {
		if (!isObserver(item, 'all') || without.includes(item.id)) continue;
		const { health, integrated, status, hours } = item.properties as Record<string, unknown>;
		let own = 0;
		if (health === 'broken' || health === 'impaired') own |= NEED.REPAIR;
		if (integrated === false) own |= NEED.JOIN;
		if (status === 'planned') own |= NEED.PLANNED;
		if (at !== undefined && typeof hours === 'string' && !OPEN_AT_NOON[hours]) own |= NEED.DUTY;
		const { rings, needs } = ringsOf(item, { minPxPerM, walls });
		for (const of of new Set(needs)) {
			const mine = rings.filter((_, r) => needs[r] === of);
			claims.push({ rings: mine, needs: of | own, box: boxOf(mine) });
		}
	}
	return claims;
}

/** Verdicts, least effort first. */
export const EFFORT: readonly Verdict[] = [
	'covered',
	'off-duty',
	'not-integrated',
	'broken',
	'too-coarse',
	'occluded',
	'no-camera'
];
const NOTHING_HELPS = EFFORT.length - 1;

/** Place in `EFFORT` of what it takes for a claim to hold its ground, the needs `granted` met. */
export function effortOf({ needs }: Claim, granted = 0): number {
	const missing = needs & ~granted;
	// what is not built, not aimed or not certain is no reason
	if (missing & (NEED.PLANNED | NEED.PTZ | NEED.LIKELY | NEED.POSSIBLE)) return NOTHING_HELPS;
	if (missing & NEED.CLEAR) return 5;
	if (missing & NEED.COARSE) return 4;
	if (missing & NEED.REPAIR) return 3;
	if (missing & NEED.JOIN) return 2;
	return missing & NEED.DUTY ? 1 : 0;
}

/** What the place (`x`, `y`) of the grid is by what claims it: of those that could hold it, the one that takes least. */
export function verdictAt(x: number, y: number, claims: readonly Claim[], granted = 0): Verdict {
	let best = NOTHING_HELPS;
	for (const claim of claims) {
		const { rings, box } = claim;
		if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
		const effort = effortOf(claim, granted);
		if (effort < best && isHeld(rings, x, y)) best = effort;
	}
	return EFFORT[best];
}

/** Exteriors may overlap, as those of a patrol route do; each hole takes from one of them. */
function isHeld(rings: readonly Int32Array[], x: number, y: number): boolean {
	let depth = 0;
	for (const ring of rings) if (isWithin([ring], x, y)) depth += signedArea(ring) > 0 ? 1 : -1;
	return depth > 0;
}

function boxOf(rings: readonly Int32Array[]): Claim['box'] {
	const xs = rings.flatMap((ring) => Array.from(ring).filter((_, i) => i % 2 === 0));
	const ys = rings.flatMap((ring) => Array.from(ring).filter((_, i) => i % 2 === 1));
	return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
