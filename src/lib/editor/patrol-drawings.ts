import type { PatrolRound, ProposedZone } from '../domain/findings/patrol.ts';
import { m } from '../paraglide/messages.js';
import type { DrawnFeature } from './drawings.ts';
import { durationText } from './wording/duration-text.ts';
import { areaText, countText, lengthText } from './wording/quantity.ts';

/** How many looks rounds and zones have; beyond that they repeat, and the number tells them apart. */
export const PATROL_LOOKS = 6;

/** Which look the round or zone with this place in its list has: `1` to `6`. */
export function patrolLook(i: number): number {
	return (i % PATROL_LOOKS) + 1;
}

/** Rounds as lines with arrows, what is only driven to get on dotted, and the number of the team where it begins. */
export function roundDrawings(rounds: readonly PatrolRound[]): DrawnFeature[] {
	return rounds.flatMap((round, i): DrawnFeature[] => {
		if (round.line.length < 2) return [];
		const number = countText(i + 1);
		const title = m.patrol_round_title({
			number,
			length: lengthText(round.lengthM),
			duration: durationText(round.durationS)
		});
		return [
			{
				key: `round-${i + 1}`,
				geometry: { type: 'LineString', coordinates: round.line.map((at) => [...at]) },
				draws: `round-${patrolLook(i)}`,
				title
			},
			{
				key: `deadhead-${i + 1}`,
				geometry: {
					type: 'MultiLineString',
					coordinates: round.deadhead.map((line) => line.map((at) => [...at]))
				},
				draws: 'round-deadhead'
			},
			{
				key: `start-${i + 1}`,
				geometry: { type: 'Point', coordinates: [...round.line[0]] },
				draws: `round-start-${patrolLook(i)}`,
				title,
				properties: { number }
			}
		];
	});
}

/** Proposed zones as ground with their number and work, and the post each is best reached from. */
export function zoneDrawings(zones: readonly ProposedZone[]): DrawnFeature[] {
	return zones.flatMap((zone, i): DrawnFeature[] => {
		const number = countText(i + 1);
		const title = m.patrol_zone_title({
			number,
			work: durationText(zone.workS),
			area: areaText(zone.areaM2)
		});
		const ground: DrawnFeature = {
			key: `zone-${i + 1}`,
			geometry: zone.geometry,
			draws: `balanced-${patrolLook(i)}`,
			title
		};
		if (!zone.post) return [ground];
		return [
			ground,
			{
				key: `post-${i + 1}`,
				geometry: { type: 'Point', coordinates: [...zone.post] },
				draws: `round-start-${patrolLook(i)}`,
				title,
				properties: { number }
			}
		];
	});
}
