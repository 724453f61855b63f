import type { Feature, FeatureCollection } from 'geojson';
import type {
	BlindNetwork,
	RoutesAnswer,
	RoutesSummary,
	UnseenStretch
} from '../../domain/findings/routes.ts';

/** The answer of `routes` as the command line prints it. */
export interface RouteFeatures extends FeatureCollection {
	summary: RoutesSummary & Record<string, unknown>;
}

/** The answer as a FeatureCollection with a `summary`, longest stretch first; lengths in centimetres. */
export function routeFeatures(answer: RoutesAnswer): RouteFeatures {
	return {
		type: 'FeatureCollection',
		summary: { ...answer.summary },
		features: answer.stretches.map(({ id, road, roadClass, lengthM, line }) => ({
			type: 'Feature',
			id,
			geometry: { type: 'LineString', coordinates: line.map((point) => [...point]) },
			properties: { kind: 'unseen', road, class: roadClass, lengthM: toCm(lengthM) }
		}))
	};
}

/**
 * The `count` largest blind networks, largest first: each as its lines, followed by the longest way known in
 * it. The length of that is a lower bound, and says so.
 */
export function blindFeatures({ blind, stretches }: RoutesAnswer, count: number): Feature[] {
	const listed = blind.slice(0, count);
	const members = new Map<string, UnseenStretch[]>(listed.map(({ id }) => [id, []]));
	for (const stretch of stretches) members.get(stretch.network)?.push(stretch);
	return listed.flatMap((network, i) => [
		{
			type: 'Feature' as const,
			id: network.id,
			geometry: {
				type: 'MultiLineString' as const,
				coordinates: (members.get(network.id) ?? []).map(({ line }) => line.map((point) => [...point]))
			},
			properties: networkProperties(network, i + 1)
		},
		{
			type: 'Feature' as const,
			id: `${network.id}-way`,
			geometry: { type: 'LineString' as const, coordinates: network.longestWay.map((point) => [...point]) },
			properties: {
				kind: 'unseen-way',
				network: network.id,
				lengthM: toCm(network.longestWayM),
				isLowerBound: true
			}
		}
	]);
}

function networkProperties(network: BlindNetwork, rank: number): Record<string, unknown> {
	const { lengthM, stretches, road, roadClass, roads, longestWayM, rings, leavesData } = network;
	return {
		kind: 'blind-network',
		rank,
		lengthM: toCm(lengthM),
		stretches,
		roads,
		road,
		class: roadClass,
		longestWayM: toCm(longestWayM),
		rings,
		leavesData
	};
}

/** Metres to the centimetre. */
export function toCm(metres: number): number {
	return Math.round(metres * 100) / 100;
}
