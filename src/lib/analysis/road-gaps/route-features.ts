import type { FeatureCollection } from 'geojson';
import type { RoutesAnswer, RoutesSummary } from '../../domain/findings/routes.ts';

/** The answer of `routes` as the command line prints it. */
export interface RouteFeatures extends FeatureCollection {
	summary: RoutesSummary;
}

/** The answer as a FeatureCollection with a `summary`, longest stretch first; lengths in centimetres. */
export function routeFeatures(answer: RoutesAnswer): RouteFeatures {
	return {
		type: 'FeatureCollection',
		summary: answer.summary,
		features: answer.stretches.map(({ id, road, roadClass, lengthM, line }) => ({
			type: 'Feature',
			id,
			geometry: { type: 'LineString', coordinates: line.map((point) => [...point]) },
			properties: { kind: 'unseen', road, class: roadClass, lengthM: Math.round(lengthM * 100) / 100 }
		}))
	};
}
