import type { GainUnit, PlacementAnswer, PlaceRefusal, Proposal } from '../../domain/findings/placement.ts';
import { m } from '../../paraglide/messages.js';
import { roadText } from './finding-words.ts';
import { areaText, countText, lengthText, shareText } from './quantity.ts';

/** A gain with its unit; ground near key sites counted more than once has none of its own and says so beside. */
export function gainText(unit: GainUnit, gain: number): string {
	if (unit === 'leaks') return m.placement_leaks({ count: gain, n: countText(gain) });
	return unit === 'roadM' ? lengthText(gain) : areaText(gain);
}

/** What a proposal is called: its road, and for cameras which way it looks. */
export function proposalPlace({ road, roadClass, azimuthDeg }: Proposal): string {
	const where = roadClass === null ? m.placement_off_road() : roadText(road);
	return azimuthDeg === undefined ? where : m.placement_looks({ where, deg: `${Math.round(azimuthDeg)}°` });
}

/** One line about a proposal: rank, place, gain. */
export function proposalTitle({ unit }: PlacementAnswer, proposal: Proposal): string {
	const { rank, gain, closesM2 } = proposal;
	const gained = closesM2 === undefined ? gainText(unit, gain) : areaText(closesM2);
	return m.placement_one({ rank: countText(rank), where: proposalPlace(proposal), gain: gained });
}

/** What all proposals together do. */
export function placementSentence({
	ask,
	proposals,
	gain,
	demand,
	cameras,
	stations
}: PlacementAnswer): string {
	const count = proposals.length;
	const n = countText(count);
	if (cameras) {
		const area = areaText(cameras.gapM2 - cameras.gapAfterM2);
		return m.placement_cameras_close({ count, n, area, gap: areaText(cameras.gapM2) });
	}
	if (stations) {
		const before = shareText(stations.reachedBeforeM / stations.roadM);
		const after = shareText(stations.reachedAfterM / stations.roadM);
		return m.placement_stations_reach({ count, n, minutes: countText(ask.minutes), before, after });
	}
	return m.placement_checkpoints_close({ count, n, leaks: countText(gain), all: countText(demand) });
}

/** How far the answer can be from the best. */
export function boundSentence({
	ask,
	unit,
	gain,
	bound,
	exact,
	stations,
	proposals
}: PlacementAnswer): string {
	if (stations?.leastSites !== undefined) {
		const n = countText(proposals.length);
		return exact
			? m.placement_fewest_proven({ n })
			: m.placement_fewest_open({ least: countText(stations.leastSites) });
	}
	if (exact) return m.placement_proven();
	const most = gainText(unit, bound);
	const words = {
		n: countText(ask.count),
		most: unit === 'weighted-m2' ? m.placement_weighted({ area: most }) : most
	};
	if (!(gain > 0) || bound > 2 * gain) return m.placement_bound({ ...words });
	return m.placement_bound_within({ ...words, share: gapText(bound / gain - 1) });
}

/** A share, never less than it is. */
function gapText(share: number): string {
	return shareText(Math.ceil(share * 1000 - 1e-9) / 1000);
}

export function placementRefusalText(reason: PlaceRefusal): string {
	switch (reason) {
		case 'no-area':
			return m.placement_no_area();
		case 'no-ring':
			return m.placement_no_ring();
		case 'no-candidates':
			return m.placement_no_candidates();
		case 'no-such-ground':
			return m.placement_no_ground();
	}
}
