import type { Feature } from 'geojson';
import type { EscapeRoute, LeastExposed, RingEscape } from '../../domain/findings/escape.ts';
import { toCm } from './route-features.ts';

type RouteKind = 'least-exposed' | 'shortest';

/** The two ways between two places, the least exposed first. */
export function leastExposedFeatures(answer: LeastExposed): Feature[] {
	return [routeFeature('least-exposed', answer.leastExposed), routeFeature('shortest', answer.shortest)];
}

/** The two ways out of a ring; none where it has none. */
export function ringEscapeFeatures({ ring, leastExposed, shortest }: RingEscape): Feature[] {
	if (!leastExposed || !shortest) return [];
	return [
		routeFeature('least-exposed', leastExposed, { ring }),
		routeFeature('shortest', shortest, { ring })
	];
}

/** The figures of a way. */
export function routeFigures({ lengthM, seenM, durationS }: EscapeRoute): Record<string, number> {
	return { lengthM: toCm(lengthM), seenM: toCm(seenM), durationS: Math.round(durationS * 10) / 10 };
}

function routeFeature(kind: RouteKind, route: EscapeRoute, more: Record<string, unknown> = {}): Feature {
	return {
		type: 'Feature',
		geometry: { type: 'LineString', coordinates: route.line.map((point) => [...point]) },
		properties: {
			kind,
			...more,
			...routeFigures(route),
			longestUnseenM: toCm(route.longestUnseenM),
			roads: route.roads,
			watchers: route.watcherCount,
			seenBy: route.watchers.map(({ id, fromM, seenM }) => ({ id, fromM: toCm(fromM), seenM: toCm(seenM) })),
			checkpoints: route.checkpoints
		}
	};
}
