import type { LngLat } from '../../geo/coordinates.ts';
import { areaM2 } from '../../geo/fabric/common-area.ts';
import { gridBox } from '../../geo/fabric/grid-box.ts';
import { toGrid, type GroundShape } from '../../geo/fabric/ground-shape.ts';
import { lay, type Laid, type Rings } from '../../geo/fabric/lay.ts';
import { groundCommonTo, groundLeftOf, groundTogether } from '../../geo/fabric/set-ground.ts';
import { layThrough, sidesNear } from '../../geo/fabric/through-walls.ts';
import type { Edit } from '../edit.ts';
import { atRest } from '../fabric/at-rest.ts';
import { fitGrounds, type Change } from '../fabric/fit-grounds.ts';
import { groundOf, isNo, labelOf } from '../fabric/ground-of.ts';
import { mayNotOverlap, neighboursOf, type Ground } from '../fabric/neighbours.ts';
import { shareOut } from '../fabric/share-out.ts';
import type { ItemId } from '../items.ts';
import type { Plan } from '../plan.ts';
import { refuse, type Refusal } from '../refusal.ts';

/**
 * Reshapes an item by drawing over it: `line` leaves its border and comes back to it, once or several times.
 * Where it runs outside, the item gains what it encloses with the border; where it runs inside, the item
 * loses the smaller side. Neighbours follow: they lose what the item gains of them, and gain what it
 * loses along the border they shared, each up to where their own borders meet the line.
 *
 * Refuses a line that parts nothing (`misses-border`), and one that leaves a neighbour nothing.
 */
export const drawOver = atRest(function drawOver(
	plan: Plan,
	id: ItemId,
	line: readonly LngLat[]
): Edit | Refusal {
	const ground = groundOf(plan, id);
	if (isNo(ground)) return ground;
	const { item, shape } = ground;
	const box = gridBox([...shape.rings, line.flatMap(([lng, lat]) => [toGrid(lng), toGrid(lat)])]);
	const laid = layThrough(shape.parts, sidesNear([line], box), partOrOutside);
	if (!laid) return refuse({ code: 'misses-border', severity: 'error', featureId: id });
	const { kept, lost, gained } = sortFaces(laid, shape);
	if (lost.length + gained.length === 0) {
		return refuse({ code: 'misses-border', severity: 'error', featureId: id });
	}
	const rings = groundTogether([kept.flat(), gained.flat()]).flat();

	const near = neighboursOf(plan, item, box, new Set([id])).filter((other) =>
		mayNotOverlap(item, other.item)
	);
	const grounds = new Map<Ground, Rings>();
	for (const other of near) {
		if (groundCommonTo(other.shape.rings, gained.flat()).length === 0) continue;
		const left = groundLeftOf(other.shape.rings, [gained.flat()]);
		if (left.length === 0) {
			const seen = item.properties.name ?? id;
			return refuse({ code: 'nothing-left', severity: 'error', featureId: other.item.id, seen });
		}
		grounds.set(other, left.flat());
	}
	for (const face of lost) {
		for (const [owner, piece] of shareOut(face, near, kept)) {
			const before = grounds.get(owner) ?? owner.shape.rings;
			grounds.set(owner, groundTogether([before, piece]).flat());
		}
	}
	const changes: Change[] = [
		{ item, rings },
		...[...grounds].map(([other, after]) => ({ item: other.item, rings: after }))
	];
	return fitGrounds(plan, labelOf('reshape', [item]), changes);
});

const OUTSIDE = -2;

/** The part that ground belongs to; what lies outside has a name too, for lines part it as well. */
function partOrOutside(present: readonly number[]): number {
	return present[0] ?? OUTSIDE;
}

/** What becomes of the faces that a line parts. */
function sortFaces(laid: Laid, shape: GroundShape): { kept: Rings[]; lost: Rings[]; gained: Rings[] } {
	const byPart = shape.parts.map((): Rings[] => []);
	const pockets: Rings[] = [];
	for (const { key, rings, sides } of laid.faces(partOrOutside)) {
		if (key !== OUTSIDE) byPart[key].push(rings);
		else if (sides.some((side) => side.some((h) => laid.isBareWall(h >> 1)))) {
			pockets.push(rings);
		}
	}
	const kept: Rings[] = [];
	const lost: Rings[] = [];
	for (const faces of byPart) {
		const areas = faces.map(areaM2);
		const largest = areas.indexOf(Math.max(...areas));
		for (const [i, face] of faces.entries()) (i === largest ? kept : lost).push(face);
	}
	const gained = gainedOf(pockets, shape);
	return { kept, lost, gained: attached(gained, kept) };
}

/** Of a hole that a line runs through all pieces but the largest; outside, all that it encloses. */
function gainedOf(pockets: readonly Rings[], shape: GroundShape): Rings[] {
	const holes = lay({ grounds: [shape.rings] }).faces((present) => (present.length === 0 ? 0 : -1));
	const gained = new Set(pockets);
	for (const { rings } of holes) {
		const inside = pockets.filter((pocket) => groundCommonTo(pocket, rings).length > 0);
		const areas = inside.map(areaM2);
		const largest = inside[areas.indexOf(Math.max(...areas))];
		if (largest) gained.delete(largest);
	}
	return [...gained];
}

/** Those pieces that hang together with what is kept. */
function attached(pieces: readonly Rings[], kept: readonly Rings[]): Rings[] {
	let whole = [...kept];
	const found: Rings[] = [];
	let open = [...pieces];
	for (let isGrowing = true; isGrowing;) {
		isGrowing = false;
		for (const piece of open) {
			const joined = groundTogether([...whole, piece]);
			if (joined.length > groundTogether(whole).length) continue;
			whole = joined;
			found.push(piece);
			open = open.filter((one) => one !== piece);
			isGrowing = true;
		}
	}
	return found;
}
