import type { Position } from 'geojson';
import { fromGrid } from '../../geo/fabric/ground-shape.ts';
import type { Rings } from '../../geo/fabric/lay.ts';
import { areaOfAllM2, groundLeftOf, groundTogether } from '../../geo/fabric/set-ground.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { linesOf } from '../fabric/corners.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { groundOf, isNo, labelOf, ringsOfDrawn } from '../fabric/ground-of.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Less ground than this is what rounding leaves. */
const LEAST_M2 = 1e-4;

/** Cuts a hole with the outline `ring` (closed) out of an item. Refuses an outline that leaves the ground of the item. */
export const addHole = atRest(function addHole(
	plan: Plan,
	id: ItemId,
	ring: readonly Position[]
): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const hole = ringsOfDrawn([[ring]]);
	if (hole.length === 0) return tooFew(id);
	const beyond = groundLeftOf(hole, [shape.rings]);
	if (areaOfAllM2(beyond) > LEAST_M2) {
		const at: [number, number] = [fromGrid(beyond[0][0][0]), fromGrid(beyond[0][0][1])];
		return refuse({ code: 'outside-shape', severity: 'error', featureId: id, at });
	}
	const left = groundLeftOf(shape.rings, [hole]);
	if (left.length === 0) return refuse({ code: 'nothing-left', severity: 'error', featureId: id });
	return fitGrounds(plan, labelOf('reshape', [item]), [{ item, rings: left.flat() }]);
});

/** Gives an item the ground of one of its holes: ring `ring` (1 is the first hole) of part `part`. */
export const removeHole = atRest(function removeHole(
	plan: Plan,
	id: ItemId,
	part: number,
	ring: number
): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const hole = ring > 0 ? linesOf(item)[part]?.[ring] : undefined;
	if (!hole) return noPart(id, `geometry.coordinates[${part}][${ring}]`);
	const together = groundTogether([shape.rings, ringsOfDrawn([[hole]])]);
	return fitGrounds(plan, labelOf('reshape', [item]), [{ item, rings: together.flat() }]);
});

/**
 * Gives an item more ground: the rings of a polygon, exterior first. Where it touches the item along a
 * border they become one part. Refuses what the item holds already, and overlaps in the fabric.
 */
export const addPart = atRest(function addPart(
	plan: Plan,
	id: ItemId,
	rings: readonly (readonly Position[])[]
): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const part = ringsOfDrawn([rings]);
	if (part.length === 0) return tooFew(id);
	if (areaOfAllM2(groundLeftOf(part, [shape.rings])) < LEAST_M2) {
		return refuse({ code: 'nothing-to-add', severity: 'error', featureId: id });
	}
	const together = groundTogether([shape.rings, part]);
	return fitGrounds(plan, labelOf('reshape', [item]), [{ item, rings: together.flat() }]);
});

/** Takes a part of a multipolygon away, holes and all. Refuses the only part. */
export const removePart = atRest(function removePart(plan: Plan, id: ItemId, part: number): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item } = ground;
	const parts = linesOf(item);
	if (!parts[part]) return noPart(id, `geometry.coordinates[${part}]`);
	if (parts.length === 1) return refuse({ code: 'nothing-left', severity: 'error', featureId: id });
	return keepParts(plan, item, ringsOfDrawn(parts.filter((_, p) => p !== part)));
});

function keepParts(plan: Plan, item: Item, rings: Rings): Edit | Refusal {
	return fitGrounds(plan, labelOf('reshape', [item]), [{ item, rings }]);
}

function noPart(id: ItemId, path: string): Refusal {
	return refuse({ code: 'no-such-part', severity: 'error', featureId: id, path });
}

function tooFew(id: ItemId): Refusal {
	return refuse({
		code: 'too-few-points',
		severity: 'error',
		featureId: id,
		path: 'geometry.coordinates[0]',
		seen: '2'
	});
}
