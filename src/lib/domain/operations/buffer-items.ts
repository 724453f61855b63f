import type { Polygon, Position } from 'geojson';
import { areaM2, commonAreaM2 } from '../../geo/fabric/common-area.ts';
import { bufferRing, type BufferCorners } from '../../geo/fabric/buffer-ring.ts';
import { gridBox } from '../../geo/fabric/grid-box.ts';
import { shapeOfParts } from '../../geo/fabric/ground-shape.ts';
import type { Rings } from '../../geo/fabric/lay.ts';
import { groundLeftOf, groundTogether } from '../../geo/fabric/set-ground.ts';
import type { Edit } from '../edit.ts';
import { fitGrounds } from '../fabric/fit-grounds.ts';
import { geometryOfFaces } from '../fabric/geometry-of-faces.ts';
import { groundOf, isNo, labelOf } from '../fabric/ground-of.ts';
import { KnownPositions } from '../fabric/known-positions.ts';
import { mayNotOverlap, neighboursOf } from '../fabric/neighbours.ts';
import type { Item, ItemId, RingLevel } from '../items.ts';
import type { Plan } from '../plan.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import type { NewItem } from './add-item.ts';
import { addGround } from './add-ground.ts';
import { reshapeItem } from './reshape-item.ts';
import { atRest } from '../fabric/at-rest.ts';

/** What the ground about things becomes: a thing of its own, or the ground of the one thing it was drawn about. */
export type BufferBecomes = 'patrol-zone' | 'area' | 'control-ring' | 'key-site' | 'itself';

export interface BufferWish {
	/** Metres outwards; negative is inwards, for things with ground. */
	readonly reachM: number;
	readonly corners: BufferCorners;
	readonly becomes: BufferBecomes;
	/** The level of a new ring. */
	readonly level: RingLevel;
}

/** Pieces of ground smaller than this are nothing anyone asked for. */
const LEAST_PIECE_M2 = 1;
/** Less than this lies over another only by rounding. */
const LEAST_OVER_M2 = 0.01;

/**
 * The ground within a distance of things, all of them together, as one new thing with the id given, or as the new ground of
 * the only one (`itself`: a thing with ground, or a key site). Inwards, a thing without ground adds none. A zone and an area
 * leave to others of their fabric what they hold: `inTheWay` says to whom. A ring and a key site
 * have no holes.
 *
 * Refuses `nothing-left` where no ground is left, `falls-apart` where a ring or a key site would be several pieces, and what
 * `addGround` does. Throws a `RangeError` for a reach that is no finite number.
 */
export const bufferItems = atRest(function bufferItems(
	plan: Plan,
	ids: readonly ItemId[],
	wish: BufferWish,
	newId: ItemId
): (Edit & { readonly inTheWay: readonly ItemId[] }) | Refusal {
	const items: Item[] = [];
	for (const id of new Set(ids)) {
		const item = plan.items.get(id);
		if (!item) return refuse({ code: 'no-such-item', severity: 'error', seen: id });
		items.push(item);
	}
	const [first] = items;
	if (!first) return refuse({ code: 'nothing-to-add', severity: 'error' });
	const { becomes } = wish;
	const whole = groundAbout(items, wish);
	const isWhole = becomes === 'control-ring' || becomes === 'key-site' || isOnePiece(becomes, first);
	const faces = isWhole ? whole.map(([shell]) => [shell]) : whole;
	if (faces.length === 0) return refuse({ code: 'nothing-left', severity: 'error', featureId: first.id });
	if (isWhole && faces.length > 1) {
		return refuse({
			code: 'falls-apart',
			severity: 'error',
			featureId: first.id,
			seen: String(faces.length)
		});
	}
	if (becomes === 'itself') return grown(plan, first, faces);
	return addGround(plan, newItem(wish, geometryOfFaces(faces, new KnownPositions([])), newId), newId, 'cut');
});

/** Whether what it becomes may be one piece without holes only. */
function isOnePiece(becomes: BufferBecomes, item: Item): boolean {
	return becomes === 'itself' && (item.kind === 'control-ring' || item.kind === 'key-site');
}

function groundAbout(items: readonly Item[], { reachM, corners }: BufferWish): Rings[] {
	const pieces: Position[][][] = [];
	for (const { geometry } of items) {
		const isGround = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';
		if (reachM <= 0 && !isGround) continue;
		pieces.push(...bufferRing(geometry as Polygon, reachM, corners));
	}
	if (pieces.length === 0) return [];
	const faces = groundTogether([shapeOfParts(pieces).rings]);
	return faces.filter((rings) => areaM2(rings) >= LEAST_PIECE_M2).sort((a, b) => areaM2(b) - areaM2(a));
}

function newItem(wish: BufferWish, geometry: ReturnType<typeof geometryOfFaces>, id: ItemId): NewItem {
	switch (wish.becomes) {
		case 'area':
			return { kind: 'area', geometry, properties: { name: id, level: 'custom' } };
		case 'control-ring':
			return { kind: 'control-ring', geometry: geometry as Polygon, properties: { level: wish.level } };
		case 'key-site':
			return { kind: 'key-site', geometry: geometry as Polygon, properties: { category: 'other' } };
		default:
			return { kind: 'patrol-zone', geometry, properties: { level: 'city' } };
	}
}

/** A thing with new ground; what others of its fabric hold stays theirs. */
function grown(
	plan: Plan,
	item: Item,
	faces: readonly Rings[]
): (Edit & { readonly inTheWay: readonly ItemId[] }) | Refusal {
	const known = new KnownPositions([item]);
	if (item.kind === 'control-ring' || item.kind === 'key-site') {
		const edit = reshapeItem(item, geometryOfFaces(faces, known) as Polygon);
		return isRefusal(edit) ? edit : { ...edit, inTheWay: [] };
	}
	const ground = groundOf(plan, item.id);
	if (isNo(ground)) return ground;
	const own = faces.flat();
	const near = neighboursOf(plan, item, gridBox(own), new Set([item.id])).filter((other) =>
		mayNotOverlap(item, other.item)
	);
	const inTheWay = near.filter(({ shape }) => commonAreaM2(own, shape.rings) > LEAST_OVER_M2);
	const free = groundLeftOf(
		own,
		near.map(({ shape }) => shape.rings)
	).filter((rings) => areaM2(rings) >= LEAST_PIECE_M2);
	if (free.length === 0) return refuse({ code: 'nothing-left', severity: 'error', featureId: item.id });
	const edit = fitGrounds(plan, labelOf('reshape', [item]), [{ item, rings: free.flat() }]);
	return isRefusal(edit) ? edit : { ...edit, inTheWay: inTheWay.map((other) => other.item.id) };
}
