import type { LngLat } from '../../geo/coordinates.ts';
import { areaM2 } from '../../geo/fabric/common-area.ts';
import { boxesMeet, gridBox } from '../../geo/fabric/grid-box.ts';
import { toGrid, type GroundShape } from '../../geo/fabric/ground-shape.ts';
import { lay, type Laid, type Rings } from '../../geo/fabric/lay.ts';
import { groundCommonTo, groundTogether, leftOfFirst } from '../../geo/fabric/set-ground.ts';
import { layThrough, sidesNear } from '../../geo/fabric/through-walls.ts';
import type { Face } from '../../geo/fabric/trace-faces.ts';
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
	const rings = groundTogether([...kept, ...gained]).flat();

	const near = neighboursOf(plan, item, box, new Set([id])).filter((other) =>
		mayNotOverlap(item, other.item)
	);
	const grounds = new Map<Ground, Rings>();
	const won = gained.flat();
	for (const other of near) {
		const left = groundLeftTo(other, won);
		if (!left) continue;
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

/** What a neighbour keeps where `won` is taken of it; null where nothing is. */
function groundLeftTo({ shape }: Ground, won: Rings): Rings[] | null {
	if (won.length === 0 || !boxesMeet(shape.box, gridBox(won))) return null;
	const laid = lay({ grounds: [shape.rings, won] });
	if (!laid.arrangement.sets.present.some((present) => present.length === 2)) return null;
	return leftOfFirst(laid);
}

/** What becomes of the faces that a line parts. */
function sortFaces(laid: Laid, shape: GroundShape): { kept: Rings[]; lost: Rings[]; gained: Rings[] } {
	const byPart = shape.parts.map((): Face[] => []);
	const pockets: Face[] = [];
	for (const face of laid.faces(partOrOutside)) {
		if (face.key !== OUTSIDE) byPart[face.key].push(face);
		else if (face.sides.some((side) => side.some((h) => laid.isBareWall(h >> 1)))) pockets.push(face);
	}
	const kept: Face[] = [];
	const lost: Face[] = [];
	for (const faces of byPart) {
		const areas = faces.map(({ rings }) => areaM2(rings));
		const largest = areas.indexOf(Math.max(...areas));
		for (const [i, face] of faces.entries()) (i === largest ? kept : lost).push(face);
	}
	const gained = attached(gainedOf(pockets, shape), kept);
	return { kept: kept.map(ringsOf), lost: lost.map(ringsOf), gained: gained.map(ringsOf) };
}

function ringsOf({ rings }: Face): Rings {
	return rings;
}

/** Of a hole that a line runs through all pieces but the largest; outside, all that it encloses. */
function gainedOf(pockets: readonly Face[], shape: GroundShape): readonly Face[] {
	if (pockets.length === 0 || shape.rings.length === 1) return pockets;
	const holes = lay({ grounds: [shape.rings] }).faces((present) => (present.length === 0 ? 0 : -1));
	const gained = new Set(pockets);
	for (const { rings } of holes) {
		const inside = pockets.filter((pocket) => groundCommonTo(pocket.rings, rings).length > 0);
		const areas = inside.map((pocket) => areaM2(pocket.rings));
		const largest = inside[areas.indexOf(Math.max(...areas))];
		if (largest) gained.delete(largest);
	}
	return [...gained];
}

/** Those pieces that hang together with what is kept by sides, straight or through each other. */
function attached(pieces: readonly Face[], kept: readonly Face[]): Face[] {
	const beyond = new Set<number>();
	const reach = (face: Face): void => {
		for (const side of face.sides) for (const h of side) beyond.add(h ^ 1);
	};
	kept.forEach(reach);
	const found: Face[] = [];
	let open = [...pieces];
	for (;;) {
		const next = open.find(({ sides }) => sides.some((side) => side.some((h) => beyond.has(h))));
		if (!next) return found;
		found.push(next);
		reach(next);
		open = open.filter((one) => one !== next);
	}
}
