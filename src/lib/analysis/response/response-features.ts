import type { Feature, FeatureCollection } from 'geojson';
import type {
	KeySiteTime,
	ResponseAnswer,
	ResponseLevel,
	RingSealTime,
	TimeToSealAnswer
} from '../../domain/findings/response.ts';
import type { LngLat } from '../../geo/coordinates.ts';

/** The answer of `respond` as the command line prints it. */
export interface ResponseFeatures extends FeatureCollection {
	summary: {
		minutes: readonly ResponseLevel[];
		groundM2: number | null;
		starts: ResponseAnswer['summary']['starts'];
		offRoad: readonly string[];
		keySites: { count: number; late: readonly Omit<KeySiteTime, 'at' | 'isLate'>[] };
		timeToSealMin: number | null;
		rings: readonly (Omit<RingSealTime, 'drives' | 'durationS'> & {
			timeToSealMin: number | null;
			assignment: readonly { checkpoint: string; station: string; durationMin: number; lengthM: number }[];
		})[];
	};
}

/**
 * Polygons `response` per minute, lines `unreached` longest first, and lines `seal-drive` of the teams to the
 * checkpoints, with a `summary`. Lengths in centimetres, minutes in thousandths, areas in thousandths of a square metre.
 */
export function responseFeatures(answer: ResponseAnswer, sealing: TimeToSealAnswer): ResponseFeatures {
	const features: Feature[] = [];
	for (const { minutes, polygons } of answer.areas) {
		polygons.forEach(({ areaM2, rings }, k) => {
			features.push({
				type: 'Feature',
				id: `response-${minutes}-${k + 1}`,
				geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map((point) => [...point])) },
				properties: { kind: 'response', minutes, areaM2: toThousandth(areaM2) }
			});
		});
	}
	for (const { id, road, roadClass, lengthM, line } of answer.unreached) {
		features.push(
			lineFeature(id, line, { kind: 'unreached', road, class: roadClass, lengthM: toCm(lengthM) })
		);
	}
	for (const { ring, drives } of sealing.rings) {
		for (const { checkpoint, station, durationS, lengthM, line } of drives) {
			const properties = {
				kind: 'seal-drive',
				ring,
				checkpoint,
				station,
				durationMin: toThousandth(durationS / 60),
				lengthM: toCm(lengthM)
			};
			features.push(lineFeature(`seal-drive-${ring}-${checkpoint}`, line, properties));
		}
	}
	const { summary } = answer;
	return {
		type: 'FeatureCollection',
		summary: {
			minutes: summary.minutes.map((level) => ({
				...level,
				areaM2: toThousandth(level.areaM2),
				roadM: toCm(level.roadM),
				unreachedRoadM: toCm(level.unreachedRoadM),
				population: level.population === null ? null : Math.round(level.population)
			})),
			groundM2: summary.groundM2 === null ? null : toThousandth(summary.groundM2),
			starts: summary.starts,
			offRoad: summary.offRoad,
			keySites: {
				count: summary.keySites,
				late: answer.keySites
					.filter(({ isLate }) => isLate)
					.map(({ id, name, category, durationS, neededMin }) => ({
						id,
						name,
						category,
						durationS: durationS === null ? null : toThousandth(durationS),
						neededMin
					}))
			},
			timeToSealMin: sealing.timeToSealMin === null ? null : toThousandth(sealing.timeToSealMin),
			rings: sealing.rings.map(({ drives, durationS, ...ring }) => ({
				...ring,
				timeToSealMin: durationS === null ? null : toThousandth(durationS / 60),
				oneMore: ring.oneMore.map((more) => ({ ...more, savedS: toThousandth(more.savedS) })),
				assignment: drives.map(({ checkpoint, station, durationS: takesS, lengthM }) => ({
					checkpoint,
					station,
					durationMin: toThousandth(takesS / 60),
					lengthM: toCm(lengthM)
				}))
			}))
		},
		features
	};
}

function lineFeature(id: string, line: readonly LngLat[], properties: Record<string, unknown>): Feature {
	// a checkpoint may stand where the team does
	const coordinates = line.length > 1 ? line : [line[0], line[0]];
	return {
		type: 'Feature',
		id,
		geometry: { type: 'LineString', coordinates: coordinates.map((p) => [...p]) },
		properties
	};
}

function toCm(lengthM: number): number {
	return Math.round(lengthM * 100) / 100;
}

function toThousandth(value: number): number {
	return Math.round(value * 1000) / 1000;
}
