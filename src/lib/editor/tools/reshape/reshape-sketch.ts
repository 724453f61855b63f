import { linesOf, type CornerAt } from '../../../domain/fabric/corners.ts';
import type { Item, ItemId } from '../../../domain/items.ts';
import { sharersOf } from '../../../domain/operations/remove-corner.ts';
import type { Plan } from '../../../domain/plan.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import { areaWithinM2 } from '../../../geo/lnglat-area.ts';
import type { Sketch } from '../../sketch.ts';
import { areaText, lengthText } from '../../wording/quantity.ts';
import { cornerDeg, sideM } from '../drawing/measured-line.ts';
import type { Projection } from '../pointer-tool.ts';
import { gripsOf } from './grips.ts';

/** No more handles than this are drawn; nobody takes hold of one among so many. */
const MOST_HANDLES = 600;

export interface ReshapeLook {
	readonly plan: Plan;
	readonly item: Item;
	readonly picked: CornerAt | null;
	/** What moves along with what is dragged. */
	readonly along: readonly ItemId[];
	/** Place of the corner that is dragged; its sides and angle are told. */
	readonly dragged: LngLat | null;
	/** Whether a place of the screen is on it. */
	readonly isOnScreen: (p: Px) => boolean;
}

/** The outline of what is reshaped with its handles, and lengths, angle and area while a corner is dragged. */
export function reshapeSketch(look: ReshapeLook, projection: Projection): Sketch {
	const { plan, item, picked, along, dragged } = look;
	const handles = gripsOf(item, projection)
		.filter(({ place }) => look.isOnScreen(projection.project(place)))
		.slice(0, MOST_HANDLES);
	return {
		lines: [
			...along.flatMap((id) => outlinesOf(plan.items.get(id)).map((at) => ({ at, look: 'along' as const }))),
			...outlinesOf(item).map((at) => ({ at, look: 'line' as const }))
		],
		points: handles.map(({ what, at, place }) => {
			if (what === 'middle') return { at: place, look: 'middle' as const };
			const isPicked = picked?.corner === at.corner && picked.ring === at.ring && picked.part === at.part;
			if (isPicked || isSame(place, dragged)) return { at: place, look: 'held' as const };
			return {
				at: place,
				look: sharersOf(plan, item.id, place).length > 0 ? ('shared' as const) : ('corner' as const)
			};
		}),
		labels: dragged ? labelsOf(item, dragged) : []
	};
}

function outlinesOf(item: Item | undefined): readonly (readonly number[])[][] {
	return item ? (linesOf(item).flat() as unknown as (readonly number[])[][]) : [];
}

function labelsOf(item: Item, dragged: LngLat): NonNullable<Sketch['labels']> {
	const isClosed = item.geometry.type !== 'LineString';
	for (const rings of linesOf(item)) {
		for (const line of rings as unknown as LngLat[][]) {
			const i = line.findIndex((at) => isSame(at, dragged));
			if (i < 0) continue;
			const count = isClosed ? line.length - 1 : line.length;
			const before = isClosed ? line[(i + count - 1) % count] : line[i - 1];
			const after = isClosed ? line[(i + 1) % count] : line[i + 1];
			const sides = [before, after].flatMap((other) =>
				other ? [{ at: middle(other, dragged), text: lengthText(sideM(other, dragged)) }] : []
			);
			const angle = before && after ? `∠ ${Math.round(cornerDeg(before, dragged, after))}°` : '';
			const area = isClosed ? areaText(areaWithinM2(line)) : '';
			const about = [angle, area].filter((text) => text !== '').join(' · ');
			return about ? [...sides, { at: dragged, text: about }] : sides;
		}
	}
	return [];
}

function middle(a: LngLat, b: LngLat): LngLat {
	return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

function isSame(a: readonly number[], b: LngLat | null): boolean {
	return b !== null && a[0] === b[0] && a[1] === b[1];
}
