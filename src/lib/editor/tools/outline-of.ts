import type { Position } from 'geojson';
import { linesOf } from '../../domain/fabric/corners.ts';
import type { ItemId } from '../../domain/items.ts';
import type { Plan } from '../../domain/plan.ts';
import { extentOf } from '../extent.ts';
import { itemsOf } from '../items-of.ts';
import type { Sketch } from '../sketch.ts';

/** Points and lines of things that are shown at most; the frame about all of them says the rest. */
const POINTS_MOST = 400;
const CORNERS_MOST = 4000;

/** What stands for many things while they move. */
export interface Outline {
	/** The sketch of them, moved by degrees of longitude and latitude; O(what it shows). */
	movedBy(by: readonly [dLng: number, dLat: number]): Sketch;
}

/**
 * The frame about things, with evenly picked points of them and lines of their shapes as far as they are
 * cheap to draw again and again. O(ids) once.
 */
export function outlineOf(plan: Plan, ids: readonly ItemId[]): Outline {
	const points: Position[] = [];
	const lines: (readonly Position[])[] = [];
	let corners = 0;
	const items = itemsOf(plan, ids);
	for (const item of items) {
		if (item.geometry.type === 'Point') points.push(item.geometry.coordinates);
		for (const line of linesOf(item).flat()) {
			corners += line.length;
			if (corners <= CORNERS_MOST) lines.push(line);
		}
	}
	const every = Math.max(1, Math.ceil(points.length / POINTS_MOST));
	const shown = points.filter((_, i) => i % every === 0);
	const [w, s, e, n] = extentOf(items) ?? [0, 0, 0, 0];
	const frame: Position[] = [
		[w, s],
		[e, s],
		[e, n],
		[w, n],
		[w, s]
	];
	return {
		movedBy([dLng, dLat]) {
			const move = ([lng, lat]: Position): Position => [lng + dLng, lat + dLat];
			return {
				lines: [
					{ at: frame.map(move), look: 'along' },
					...lines.map((line) => ({ at: line.map(move), look: 'line' as const }))
				],
				points: shown.map((at) => ({ at: move(at), look: 'held' }))
			};
		}
	};
}
