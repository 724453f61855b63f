import { expect } from 'vitest';
import { Walls } from '../../../src/lib/analysis/coverage/walls.ts';
import type { Buildings } from '../../../src/lib/geo/buildings.ts';
import type { LngLat } from '../../../src/lib/geo/coordinates.ts';
import { sectorRings } from '../../../src/lib/geo/sector-rings.ts';
import type { SectorView } from '../../../src/lib/geo/sector-view.ts';
import { distanceToRings, isHidden, isWithin, type Obstacle } from '../../support/sight-oracle.ts';
import { polygonFault, signedArea } from '../../support/valid-polygon.ts';

/** Points this near an edge of the answer are not asked about, in grid units. */
export const NEAR_EDGE = 6;

/** The rings of the view in open country. */
export function plainRings(at: LngLat, { azimuthDeg, hfovDeg, rangeM, nearM }: SectorView): Int32Array[] {
	return sectorRings(at, azimuthDeg, hfovDeg, rangeM, nearM);
}

/** The answer, when every ring of it is valid. */
export function sight(
	pack: Buildings | Walls,
	at: LngLat,
	view: SectorView,
	heightM: number | null = null
): Int32Array[] {
	const walls = pack instanceof Walls ? pack : new Walls(pack);
	const rings = walls.sightRings(at, view, heightM);
	expectValid(rings);
	return rings;
}

function expectValid(rings: readonly Int32Array[]): void {
	const polygons: Int32Array[][] = [];
	for (const ring of rings) {
		if (signedArea(ring) > 0) polygons.push([ring]);
		else polygons.at(-1)?.push(ring);
	}
	for (const polygon of polygons) expect(polygonFault(polygon)).toBe(null);
}

/** Compares the answer with the oracle at `points` (absolute grid); returns how many were in a sector but hidden. */
export function expectAsOracle(
	pack: Buildings | Walls,
	obstacles: readonly Obstacle[],
	at: LngLat,
	view: SectorView,
	heightM: number | null,
	points: Iterable<readonly [number, number]>
): number {
	const rings = sight(pack, at, view, heightM);
	const sector = plainRings(at, view);
	const [eyeX, eyeY] = [Math.round(at[0] * 1e7), Math.round(at[1] * 1e7)];
	let hidden = 0;
	for (const [x, y] of points) {
		const isInSector = isWithin(sector, x, y);
		const isBehind = isInSector && isHidden(obstacles, heightM, x - eyeX, y - eyeY);
		if (isBehind) hidden++;
		const isSeen = isWithin(rings, x, y);
		if (isSeen === (isInSector && !isBehind)) continue;
		if (distanceToRings([...rings, ...sector], x, y) < NEAR_EDGE) continue;
		expect({ x: x - eyeX, y: y - eyeY, isSeen }).toEqual({ isSeen: !isSeen });
	}
	return hidden;
}

/** Points strewn over the square that reaches `reachM` each way of `at`. */
export function* randomPoints(random: () => number, count: number, at: LngLat, reachM: number) {
	for (let i = 0; i < count; i++) {
		yield [
			Math.round(at[0] * 1e7 + (2 * random() - 1) * reachM * 143) + 0.5,
			Math.round(at[1] * 1e7 + (2 * random() - 1) * reachM * 90) + 0.5
		] as const;
	}
}
