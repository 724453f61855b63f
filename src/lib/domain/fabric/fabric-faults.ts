import type { MultiPolygon, Polygon } from 'geojson';
import { areaM2 } from '../../geo/fabric/common-area.ts';
import { boxesMeet } from '../../geo/fabric/grid-box.ts';
import { groundShape, type GroundShape } from '../../geo/fabric/ground-shape.ts';
import { interiorsMeet } from '../../geo/fabric/interiors-meet.ts';
import { lay } from '../../geo/fabric/lay.ts';
import { areaOfAllM2, groundCommonTo } from '../../geo/fabric/set-ground.ts';
import type { Item, ItemId } from '../items.ts';
import { geometryOfFaces } from './geometry-of-faces.ts';
import { KnownPositions } from './known-positions.ts';
import { mayNotOverlap } from './neighbours.ts';

/** Two items of one fabric that lie over each other. */
export interface FabricOverlap {
	readonly a: ItemId;
	readonly b: ItemId;
	readonly areaM2: number;
	readonly ground: Polygon | MultiPolygon;
}

/** Ground that items enclose and none of them holds. */
export interface FabricGap {
	readonly areaM2: number;
	readonly ground: Polygon;
	/** Who borders on it, in the order of the items. */
	readonly beside: readonly ItemId[];
}

/**
 * Where items of one fabric (patrol zones; areas of one level) lie over each other, in the order of the
 * items; others are passed over. Exact: borders and corners may be shared. Looks at pairs whose boxes meet.
 */
export function overlapsBetween(items: readonly Item[]): FabricOverlap[] {
	const grounds = withShapes(items).sort((a, b) => a.shape.box.west - b.shape.box.west);
	const order = new Map(items.map((item, i) => [item, i]));
	const found: { rank: number; overlap: FabricOverlap }[] = [];
	for (let i = 0; i < grounds.length; i++) {
		for (let k = i + 1; k < grounds.length; k++) {
			const [a, b] = [grounds[i], grounds[k]];
			if (b.shape.box.west > a.shape.box.east) break;
			if (!boxesMeet(a.shape.box, b.shape.box) || !mayNotOverlap(a.item, b.item)) continue;
			if (!interiorsMeet(a.shape.rings, b.shape.rings)) continue;
			const faces = groundCommonTo(a.shape.rings, b.shape.rings);
			if (faces.length === 0) continue;
			const ranks = [a, b].map(({ item }) => order.get(item) as number);
			const [first, second] = ranks[0] < ranks[1] ? [a, b] : [b, a];
			found.push({
				rank: Math.min(...ranks) * items.length + Math.max(...ranks),
				overlap: {
					a: first.item.id,
					b: second.item.id,
					areaM2: areaOfAllM2(faces),
					ground: geometryOfFaces(faces, new KnownPositions([]))
				}
			});
		}
	}
	return found.sort((p, q) => p.rank - q.rank).map(({ overlap }) => overlap);
}

/**
 * The ground that items of one fabric enclose and none of them holds: holes in a fabric and the slivers between
 * borders that were drawn apart, the largest first. Items are patrol zones, or areas of one level; a
 * hole within one item that nothing fills is a gap too. O(n log n) in all their corners.
 */
export function gapsBetween(items: readonly Item[]): FabricGap[] {
	const grounds = withShapes(items);
	const laid = lay({ grounds: grounds.map(({ shape }) => shape.rings) });
	const { left, sets } = laid.arrangement;
	const faces = laid.faces((present) => (present.length === 0 ? 0 : -1));
	return faces
		.map(({ rings, sides }): FabricGap => {
			const labels = new Set(sides.flat().flatMap((h) => sets.present[left[h ^ 1]]));
			return {
				areaM2: areaM2(rings),
				ground: geometryOfFaces([rings], new KnownPositions([])) as Polygon,
				beside: [...labels].sort((p, q) => p - q).map((label) => grounds[label].item.id)
			};
		})
		.sort((a, b) => b.areaM2 - a.areaM2);
}

function withShapes(items: readonly Item[]): { item: Item; shape: GroundShape }[] {
	return items.flatMap((item) => {
		const shape = groundShape(item.geometry);
		return shape ? [{ item, shape }] : [];
	});
}
