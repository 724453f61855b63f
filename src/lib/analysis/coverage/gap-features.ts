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
	const features = list.order().map((gap): Feature<Polygon> => {
		const id = list.idOf(gap) as string;
		return {
			type: 'Feature',
			id,
			geometry: polygonOf(list.polygon(gap)),
			properties: {
				kind: 'gap',
				id,
				areaM2: Math.round(list.index.areaM2[gap] * 1000) / 1000,
				reason: list.reasonOf(gap),
				areaId: list.areaOf(gap)
			}
		};
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
