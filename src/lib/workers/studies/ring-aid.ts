import { answerRingAid } from '../../analysis/ring-aid/answer-ring-aid.ts';
import type { Roads } from '../../network/roads.ts';
import { travelNetwork, type TravelNetwork } from '../../network/travel/travel-network.ts';
import type { Study } from './study.ts';

/** The travel network of the roads that were asked about last: it takes as long to make as most answers. */
let known: TravelNetwork | null = null;

/** A ring along roads, rivers and railways, by drive time, or along water, with the verdict it would have. */
export const ringAid: Study<'ring-aid'> = async (ground, ask, run) => {
	run.progress(0, 3);
	// a region without roads or borders still has rings as they are drawn
	const roads = ground.hasRoads ? await ground.roads() : null;
	run.progress(1, 3);
	const borders = await ground.borders();
	run.progress(2, 3);
	await run.breathe();
	const answer = await answerRingAid(
		{
			roads,
			borders,
			travel: () => travelOf(roads as Roads),
			items: ground.items,
			assumptions: ground.options.assumptions
		},
		ask,
		() => run.breathe()
	);
	run.progress(3, 3);
	return answer;
};

function travelOf(roads: Roads): TravelNetwork {
	if (known?.roads !== roads) known = travelNetwork(roads);
	return known;
}
