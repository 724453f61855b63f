import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Edit } from '../../domain/edit.ts';
import type { Item, RingLevel } from '../../domain/items.ts';
import { reshapeItem } from '../../domain/operations/reshape-item.ts';
import { itemsOfKind, type Plan } from '../../domain/plan.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** An item whose outline can be edited by hand. */
export type Shaped = Item & { geometry: Polygon | MultiPolygon };

/** Whether an item has an outline to edit. */
export function isShaped(item: Item | null | undefined): item is Shaped {
	return item?.geometry.type === 'Polygon' || item?.geometry.type === 'MultiPolygon';
}

/** The outlines of an item, one for each of its parts; holes are left out. */
export function outlinesOf({ geometry }: Shaped): Position[][] {
	return geometry.type === 'Polygon'
		? [geometry.coordinates[0] ?? []]
		: geometry.coordinates.map((rings) => rings[0] ?? []);
}

/** The edit that gives the parts of an item new outlines, in the order of `outlinesOf`; holes stay. */
export function reshapeOutlines(item: Shaped, outlines: readonly Position[][]): Edit | Refusal {
	const before = item.geometry.type === 'Polygon' ? [item.geometry.coordinates] : item.geometry.coordinates;
	const parts = before.map((rings, i) => [
		counterClockwise(outlines[i] ?? rings[0] ?? []),
		...rings.slice(1)
	]);
	const geometry =
		item.geometry.type === 'Polygon'
			? { type: 'Polygon' as const, coordinates: parts[0] ?? [] }
			: { type: 'MultiPolygon' as const, coordinates: parts };
	return reshapeItem(item, geometry);
}

/** The first of core, outer and border that no ring has yet; border when all are there. */
export function nextLevel(plan: Plan): RingLevel {
	const taken = new Set(itemsOfKind(plan, 'control-ring').map((ring) => ring.properties.level));
	return ([1, 2, 3] as const).find((level) => !taken.has(level)) ?? 3;
}

/** A closed ring as RFC 7946 wants an exterior, to 1e-7 degree. */
export function counterClockwise(ring: Position[]): Position[] {
	let twice = 0;
	for (let i = 0; i + 1 < ring.length; i++) {
		const [ax, ay] = ring[i] as [number, number];
		const [bx, by] = ring[i + 1] as [number, number];
		twice += ax * by - bx * ay;
	}
	const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
	const exact = ring.map((at) => at.map((value, i) => (i < 2 ? round(value) : value)));
	return twice < 0 ? exact.reverse() : exact;
}
