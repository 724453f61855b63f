import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { isSound } from '../../geo/fabric/is-sound.ts';
import { lay, type Rings } from '../../geo/fabric/lay.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { linesOf } from '../fabric/corners.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { groundOf, isNo, labelOf } from '../fabric/ground-of.ts';
import type { Item, ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { validateItem } from '../validate-item.ts';

/**
 * Makes a valid shape of an item's: of bow-ties both wings, of parts that overlap one, without spikes and
 * repeated corners, closed. A place belongs to the shape where an exterior is wound round it and no hole of
 * that part is (nonzero winding). Refuses where nothing is wrong (`nothing-to-repair`), and where
 * nothing would be left.
 */
export const repairItem = atRest(function repairItem(plan: Plan, id: ItemId): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item } = ground;
	if (!isAmiss(item, ground.shape.parts)) {
		return refuse({ code: 'nothing-to-repair', severity: 'error', featureId: id });
	}
	const faces = repairedFaces(linesOf(item));
	if (faces.length === 0) return refuse({ code: 'nothing-left', severity: 'error', featureId: id });
	return fitGrounds(plan, labelOf('repair', [item]), [{ item, rings: faces.flat() }]);
});

/** The valid polygons that stand for the ground of any rings at all, each part an exterior and its holes. */
export function repairedFaces(parts: readonly (readonly (readonly (readonly number[])[])[])[]): Rings[] {
	const grounds: Rings[] = [];
	for (const [shell, ...holes] of parts) {
		grounds.push([rawRing(shell)], holes.map(rawRing));
	}
	const laid = lay({ grounds });
	const faces = laid.faces((_, counts) => {
		const wound = new Set(counts.filter((_label, i) => i % 2 === 0));
		return parts.some((_part, p) => wound.has(2 * p) && !wound.has(2 * p + 1)) ? 0 : -1;
	});
	return faces.map(({ rings }) => rings);
}

function isAmiss(item: Item, parts: readonly Rings[]): boolean {
	if (validateItem(item).some(({ path }) => path?.startsWith('geometry'))) return true;
	const lines = linesOf(item);
	if (lines.length !== parts.length || lines.flat().length !== parts.flat().length) return true;
	const corners = (rings: Rings) => rings.reduce((sum, ring) => sum + ring.length / 2, 0);
	if (lines.flat().some((line, r) => line.length - 1 !== corners([parts.flat()[r]]))) return true;
	return !isSound(parts);
}

function rawRing(line: readonly (readonly number[])[]): Int32Array {
	const ring = new Int32Array(2 * line.length);
	for (const [i, [lng, lat]] of line.entries()) {
		ring[2 * i] = Math.round(lng * GRID_PER_DEG);
		ring[2 * i + 1] = Math.round(lat * GRID_PER_DEG);
	}
	return ring;
}
