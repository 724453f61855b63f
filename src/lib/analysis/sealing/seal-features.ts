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
				lengthM: toCm(lengthM),
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
	const { rings, depth } = answer;
	const warnings = answer.warnings.map(roundedWarning);
	return { type: 'FeatureCollection', summary: { rings, depth, warnings }, features };
}

function roundedWarning(warning: SealWarning): SealWarning {
	if (warning.code !== 'stale-control') return warning;
	const { distanceM, nearest } = warning;
	return {
		...warning,
		distanceM: distanceM === null ? null : toCm(distanceM),
		nearest: nearest && { ...nearest, distanceM: toCm(nearest.distanceM) }
	};
}

function toCm(metres: number): number {
	return Math.round(metres * 100) / 100;
}
