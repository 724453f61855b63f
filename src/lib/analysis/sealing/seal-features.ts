import type { Feature, FeatureCollection } from 'geojson';
import type { ProtectedGround } from '../../domain/findings/protected.ts';
import type { RingVerdict, SealAnswer, SealWarning } from '../../domain/findings/sealing.ts';
import { ESCAPER, type SealView } from '../../domain/seal-view.ts';

/** The answer of `seal` as the command line prints it. */
export interface SealFeatures extends FeatureCollection {
	summary: {
		rings: RingVerdict[];
		depth: number | null;
		warnings: SealWarning[];
		/** From what view all this was judged. */
		view: SealView;
	};
}

/**
 * The answer as a FeatureCollection with a `summary`: crossings as points, leaks as their ways out,
 * suggestions as points; of `grounds` what each ring protects, as a multi-polygon. Coordinates have seven
 * decimals, lengths centimetres, areas square decimetres.
 */
export function sealFeatures(
	answer: SealAnswer,
	view: SealView = ESCAPER,
	grounds: readonly ProtectedGround[] = []
): SealFeatures {
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
	for (const found of grounds) features.push(groundFeature(found));
	const { rings, depth } = answer;
	const { mode, lawful, bandM } = view;
	const warnings = answer.warnings.map(roundedWarning);
	return {
		type: 'FeatureCollection',
		summary: { rings, depth, warnings, view: { mode, lawful, bandM } },
		features
	};
}

function groundFeature({ ring, ground, areaM2, ringM2, lostM2, beyondM2, leaks }: ProtectedGround): Feature {
	return {
		type: 'Feature',
		geometry: {
			type: 'MultiPolygon',
			coordinates: ground.map((polygon) => polygon.map((line) => line.map((point) => [...point])))
		},
		properties: {
			kind: 'protected',
			ring,
			areaM2: toCm(areaM2),
			ringM2: toCm(ringM2),
			lostM2: toCm(lostM2),
			beyondM2: toCm(beyondM2),
			leaks
		}
	};
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

/** To two decimals. */
function toCm(figure: number): number {
	return Math.round(figure * 100) / 100;
}
