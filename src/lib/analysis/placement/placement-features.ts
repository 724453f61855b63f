import type { Feature, FeatureCollection, Point } from 'geojson';
import type { PlacementAnswer, Proposal } from '../../domain/findings/placement.ts';

/** The answer of `place` as the command line prints it. */
export interface PlacementFeatures extends FeatureCollection<Point> {
	summary: object;
}

/** The answer as a FeatureCollection with a `summary`, best first; figures to two decimals, `null` where there is none. */
export function placementFeatures(answer: PlacementAnswer): PlacementFeatures {
	const { ask, unit, cameras, stations } = answer;
	return {
		type: 'FeatureCollection',
		summary: {
			kind: ask.kind,
			...(ask.allWithin ? { allWithinMin: ask.minutes } : { count: ask.count }),
			...(ask.kind === 'station' && !ask.allWithin && { minutes: ask.minutes }),
			unit,
			gain: hundredth(answer.gain),
			bound: hundredth(answer.bound),
			exact: answer.exact,
			demand: hundredth(answer.demand),
			candidates: ask.candidates,
			places: answer.places,
			placesInAll: answer.placesInAll,
			...(cameras && {
				keySiteWeight: ask.keySiteWeight,
				gapM2: hundredth(cameras.gapM2),
				gapAfterM2: hundredth(cameras.gapAfterM2),
				closesM2: hundredth(cameras.gapM2 - cameras.gapAfterM2),
				gridM: cameras.gridM
			}),
			...(stations && {
				roadM: hundredth(stations.roadM),
				reachedBeforeM: hundredth(stations.reachedBeforeM),
				reachedAfterM: hundredth(stations.reachedAfterM),
				shareBefore: share(stations.reachedBeforeM, stations.roadM),
				shareAfter: share(stations.reachedAfterM, stations.roadM),
				unreachableM: hundredth(stations.unreachableM),
				...(stations.leastSites !== undefined && {
					sites: answer.proposals.length,
					leastSites: stations.leastSites
				})
			})
		},
		features: answer.proposals.map((proposal) => featureOf(answer, proposal))
	};
}

function featureOf({ ask, unit }: PlacementAnswer, proposal: Proposal): Feature<Point> {
	const { rank, at, gain, total, closesM2, road, roadClass, azimuthDeg, ring, controls } = proposal;
	return {
		type: 'Feature',
		id: `proposal-${rank}`,
		geometry: { type: 'Point', coordinates: [at[0], at[1]] },
		properties: {
			kind: 'proposal',
			proposes: ask.kind,
			rank,
			gain: hundredth(gain),
			total: hundredth(total),
			unit,
			...(closesM2 !== undefined && { closesM2: hundredth(closesM2) }),
			road,
			class: roadClass,
			...(ask.kind === 'camera' && {
				...(azimuthDeg !== undefined && { azimuthDeg }),
				hfovDeg: ask.camera.hfovDeg,
				rangeM: ask.camera.rangeM,
				...(ask.camera.heightM !== undefined && { heightM: ask.camera.heightM })
			}),
			...(ring !== undefined && { ring }),
			...(controls && { controls: controls.map(({ way, at }) => ({ way, at: [...at] })) })
		}
	};
}

function hundredth(value: number): number {
	return Math.round(value * 100) / 100;
}

function share(partM: number, wholeM: number): number {
	return wholeM > 0 ? Math.round((partM / wholeM) * 1e4) / 1e4 : 0;
}
