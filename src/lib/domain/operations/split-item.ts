import { areaM2 } from '../../geo/fabric/common-area.ts';
import { fromGrid } from '../../geo/fabric/ground-shape.ts';
import type { Laid, Rings } from '../../geo/fabric/lay.ts';
import { layThrough, sidesNear } from '../../geo/fabric/through-walls.ts';
import type { LngLat } from '../../geo/coordinates.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { fitGrounds, type Change } from '../fabric/fit-grounds.ts';
import { groundOf, isNo } from '../fabric/ground-of.ts';
import { mergeSlivers, type LeastPiece } from '../fabric/merge-slivers.ts';
import type { Item, ItemId } from '../items.ts';
import { lastRank } from '../last-rank.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Splits the ground of an item along lines; several lines are a network, as of roads. What ends within
 * the ground parts nothing and is passed over. The largest piece keeps the id, and with it the parts
 * that no line runs through; the others are new items with its properties, the larger first, with the
 * ids that `newIds` gives for their count. What is less than `least` goes to the piece beside it. Neighbours get the new corners on their borders.
 *
 * Refuses where nothing is parted, and ids that the plan has. Throws a `RangeError` for too few ids.
 */
export const splitItem = atRest(function splitItem(
	plan: Plan,
	id: ItemId,
	lines: readonly (readonly LngLat[])[],
	newIds: (count: number) => readonly ItemId[],
	least?: LeastPiece
): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const laid = layThrough(shape.parts, sidesNear(lines, shape.box), partOf);
	const { kept, pieces } = laid ? sortPieces(laid, shape.parts.length, least) : { kept: [], pieces: [] };
	if (pieces.length < 2) return refuse({ code: 'nothing-split', severity: 'error', featureId: id });
	const [largest, ...rest] = pieces;
	const ids = newIds(rest.length);
	if (ids.length < rest.length) {
		throw new RangeError(`${ids.length} new ids, wanted ${rest.length}`);
	}
	const taken = ids.slice(0, rest.length).find((one, i) => plan.items.has(one) || ids.indexOf(one) !== i);
	if (taken !== undefined) {
		return refuse({ code: 'duplicate-id', severity: 'error', featureId: taken, seen: taken });
	}
	const rank = lastRank(plan);
	const changes: Change[] = [
		{ item, rings: [largest, ...kept].flat() },
		...rest.map((rings, i) => ({
			item: { ...item, id: ids[i], rank: rank + 1 + i } as Item,
			rings,
			from: [id]
		}))
	];
	return fitGrounds(plan, { verb: 'split', kind: item.kind, name: item.properties.name, count: 1 }, changes);
});

/** The part that ground belongs to; parts are laid as grounds of their own. */
function partOf(present: readonly number[]): number {
	return present[0] ?? -1;
}

/** The pieces of the parts that were cut, the largest first, and the parts that were not. */
function sortPieces(laid: Laid, parts: number, least?: LeastPiece): { kept: Rings[]; pieces: Rings[] } {
	const byPart = Array.from({ length: parts }, (): Rings[] => []);
	for (const { key, rings } of laid.faces(partOf)) byPart[key].push(rings);
	const cut = byPart.filter((faces) => faces.length > 1).flat();
	const pieces = least && cut.length > 1 ? mergeSlivers(cut, least) : cut;
	const areas = new Map(pieces.map((rings) => [rings, areaM2(rings)]));
	pieces.sort(
		(a, b) => (areas.get(b) as number) - (areas.get(a) as number) || westernmost(a) - westernmost(b)
	);
	return { kept: byPart.filter((faces) => faces.length === 1).flat(), pieces };
}

/** Tells pieces of equal area apart by their place. */
function westernmost([shell]: Rings): number {
	let west = Infinity;
	for (let i = 0; i < shell.length; i += 2) west = Math.min(west, fromGrid(shell[i]) + shell[i + 1] * 1e-12);
	return west;
}
