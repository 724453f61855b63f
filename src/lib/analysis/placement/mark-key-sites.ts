import type { Item } from '../../domain/items.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import { localPlane } from '../../geo/local-plane.ts';
import { boxOfRings } from '../../geo/ring-box.ts';
import { polygonRings } from '../coverage/polygon-rings.ts';
import { groundsOf, type Ground } from '../road-gaps/ground.ts';
import type { CellGrid } from './cell-grid.ts';
import { distanceToSegmentM } from '../sealing/near-span.ts';

/** Ground nearer to a key site than this counts more. */
export const KEY_SITE_REACH_M = 100;

/** Marks the cells of `grid` whose middle lies in a key site of `items` or within 100 m of it. */
export function markKeySites(grid: CellGrid, items: Iterable<Item>): void {
	for (const item of items) {
		if (item.kind !== 'key-site') continue;
		const { geometry } = item;
		if (geometry.type === 'Point') markAbout(grid, [gridPoint(geometry.coordinates)], []);
		else {
			const rings = polygonRings(geometry);
			markAbout(grid, rings, groundsOf(rings));
		}
	}
}

function gridPoint([lng, lat]: readonly number[]): Int32Array {
	return Int32Array.of(Math.round(lng * GRID_PER_DEG), Math.round(lat * GRID_PER_DEG));
}

function markAbout(grid: CellGrid, rings: readonly Int32Array[], grounds: readonly Ground[]): void {
	const [minX, minY, maxX, maxY] = boxOfRings(rings);
	if (minX > maxX) return;
	const plane = localPlane([0, (minY + maxY) / 2 / GRID_PER_DEG]);
	const perX = plane.metresPerLng / GRID_PER_DEG;
	const perY = plane.metresPerLat / GRID_PER_DEG;
	const { cellX, cellY } = grid;
	const reachX = KEY_SITE_REACH_M / perX;
	const reachY = KEY_SITE_REACH_M / perY;
	for (let y = Math.floor((minY - reachY) / cellY); y * cellY <= maxY + reachY; y++) {
		for (let x = Math.floor((minX - reachX) / cellX); x * cellX <= maxX + reachX; x++) {
			const [px, py] = grid.middleOf(x, y);
			const isNear = rings.some((ring) => distanceToRingM(ring, px, py, perX, perY) <= KEY_SITE_REACH_M);
			if (isNear || grounds.some((ground) => ground.contains(px, py))) grid.mark(x, y);
		}
	}
}

function distanceToRingM(ring: Int32Array, px: number, py: number, perX: number, perY: number): number {
	let nearest = Infinity;
	for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
		const distanceM = distanceToSegmentM(
			0,
			0,
			(ring[j] - px) * perX,
			(ring[j + 1] - py) * perY,
			(ring[i] - px) * perX,
			(ring[i + 1] - py) * perY
		);
		nearest = Math.min(nearest, distanceM);
	}
	return nearest;
}
