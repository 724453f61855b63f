import type { CoverageBy } from '../../domain/findings/gaps.ts';
import type { Camera, Item, PatrolRoute, PatrolZone } from '../../domain/items.ts';
import { ItemPen } from './item-pen.ts';
import type { Walls } from './walls.ts';

/** What can hold ground. */
export type Observer = Camera | PatrolZone | PatrolRoute;

/** How far and how well cameras see: the least density asked for, and what stands in the way. */
export interface Sight {
	readonly minPxPerM?: number | undefined;
	readonly walls: Walls | null;
}

/** The ground an item holds, as rings of the integer grid; holes run clockwise and follow their exterior. */
export interface ItemRings {
	rings: Int32Array[];
	/** For each ring what of `NEED` its view needs; the item's own standing is not in it. */
	needs: number[];
	/** A camera none of whose heads sees anything for certain. */
	isUncertain: boolean;
	/** A camera of stated range whose picture a least density cannot judge. */
	isUnrated: boolean;
	/** A ring crosses itself or is no ring; the item's polygon is left out whole. */
	isRefused: boolean;
}

/** Whether `item` could hold ground when asked `by` cameras, patrols or all. */
export function isObserver(item: Item, by: CoverageBy): item is Observer {
	if (item.kind === 'camera') return by !== 'patrols';
	return (item.kind === 'patrol-zone' || item.kind === 'patrol-route') && by !== 'cameras';
}

/** The rings of an observer, whatever its standing. Each ring is simple up to the snap to the grid. */
export function ringsOf(item: Observer, sight: Sight = { walls: null }): ItemRings {
	pen.draw(item, sight);
	const { isUncertain, isUnrated, isRefused } = pen;
	return { rings: pen.rings.rings(), needs: [...pen.needs], isUncertain, isUnrated, isRefused };
}

const pen = new ItemPen();
