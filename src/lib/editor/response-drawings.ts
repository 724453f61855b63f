import type { Position } from 'geojson';
import type { ResponseAnswer, RingSealTime } from '../domain/findings/response.ts';
import type { DrawnFeature } from './drawings.ts';
import { m } from '../paraglide/messages.js';
import { roadText } from './wording/finding-words.ts';
import { lengthText } from './wording/quantity.ts';
import { timeText } from './wording/time-text.ts';

/** Pieces smaller than a quarter of a square kilometre bear no minutes. */
const LEAST_MARKED_M2 = 250_000;

/**
 * What the response board draws: the ground, the widest lowest; its outer rim, and the minutes where the rim of
 * each piece of some size reaches farthest; then the roads that nobody reaches. Rims of holes would only be noise.
 */
export function areaDrawings({ areas, unreached }: ResponseAnswer): DrawnFeature[] {
	const drawn: DrawnFeature[] = [];
	areas.toReversed().forEach(({ minutes, polygons }, back) => {
		if (polygons.length === 0) return;
		const rims = polygons.map(({ rings }) => rings[0].map((point) => [...point]));
		const properties = { step: areas.length - 1 - back };
		drawn.push(
			{
				key: `within-${minutes}`,
				geometry: {
					type: 'MultiPolygon',
					coordinates: polygons.map(({ rings }) => rings.map((ring) => ring.map((point) => [...point])))
				},
				draws: 'response',
				properties
			},
			{
				key: `rim-${minutes}`,
				geometry: { type: 'MultiLineString', coordinates: rims },
				draws: 'response-rim',
				properties
			},
			{
				key: `mark-${minutes}`,
				geometry: {
					type: 'MultiPoint',
					coordinates: polygons.flatMap(({ areaM2 }, k) =>
						areaM2 < LEAST_MARKED_M2 ? [] : farthest(rims[k])
					)
				},
				draws: 'response-mark',
				properties: { ...properties, minutes: m.response_within({ minutes }) }
			}
		);
	});
	const longest = areas.at(-1)?.minutes ?? 0;
	for (const { id, road, lengthM, line } of unreached) {
		drawn.push({
			key: id,
			geometry: { type: 'LineString', coordinates: line.map((point) => [...point]) },
			draws: 'unreached',
			title: m.response_unreached_title({
				road: roadText(road),
				minutes: longest,
				length: lengthText(lengthM)
			})
		});
	}
	return drawn;
}

/** The places of a ring farthest north, east, south and west, each once. */
function farthest(ring: readonly Position[]): Position[] {
	const best = [ring[0], ring[0], ring[0], ring[0]];
	for (const point of ring) {
		if (point[1] > best[0][1]) best[0] = point;
		if (point[0] > best[1][0]) best[1] = point;
		if (point[1] < best[2][1]) best[2] = point;
		if (point[0] < best[3][0]) best[3] = point;
	}
	return [...new Set(best)];
}

/** The drives of the teams of one ring, the last to arrive on top. */
export function sealDrawings({ drives }: RingSealTime): DrawnFeature[] {
	return drives.toReversed().flatMap((drive, back): DrawnFeature[] => {
		if (drive.line.length < 2) return [];
		return [
			{
				key: driveKey(drive.checkpoint),
				geometry: { type: 'LineString', coordinates: drive.line.map((point) => [...point]) },
				draws: 'seal-drive',
				title: m.response_drive_title({
					station: drive.stationName ?? drive.station,
					checkpoint: drive.checkpointName ?? drive.checkpoint,
					time: timeText(drive.durationS)
				}),
				properties: { isLast: back === drives.length - 1, minutes: timeText(drive.durationS) }
			}
		];
	});
}

/** Key of the drive to a checkpoint. */
export function driveKey(checkpoint: string): string {
	return `drive-${checkpoint}`;
}
