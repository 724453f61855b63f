import type { ProtectedGround } from '../../domain/findings/protected.ts';
import type { Item } from '../../domain/items.ts';
import { ringAreaM2 } from '../../geo/ellipsoid-area.ts';
import type { Roads } from '../../network/roads.ts';
import { astrayRoads } from './astray-roads.ts';
import { protectedParts } from './protected-parts.ts';
import { protectedRaster } from './protected-raster.ts';
import { ringCut } from './ring-cut.ts';
import type { RingGround } from './ring-ground.ts';
import { judgeRings, type JudgedRings, type SealOptions } from './seal.ts';
import { SealMemory } from './seal-memory.ts';

/**
 * What each ring really protects: the ground on the inner side of the cut, its leaks taken for closed.
 * Rings without an inside are left out. Throws as `seal` does.
 */
export function protectedGrounds(
	roads: Roads,
	items: Iterable<Item>,
	options: SealOptions = {},
	memory: SealMemory = new SealMemory(roads)
): ProtectedGround[] {
	const judged = judgeRings(roads, items, options, memory);
	return judged.asked.flatMap((result) => protectedGroundOf(judged, result) ?? []);
}

/** The same for one of the rings that were judged; null where it has no inside. */
export function protectedGroundOf(
	{ roads, closures }: JudgedRings,
	{ verdict, ground, net }: JudgedRings['results'][number]
): ProtectedGround | null {
	if (!ground || !net) return null;
	const parts = protectedParts(roads, ground, net, ringCut(net, ground), closures);
	const raster = protectedRaster(roads, ground, parts);
	const ringM2 = lineAreaM2(ground);
	const { ring, name, level, leaks } = verdict;
	return {
		ring,
		name,
		level,
		leaks,
		ringM2,
		areaM2: Math.max(0, ringM2 - raster.lostM2 + raster.beyondM2),
		...raster,
		...astrayRoads(roads, ground, parts)
	};
}

function lineAreaM2({ line }: RingGround): number {
	const coords = new Int32Array(2 * line.x.length);
	for (let k = 0; k < line.x.length; k++) {
		coords[2 * k] = line.x[k];
		coords[2 * k + 1] = line.y[k];
	}
	return Math.abs(ringAreaM2(coords));
}
