import type { ProtectedGround } from '../domain/findings/protected.ts';
import type { DrawnFeature } from './drawings.ts';

/** What the rings protect as the map draws it: the ground, and the roads that the line tells wrong. */
export function protectedDrawings(grounds: readonly ProtectedGround[]): DrawnFeature[] {
	return grounds.flatMap(({ ring, level, ground, lost, beyond }): DrawnFeature[] => [
		{
			key: ring,
			geometry: {
				type: 'MultiPolygon',
				coordinates: ground.map((polygon) => polygon.map((line) => line.map((at) => [...at])))
			},
			draws: 'protected',
			properties: { level }
		},
		...[...lost.entries()].map(([i, { line }]) => road(`${ring}/lost/${i}`, line, 'protected-lost')),
		...[...beyond.entries()].map(([i, { line }]) => road(`${ring}/beyond/${i}`, line, 'protected-beyond'))
	]);
}

function road(key: string, line: ProtectedGround['lost'][number]['line'], draws: string): DrawnFeature {
	return { key, geometry: { type: 'LineString', coordinates: line.map((at) => [...at]) }, draws };
}
