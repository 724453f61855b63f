import type { Feature, FeatureCollection } from 'geojson';
import type { RingVerdict, SealAnswer, SealWarning } from '../../domain/findings/sealing.ts';

/** The answer of `seal` as the command line prints it. */
export interface SealFeatures extends FeatureCollection {
	summary: { rings: RingVerdict[]; depth: number | null; warnings: SealWarning[] };
}

/**
 * The answer as a FeatureCollection with a `summary`: crossings as points, leaks as their ways out,
 * suggestions as points. Coordinates have seven decimals, lengths centimetres.
 */
export function sealFeatures(answer: SealAnswer): SealFeatures {
	const features: Feature[] = [];
	for (const { ring, number, at, road, roadClass, bridge, tunnel, state, checkpoint } of answer.crossings) {
		features.push({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [...at] },
			properties: {
				kind: 'crossing',
				ring,
				number,
				road,
				class: roadClass,
				bridge,
				tunnel,
				state,
				checkpoint
			}
		});
	}
	for (const { ring, number, route, lengthM, roads, at, road, roadClass, bridge } of answer.leaks) {
		features.push({
			type: 'Feature',
			geometry: { type: 'LineString', coordinates: route.map((point) => [...point]) },
			properties: {
				kind: 'leak-route',
				ring,
				number,
				lengthM: Math.round(lengthM * 100) / 100,
				roads,
				road,
				class: roadClass,
				bridge,
				at
			}
		});
	}
	for (const { ring, at, road, roadClass, leaks, controls } of answer.suggestions) {
		features.push({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [...at] },
			properties: { kind: 'suggestion', ring, road, class: roadClass, leaks, controls }
		});
	}
	const { rings, depth, warnings } = answer;
	return { type: 'FeatureCollection', summary: { rings, depth, warnings }, features };
}
