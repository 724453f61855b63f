import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import type { GapSummary } from '../../domain/findings/gaps.ts';
import { GRID_PER_DEG } from '../../geo/flat-rings.ts';
import type { Faces } from '../../geo/overlay/faces.ts';
import type { GapList } from './gap-list.ts';

/** The answer to `gaps` as a file: polygons with their figures, and the summary as foreign member. */
export interface GapCollection extends FeatureCollection<Polygon> {
	summary: GapSummary;
}

/** All gaps, largest first; see SPEC, `gaps`. */
export function gapCollection(list: GapList, summary: GapSummary): GapCollection {
	const features = list.order().map((ref): Feature<Polygon> => {
		const { id, areaM2, reason, likelyM2, possibleM2, plannedM2, areaId } = list.row(ref);
		const properties = {
			kind: 'gap',
			id,
			areaM2: toThousandth(areaM2),
			reason,
			likelyM2: toThousandth(likelyM2),
			possibleM2: toThousandth(possibleM2),
			plannedM2: toThousandth(plannedM2),
			areaId
		};
		return { type: 'Feature', id, geometry: polygonOf(list.polygon(ref)), properties };
	});
	return { type: 'FeatureCollection', summary, features };
}

/** The first face as GeoJSON: exterior counter-clockwise, rings closed, 7 decimals. */
export function polygonOf({ faceStart, ringStart, coords }: Faces): Polygon {
	const rings: Position[][] = [];
	for (let r = 0; r < faceStart[1]; r++) {
		const ring: Position[] = [];
		for (let i = ringStart[r]; i < ringStart[r + 1]; i++) {
			ring.push([coords[2 * i] / GRID_PER_DEG, coords[2 * i + 1] / GRID_PER_DEG]);
		}
		ring.push(ring[0]);
		rings.push(ring);
	}
	return { type: 'Polygon', coordinates: rings };
}

/** Rounds the dust of adding up away; 10,000 km2 keep three decimals exactly. */
export function toThousandth(m2: number): number {
	return Math.round(m2 * 1000) / 1000;
}
