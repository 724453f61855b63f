import type { Position } from 'geojson';
import { linesOf, type CornerAt } from '../../../domain/fabric/corners.ts';
import type { Item } from '../../../domain/items.ts';
import type { LngLat, Px } from '../../../geo/coordinates.ts';
import { placeBetween } from '../../../geo/rounded.ts';
import { areaWithinM2 } from '../../../geo/lnglat-area.ts';
import type { Sketch, SketchPointLook } from '../../sketch.ts';
import { areaText, lengthText } from '../../wording/quantity.ts';
import { cornerDeg, sideM } from '../drawing/measured-line.ts';
import type { Projection } from '../pointer-tool.ts';
import { MIDDLE_FROM_PX, placeOf } from './grips.ts';
import { besides, cornersOf, placeKey } from './shape-corners.ts';

/** What the handles of a shape depend on. */
export interface ReshapeLook {
	readonly item: Item;
	/** Neighbours that move along, as they would be. */
	readonly along: readonly Item[];
	readonly picked: readonly LngLat[];
	/** Keys of the corners that others share. */
	readonly shared: { has(key: string): boolean };
	/** The corner that lengths and the angle are told of. */
	readonly focus: CornerAt | null;
	/** Width and height of the screen: handles beyond it are not drawn. */
	readonly screen: Px;
}

const MARGIN_PX = 40;
const BESIDE: Px = { px: 18, py: 30 };

/** The outline of a shape with its corners and middles in view, what moves along, and the figures of the corner at hand. */
export function reshapeSketch(look: ReshapeLook, projection: Projection): Sketch {
	const { item, along, picked, shared, screen } = look;
	const held = new Set(picked.map(placeKey));
	const isSeen = ({ px, py }: Px): boolean =>
		px > -MARGIN_PX && py > -MARGIN_PX && px < screen.px + MARGIN_PX && py < screen.py + MARGIN_PX;
	const points: { at: LngLat; look: SketchPointLook }[] = [];
	for (const line of linesOf(item).flat()) {
		for (let i = 1; i < line.length; i++) {
			const [a, b] = [placeOf(line[i - 1] as Position), placeOf(line[i] as Position)];
			const [p, q] = [projection.project(a), projection.project(b)];
			if (Math.hypot(p.px - q.px, p.py - q.py) < MIDDLE_FROM_PX) continue;
			if (isSeen({ px: (p.px + q.px) / 2, py: (p.py + q.py) / 2 })) {
				points.push({ at: placeBetween(a, b, 0.5), look: 'middle' });
			}
		}
	}
	for (const { place } of cornersOf(item)) {
		if (!isSeen(projection.project(place))) continue;
		const key = placeKey(place);
		points.push({ at: place, look: held.has(key) ? 'held' : shared.has(key) ? 'shared' : 'corner' });
	}
	return {
		lines: [
			...along.flatMap((one) =>
				linesOf(one)
					.flat()
					.map((at) => ({ at, look: 'along' as const }))
			),
			...linesOf(item)
				.flat()
				.map((at) => ({ at, look: 'line' as const }))
		],
		points,
		labels: labelsOf(look, projection)
	};
}

function labelsOf({ item, focus }: ReshapeLook, projection: Projection): NonNullable<Sketch['labels']> {
	if (!focus) return [];
	const line = linesOf(item)[focus.part]?.[focus.ring];
	const position = line?.[focus.corner];
	if (!line || !position) return [];
	const here = placeOf(position);
	const [before, after] = besides(item, focus);
	const labels: { at: LngLat; text: string }[] = [];
	for (const other of [before, after]) {
		if (other) labels.push({ at: placeBetween(here, other, 0.5), text: lengthText(sideM(here, other)) });
	}
	const about = [
		...(before && after ? [`∠ ${Math.round(cornerDeg(before, here, after))}°`] : []),
		...(item.geometry.type === 'LineString' ? [] : [areaText(groundM2(item))])
	];
	const p = projection.project(here);
	const beside = projection.unproject({ px: p.px + BESIDE.px, py: p.py + BESIDE.py });
	if (about.length > 0) labels.push({ at: beside, text: about.join(' · ') });
	return labels;
}

/** Square metres of an item, holes taken off. */
function groundM2(item: Item): number {
	let totalM2 = 0;
	for (const rings of linesOf(item)) {
		for (const [ring, line] of rings.entries()) {
			const ringM2 = Math.abs(areaWithinM2(line.slice(0, -1).map(placeOf)));
			totalM2 += ring === 0 ? ringM2 : -ringM2;
		}
	}
	return totalM2;
}
