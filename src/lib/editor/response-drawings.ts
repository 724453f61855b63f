import type { ResponseAnswer, RingSealTime } from '../domain/findings/response.ts';
import type { DrawnFeature } from './drawings.ts';
import { m } from '../paraglide/messages.js';
import { roadText } from './wording/finding-words.ts';
import { lengthText } from './wording/quantity.ts';
import { timeText } from './wording/time-text.ts';

/** What the response board draws: the widest area lowest, then the roads that nobody reaches. */
export function areaDrawings({ areas, unreached }: ResponseAnswer): DrawnFeature[] {
	const drawn: DrawnFeature[] = [];
	areas.toReversed().forEach(({ minutes, polygons }, back) => {
		if (polygons.length === 0) return;
		drawn.push({
			key: `within-${minutes}`,
			geometry: {
				type: 'MultiPolygon',
				coordinates: polygons.map(({ rings }) => rings.map((ring) => ring.map((point) => [...point])))
			},
			draws: 'response',
			properties: {
				step: areas.length - 1 - back,
				minutes: m.response_within({ minutes })
			}
		});
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
