import type { PlacementAnswer } from '../domain/findings/placement.ts';
import type { DrawnFeature } from './drawings.ts';
import { proposalTitle } from './wording/placement-words.ts';

/** The key under which a proposal is drawn. */
export function proposalKey(rank: number): string {
	return `proposal-${rank}`;
}

/** Proposals on the map, each with its rank, those of cameras with the ground they would see; those in `taken` are left out. */
export function placementDrawings(answer: PlacementAnswer, taken: ReadonlySet<number>): DrawnFeature[] {
	const features: DrawnFeature[] = [];
	for (const proposal of answer.proposals) {
		const { rank, at, sees } = proposal;
		if (taken.has(rank)) continue;
		if (sees && sees.length > 0) {
			features.push({
				key: `sight-${rank}`,
				geometry: {
					type: 'MultiPolygon',
					coordinates: sees.map((rings) => rings.map((ring) => ring.map(([lng, lat]) => [lng, lat])))
				},
				draws: 'proposal-sight'
			});
		}
		features.push({
			key: proposalKey(rank),
			geometry: { type: 'Point', coordinates: [at[0], at[1]] },
			draws: 'proposal',
			title: proposalTitle(answer, proposal),
			properties: { rank: String(rank) }
		});
	}
	return features;
}
