import type { MultiPolygon, Polygon } from 'geojson';
import { GRID_PER_DEG } from '../../../geo/flat-rings.ts';
import { Overlay } from '../../../geo/overlay/overlay.ts';
import { boxOfRings } from '../../../geo/ring-box.ts';
import { ringAreaM2 } from '../../../geo/ellipsoid-area.ts';
import type { GroundGrid } from './ground-grid.ts';
import { sharedBorders } from './shared-borders.ts';

/** The ground of one zone. */
export interface ZoneGround {
	readonly rings: readonly Int32Array[];
	readonly geometry: Polygon | MultiPolygon;
	readonly areaM2: number;
}

/** Parts of a grid that the overlay can tell apart, besides the ground and what is left out. */
export const MOST_ZONES = 28;

/** Widest box the overlay takes, in 1e-7 degrees: about 46 km from south to north. */
const WIDEST = (1 << 22) - 2;
const THIN_CELLS = 1;

/**
 * The ground of `rings` less `without`, divided as the parts of the grid: no overlap, no gap, every
 * polygon valid. Borders between zones are thinned by a square at most; where that would tear a
 * zone, they keep to the sides of squares. Throws a `RangeError` where there are more than 28 parts or the
 * ground is wider than the overlay takes.
 */
export function zonePolygons(
	grid: GroundGrid,
	partOf: Int32Array,
	count: number,
	rings: readonly Int32Array[],
	without: readonly Int32Array[]
): ZoneGround[] {
	if (count > MOST_ZONES) throw new RangeError(`${count} zones, wanted ${MOST_ZONES} or fewer`);
	const exact = cut(grid, partOf, count, rings, without, 0);
	const thinned = cut(grid, partOf, count, rings, without, THIN_CELLS);
	const isTorn = thinned.some((zone, z) => pieces(zone) > pieces(exact[z]));
	return isTorn ? exact : thinned;
}

function pieces({ geometry }: ZoneGround): number {
	return geometry.type === 'Polygon' ? 1 : geometry.coordinates.length;
}

function cut(
	grid: GroundGrid,
	partOf: Int32Array,
	count: number,
	rings: readonly Int32Array[],
	without: readonly Int32Array[],
	toleranceCells: number
): ZoneGround[] {
	const [west, south, east, north] = boxOfRings(rings);
	const size = Math.max(east - west, north - south) + 1;
	if (size > WIDEST) {
		throw new RangeError(
			`ground ${(size / GRID_PER_DEG).toFixed(2)} degrees wide, wanted ${(WIDEST / GRID_PER_DEG).toFixed(2)} or less`
		);
	}
	const overlay = new Overlay();
	overlay.begin(west, south, size, count + 1);
	for (const ring of rings) overlay.addRing(ring, 0, ring.length / 2, 0);
	// the last zone is what no other holds, so that nothing is left over
	const last = count;
	sharedBorders(grid, partOf, count, toleranceCells).forEach((list, part) => {
		if (part + 1 === last) return;
		for (const ring of list) overlay.addRing(ring, 0, ring.length / 2, part + 1);
	});
	for (const ring of without) overlay.addRing(ring, 0, ring.length / 2, last);
	const isLeftOut = 1 << last;
	const leftOut = count + 1;
	const faces = overlay.faces(
		(present) => {
			if (present & isLeftOut) return leftOut;
			const zones = present >> 1;
			return zones === 0 ? last : 32 - Math.clz32(zones & -zones);
		},
		(2 ** (count + 1) - 2) | 0
	);

	const grounds = Array.from({ length: count }, () => ({
		rings: [] as Int32Array[],
		polygons: [] as number[][][][],
		areaM2: 0
	}));
	for (let f = 0; f < faces.label.length; f++) {
		const zone = grounds[faces.label[f] - 1];
		const polygon: number[][][] = [];
		for (let r = faces.faceStart[f]; r < faces.faceStart[f + 1]; r++) {
			const ring = faces.coords.slice(2 * faces.ringStart[r], 2 * faces.ringStart[r + 1]);
			zone.rings.push(ring);
			zone.areaM2 += ringAreaM2(ring);
			polygon.push(closed(ring));
		}
		zone.polygons.push(polygon);
	}
	return grounds.map(({ rings: own, polygons, areaM2 }) => ({
		rings: own,
		areaM2,
		geometry:
			polygons.length === 1
				? { type: 'Polygon', coordinates: polygons[0] }
				: { type: 'MultiPolygon', coordinates: polygons }
	}));
}

function closed(ring: Int32Array): number[][] {
	const points: number[][] = [];
	for (let i = 0; i < ring.length; i += 2) points.push([ring[i] / GRID_PER_DEG, ring[i + 1] / GRID_PER_DEG]);
	points.push(points[0]);
	return points;
}
